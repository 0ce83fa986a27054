import type {Root} from 'hast';
import {SKIP, visit} from 'unist-util-visit';
import {pageOf, withBaseUrl, type DocumentLinks} from './document-links.ts';
import {guideHref, linkedFile} from './guide-links.ts';

export interface LinkOptions {
  /** What the ids of this text begin with once it is sanitised. */
  prefix: string;
  links: DocumentLinks;
}

/**
 * Leads links into the document and to pages of the site to their addresses, and links within the text to the ids as they
 * will be; links to files wait for `resolveGuideLinks`. An image that lies beside the document is not on the site: its text
 * stays.
 */
export function rehypeLinks({prefix, links}: LinkOptions) {
  return (tree: Root): void => {
    const ids = new Set<string>();
    visit(tree, 'element', ({properties}) => {
      if (typeof properties['id'] === 'string') ids.add(properties['id']);
    });
    visit(tree, 'element', (element, index, parent) => {
      const {href, src, alt} = element.properties;
      if (element.tagName === 'img' && !isOnWeb(src) && parent !== undefined && index !== undefined) {
        parent.children.splice(index, 1, {type: 'text', value: typeof alt === 'string' ? alt : ''});
        return [SKIP, index + 1];
      }
      if (element.tagName === 'img' && typeof src === 'string')
        element.properties['src'] = withBaseUrl(src, links.baseUrl);
      if (element.tagName !== 'a' || typeof href !== 'string') return undefined;
      const page = pageOf(href, links);
      if (page === null && parent !== undefined && index !== undefined) {
        parent.children.splice(index, 1, ...element.children);
        return [SKIP, index];
      }
      const own = href.startsWith('#') && ids.has(href.slice(1)) ? `#${prefix}${href.slice(1)}` : undefined;
      element.properties['href'] = page ?? own ?? addressOf(href, links);
      return undefined;
    });
  };
}

function addressOf(href: string, links: DocumentLinks): string {
  const file = linkedFile(href, links);
  return file === undefined ? withBaseUrl(href, links.baseUrl) : guideHref(file);
}

/** Whether a browser finds what an image names: an address with a scheme, or from the root of the site. */
function isOnWeb(src: unknown): boolean {
  return typeof src === 'string' && /^(https?:|data:|\/)/i.test(src);
}
