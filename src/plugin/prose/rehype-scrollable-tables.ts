import type {Element, Root} from 'hast';
import {SKIP, visit} from 'unist-util-visit';

/** Fewer columns fit on a phone. */
const fewColumns = 3;

/**
 * Puts each table that is too wide for a phone into a box of its own that scrolls sideways, and that is reachable by
 * keyboard (WCAG 2.2, 1.4.10 and 2.1.1). Its name is that of its columns.
 */
export function rehypeScrollableTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      const names = columnNames(element);
      if (names.length <= fewColumns) return undefined;
      const label = names.filter((name) => name !== '').join(', ');
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: {
          className: ['api-scroll'],
          // No landmark: pages have several with the same name.
          role: 'group',
          tabIndex: 0,
          ariaLabel: label === '' ? 'Table' : `Table: ${label}`,
        },
        children: [element],
      };
      return SKIP;
    });
  };
}

/** The text of each cell in the first row. */
function columnNames(table: Element): string[] {
  const names: string[] = [];
  let rows = 0;
  visit(table, 'element', (element) => {
    if (element.tagName === 'tr') rows++;
    if (rows > 1 || !/^t[hd]$/.test(element.tagName)) return;
    let name = '';
    visit(element, 'text', ({value}) => void (name += value));
    names.push(name.trim().replaceAll(/\s+/g, ' '));
  });
  return names;
}
