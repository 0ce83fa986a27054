import type {Api, Operation, Tag} from '../model/operation.ts';
import {makeUnique, toKebabCase} from './normalise/words.ts';

/** The operations under one tag, as the overview and the sidebar show them. */
export interface OperationGroup {
  /** The name of the tag, as operations write it. */
  tag: string;
  /** What readers see: the summary of the tag, else its name. */
  title: string;
  /** Unique on the overview page. */
  id: string;
  description?: string;
  /** 0, or how many tags it stands under (OpenAPI 3.2, Tag Object, `parent`); those stand right before it. */
  depth: number;
  /** The name of the `x-tagGroups` entry that it belongs to. */
  chapter?: string;
  /** None where only tags below it have some. */
  operations: Operation[];
}

/** Ids that the overview page uses itself. */
const reservedIds = ['servers', 'authorisation', 'schemas', 'webhooks'];

/**
 * The operations of an API by tag: chapters in their order, then declared tags in theirs, each followed by the tags below
 * it, then tags that only operations name, then "Other" for operations without a tag. An operation with several tags
 * stands under the first, so that it is in the reading order once; tags of a kind other than `nav` are no groups.
 */
export function groupOperations(api: Api): OperationGroup[] {
  const declared = new Map<string, Tag>(api.tags.map((tag) => [tag.name, tag]));
  const byTag = new Map<string | undefined, Operation[]>();
  for (const operation of api.operations) {
    const name = operation.tags.find((tag) => (declared.get(tag)?.kind ?? 'nav') === 'nav');
    const group = byTag.get(name);
    if (group === undefined) byTag.set(name, [operation]);
    else group.push(operation);
  }
  const tags = new Map(declared);
  for (const name of byTag.keys()) if (name !== undefined && !tags.has(name)) tags.set(name, {name});

  const children = childrenOf([...tags.values()]);
  const taken = new Set(reservedIds);
  const shown = new Set<string>();
  const groupsOf = (tag: Tag, depth: number, chapter: string | undefined): OperationGroup[] => {
    if (shown.has(tag.name)) return [];
    shown.add(tag.name);
    const id = makeUnique(toKebabCase(tag.name) || 'tag', taken);
    const below = (children.get(tag.name) ?? []).flatMap((child) => groupsOf(child, depth + 1, chapter));
    const operations = byTag.get(tag.name) ?? [];
    if (operations.length === 0 && below.length === 0) return [];
    const {name, summary, description} = tag;
    return [{tag: name, title: summary ?? name, id, description, depth, chapter, operations}, ...below];
  };
  const chapters = (api.tagGroups ?? []).flatMap((group) =>
    group.tags.flatMap((name) => {
      const tag = tags.get(name);
      return tag === undefined ? [] : groupsOf(tag, 0, group.name);
    }),
  );
  const rest = [...tags.values()]
    .filter(({parent}) => parent === undefined)
    .flatMap((tag) => groupsOf(tag, 0, undefined));
  const untagged = byTag.get(undefined);
  if (untagged === undefined) return [...chapters, ...rest];
  const other = {tag: 'Other', title: 'Other', id: makeUnique('other', taken), depth: 0, operations: untagged};
  return [...chapters, ...rest, other];
}

/** The operations in reading order: by tag, as in the sidebar. */
export function readingOrder(groups: OperationGroup[]): Operation[] {
  return groups.flatMap(({operations}) => operations);
}

function childrenOf(tags: Tag[]): Map<string, Tag[]> {
  const children = new Map<string, Tag[]>();
  for (const tag of tags) {
    if (tag.parent !== undefined) children.set(tag.parent, [...(children.get(tag.parent) ?? []), tag]);
  }
  return children;
}
