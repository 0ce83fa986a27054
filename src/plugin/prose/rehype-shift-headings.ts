import type {Root} from 'hast';
import {visit} from 'unist-util-visit';

/** Headings of prose stand below the h1 and h2 of the page: h1 becomes h3, h2 h4 and so on, and h6 is the last. */
export function rehypeShiftHeadings() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const level = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (level !== undefined) element.tagName = `h${Math.min(Number(level) + 2, 6)}`;
    });
  };
}
