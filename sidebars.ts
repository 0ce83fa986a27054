import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  guides: [
    'start-here',
    'coindroids',
    'doordeck',
    'demo-and-live',
    'embed-a-form',
    'add-your-own-api',
    'write-a-demo-back-end',
    'extensions',
    'deploy',
    'how-this-site-keeps-itself-true',
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
