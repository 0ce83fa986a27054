import {posix} from 'node:path';

/** Where links to files in the prose of a document begin. */
export interface FileSurroundings {
  /** The folder of the document, from the site's. */
  folder: string;
}

/** A Markdown file that a link names, from the site's folder, and what follows its path: `?query#fragment`. */
export interface LinkedFile {
  file: string;
  rest: string;
}

/** What the address of a link begins with until the pages of the guides are known. */
export const guideScheme = 'guide';

/**
 * The Markdown file that a link names, as Docusaurus has it: relative to the file the link is in, or from the site's folder
 * with `/` or `@site/` in front. Undefined for every other link.
 */
export function linkedFile(href: string, {folder}: FileSurroundings): LinkedFile | undefined {
  const [, path, rest = ''] = /^(?![a-z][a-z\d+.-]*:|\/\/)([^?#]+\.mdx?)([?#].*)?$/i.exec(href) ?? [];
  if (path === undefined) return undefined;
  const plain = decode(path);
  const fromSite = plain.replace(/^(?:@site)?\//, '');
  return {file: fromSite === plain ? posix.join(folder, plain) : fromSite, rest};
}

/** The address of a link to a file, for the time until `resolveGuideLinks`. */
export function guideHref({file, rest}: LinkedFile): string {
  return `${guideScheme}:${encodeURIComponent(file)}${rest}`;
}

/**
 * Leads the links to files in HTML, or in JSON that holds HTML, to the pages of those files. A link to a file without a page
 * becomes plain text.
 *
 * @param pageOf the address of a file's page, by its path from the site's folder
 */
export function resolveGuideLinks(text: string, pageOf: (file: string) => string | undefined): string {
  if (!text.includes(`"${guideScheme}:`)) return text;
  return text.replaceAll(
    / href=(\\?")guide:([^"\\?#]*)([^"\\]*)\1/g,
    (_, quote: string, file: string, rest: string) => {
      const page = pageOf(decode(file));
      return page === undefined ? '' : ` href=${quote}${page}${rest}${quote}`;
    },
  );
}

/** An address may have a percent sign that encodes nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
