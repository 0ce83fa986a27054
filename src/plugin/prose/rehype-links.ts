import type {Root} from 'hast';
import {SKIP, visit} from 'unist-util-visit';
import {pageOf, type DocumentLinks} from './document-links.ts';

export interface LinkOptions {
  /** What the ids of this text begin with once it is sanitised. */
  prefix: string;
  links: DocumentLinks;
}

/** Leads links into the document to their pages, and links within the text to the ids as they will be. */
export function rehypeLinks({prefix, links}: LinkOptions) {
  return (tree: Root): void => {
    const ids = new Set<string>();
    visit(tree, 'element', ({properties}) => {
      if (typeof properties['id'] === 'string') ids.add(properties['id']);
    });
    visit(tree, 'element', (element, index, parent) => {
      const {href} = element.properties;
      if (element.tagName !== 'a' || typeof href !== 'string') return undefined;
      const page = pageOf(href, links);
      if (page === null && parent !== undefined && index !== undefined) {
        parent.children.splice(index, 1, ...element.children);
        return [SKIP, index];
      }
      if (typeof page === 'string') element.properties['href'] = page;
      else if (href.startsWith('#') && ids.has(href.slice(1)))
        element.properties['href'] = `#${prefix}${href.slice(1)}`;
      return undefined;
    });
  };
}
