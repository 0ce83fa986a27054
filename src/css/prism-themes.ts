import type {PrismTheme} from 'prism-react-renderer';

/** Code in light mode. Few colours, each with 4.5:1 on the ground that `--api-code-bg` names. */
export const light: PrismTheme = toTheme({
  ground: '#f6f8f7',
  plain: '#1f2928',
  quiet: '#566361',
  key: '#0c6672',
  keyword: '#6d3fb3',
  text: '#12693a',
  literal: '#8a4b06',
  callable: '#1a56b0',
  removed: '#b02a2a',
});

/** Code in dark mode. */
export const dark: PrismTheme = toTheme({
  ground: '#131a1a',
  plain: '#dce4e2',
  quiet: '#9ba9a6',
  key: '#7acfd8',
  keyword: '#c3a6f2',
  text: '#8fd3ab',
  literal: '#e6b566',
  callable: '#8fb8f6',
  removed: '#f49b95',
});

/** One colour for each thing a reader tells apart, whatever a grammar calls it. */
type CodeColours = Record<
  'ground' | 'plain' | 'quiet' | 'key' | 'keyword' | 'text' | 'literal' | 'callable' | 'removed',
  string
>;

function toTheme(colours: CodeColours): PrismTheme {
  return {
    plain: {color: colours.plain, backgroundColor: colours.ground},
    styles: [
      {types: ['comment', 'prolog', 'doctype', 'cdata'], style: {color: colours.quiet, fontStyle: 'italic'}},
      {types: ['punctuation', 'operator'], style: {color: colours.quiet}},
      {types: ['property', 'atrule', 'attr-name', 'header-name', 'variable', 'symbol'], style: {color: colours.key}},
      {types: ['keyword', 'selector', 'tag', 'builtin'], style: {color: colours.keyword}},
      {types: ['string', 'char', 'attr-value', 'url', 'regex', 'inserted'], style: {color: colours.text}},
      {types: ['number', 'boolean', 'constant', 'null', 'entity'], style: {color: colours.literal}},
      {types: ['function', 'class-name', 'function-variable'], style: {color: colours.callable}},
      {types: ['deleted'], style: {color: colours.removed}},
    ],
  };
}
