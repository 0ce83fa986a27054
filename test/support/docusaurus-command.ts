import {resolve} from 'node:path';

/** Docusaurus as the scripts of package.json run it: what Node.js is told, and its program. */
export const docusaurusCommand = [
  '--max-semi-space-size=64',
  resolve(__dirname, '../../node_modules/@docusaurus/core/bin/docusaurus.mjs'),
];
