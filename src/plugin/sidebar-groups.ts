import type {PropSidebarItem, PropSidebarItemCategory} from '@docusaurus/plugin-content-docs';
import type {OperationGroup} from './operation-groups.ts';

/**
 * The groups as the sidebar nests them: chapters (`x-tagGroups`) around tags, tags around those below them. `toItem` says
 * what a group is by itself; below a link nothing can stand, so what belongs there follows it.
 */
export function nestGroups(
  groups: OperationGroup[],
  toItem: (group: OperationGroup) => PropSidebarItem,
): PropSidebarItem[] {
  const items: PropSidebarItem[] = [];
  /** The lists that a group of each depth goes into. */
  let open: PropSidebarItem[][] = [items];
  let chapter: string | undefined;
  for (const group of groups) {
    if (group.depth === 0 && group.chapter !== chapter) {
      chapter = group.chapter;
      const around = chapter === undefined ? undefined : sidebarCategory(chapter, []);
      if (around !== undefined) items.push(around);
      open = [around?.items ?? items];
    }
    const list = open[group.depth] ?? items;
    const item = toItem(group);
    list.push(item);
    open = [...open.slice(0, group.depth + 1), item.type === 'category' ? item.items : list];
  }
  return items;
}

/** A category that stands open. */
export function sidebarCategory(label: string, items: PropSidebarItem[]): PropSidebarItemCategory {
  return {type: 'category', label, collapsible: true, collapsed: false, items};
}
