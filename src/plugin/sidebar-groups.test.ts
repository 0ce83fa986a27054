import type {PropSidebarItem} from '@docusaurus/plugin-content-docs';
import {describe, expect, it} from 'vitest';
import type {OperationGroup} from './operation-groups.ts';
import {nestGroups, sidebarCategory} from './sidebar-groups.ts';

function group(title: string, depth: number, chapter?: string): OperationGroup {
  return {tag: title, title, id: title, depth, chapter, operations: []};
}

/** The labels, with what is in a category in brackets behind it. */
function outline(items: PropSidebarItem[]): string {
  return items
    .map((item) => {
      if (item.type === 'category')
        return item.items.length === 0 ? item.label : `${item.label}[${outline(item.items)}]`;
      return item.type === 'link' ? `${item.label}!` : '';
    })
    .join(' ');
}

describe('nestGroups', () => {
  it.each([
    ['one beside the other', {given: [group('a', 0), group('b', 0)], want: 'a b'}],
    [
      'below one another',
      {given: [group('a', 0), group('b', 1), group('c', 2), group('d', 1), group('e', 0)], want: 'a[b[c] d] e'},
    ],
    [
      'in chapters',
      {given: [group('a', 0, 'X'), group('b', 1, 'X'), group('c', 0, 'Y'), group('d', 0)], want: 'X[a[b]] Y[c] d'},
    ],
    ['below a link', {given: [group('link', 0), group('b', 1), group('c', 2), group('d', 0)], want: 'link! b[c] d'}],
    ['none', {given: [], want: ''}],
  ])('%s', (_name, {given, want}) => {
    const items = nestGroups(given, ({title}) =>
      title === 'link' ? {type: 'link', label: title, href: '/'} : sidebarCategory(title, []),
    );
    expect(outline(items)).toBe(want);
  });
});
