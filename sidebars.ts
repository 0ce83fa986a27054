import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  guides: [
    'start-here',
    'coindroids',
    'doordeck',
    'add-your-own-api',
    {
      type: 'category',
      label: 'API reference',
      collapsible: false,
      items: [
        {type: 'link', label: 'Coindroids', href: '/reference/coindroids'},
        {type: 'link', label: 'Doordeck', href: '/reference/doordeck'},
      ],
    },
  ],
};

export default sidebars;
