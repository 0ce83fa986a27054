import type {Element, Root} from 'hast';
import {visit} from 'unist-util-visit';

/**
 * Fits the headings of prose into those of the page: the highest that the text uses becomes one of level `top`, the next
 * one below it, and none leaves a level out, whatever levels the author began with.
 */
export function rehypeShiftHeadings({top}: {top: number}) {
  return (tree: Root): void => {
    const headings: {element: Element; level: number}[] = [];
    visit(tree, 'element', (element) => {
      const level = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (level !== undefined) headings.push({element, level: Number(level)});
    });
    const used = [...new Set(headings.map(({level}) => level))].sort();
    let before = top - 1;
    for (const {element, level} of headings) {
      before = Math.min(top + used.indexOf(level), before + 1, 6);
      element.tagName = `h${before}`;
    }
  };
}
