import {dirname, isAbsolute, join, relative} from 'node:path';

/** The folder that holds this plugin and the components beside it. */
export const sources = dirname(__dirname);

/**
 * A folder of ours as the bundler of a site is told of it: below the site in Docusaurus' own spelling, which is the same
 * on every machine, else where it is. The plugin may stand outside of the site that uses it.
 */
export function seenFromSite(folder: string, siteDir: string): string {
  const path = relative(siteDir, join(sources, folder));
  const isInside = !path.startsWith('..') && !isAbsolute(path);
  return isInside ? `@site/${path.replaceAll('\\', '/')}` : join(sources, folder);
}
