import type {Root} from 'hast';
import {visit} from 'unist-util-visit';

/** Long lines of code scroll sideways, and what scrolls must be reachable by keyboard (WCAG 2.2, 2.1.1). */
export function rehypeFocusableCode() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'pre') element.properties['tabIndex'] = 0;
    });
  };
}
