/** From about so many pages on, building is a matter of minutes rather than seconds. */
const largeSite = 500;

/**
 * Spares the build of a large reference what costs much there and gives little. Whoever has set one of these variables
 * of Docusaurus is left with it. To be called before the bundler starts.
 *
 * - Making the HTML smaller takes more time than rendering it, and what it takes away (quotes, closing tags) is 3 % of what
 *   is sent, gzipped.
 * - Reading thousands of modules from the bundler's cache takes as long as bundling them, and each build leaves 200 MB.
 *
 * @param files how many files hold the data of pages: one a page, and a few that pages share
 * @param environment the variables of the process
 */
export function easeLargeBuild(files: number, environment: NodeJS.ProcessEnv = process.env): void {
  if (files < largeSite) return;
  environment['SKIP_HTML_MINIFICATION'] ??= 'true';
  environment['DOCUSAURUS_NO_PERSISTENT_CACHE'] ??= 'true';
}
