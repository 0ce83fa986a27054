import type {Api, Operation, Tag} from '../model/operation.ts';
import {makeUnique, toKebabCase} from './normalise/words.ts';

/** The operations under one tag, as the overview and the sidebar show them. */
export interface OperationGroup {
  tag: string;
  /** Unique on the overview page. */
  id: string;
  description?: string;
  operations: Operation[];
}

/** Ids that the overview page uses itself. */
const reservedIds = ['servers', 'authorisation', 'schemas'];

/**
 * The operations of an API by tag: declared tags in their order, then those that only operations name, then "Other" for
 * operations without a tag. An operation with several tags stands under the first, so that it is in the reading order
 * once.
 */
export function groupOperations(api: Api): OperationGroup[] {
  const tags = new Map<string, Tag>(api.tags.map((tag) => [tag.name, tag]));
  for (const [name] of api.operations.flatMap(({tags: [first]}) => (first === undefined ? [] : [[first]]))) {
    if (name !== undefined && !tags.has(name)) tags.set(name, {name});
  }
  const taken = new Set(reservedIds);
  const untagged: {tag?: Tag; name: string} = {name: 'Other'};
  return [...[...tags.values()].map((tag) => ({tag, name: tag.name})), untagged].flatMap(({tag, name}) => {
    const operations = api.operations.filter(({tags: [first]}) => first === tag?.name);
    if (operations.length === 0) return [];
    const id = makeUnique(toKebabCase(name) || 'tag', taken);
    return [{tag: name, id, description: tag?.description, operations}];
  });
}

/** The operations in reading order: by tag, as in the sidebar. */
export function readingOrder(groups: OperationGroup[]): Operation[] {
  return groups.flatMap(({operations}) => operations);
}
