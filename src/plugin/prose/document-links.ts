import {escapeToken, pointerTokens} from '../normalise/pointer.ts';
import type {FileSurroundings} from './guide-links.ts';

/** Where the parts of a document are shown on the site; undefined where they have no page. */
export interface DocumentLinks extends FileSurroundings {
  /** Of the site: `/` or `/docs/`. */
  baseUrl: string;
  /** By JSON Pointer: `#/paths/~1account/get`. */
  operation: (pointer: string) => string | undefined;
  /** By name. */
  schema: (name: string) => string | undefined;
}

/**
 * The address of the page that shows what a pointer into the document leads to. Undefined when `href` is no such
 * pointer; null when it is one and no page shows its target.
 */
export function pageOf(href: string, links: DocumentLinks): string | null | undefined {
  if (!href.startsWith('#/')) return undefined;
  const [first, second, name] = pointerTokens(href);
  if (first === 'components' && second === 'schemas' && name !== undefined) return links.schema(name) ?? null;
  return links.operation(canonical(href)) ?? null;
}

/** An address within the site, with its base URL, as links of Docusaurus are read; every other one as it is. */
export function withBaseUrl(href: string, baseUrl: string): string {
  const address = href.replace(/^pathname:\/\//, '');
  if (!/^\/(?!\/)/.test(address) || `${address}/`.startsWith(baseUrl)) return address;
  return `${baseUrl}${address.slice(1)}`;
}

/** The pointer with its percent-encoding undone: a link may write `{` as `%7B`. */
function canonical(pointer: string): string {
  const tokens = pointerTokens(pointer).map(escapeToken);
  return `#/${tokens.join('/')}`;
}
