import type {JsonObject} from '../../model/json.ts';
import type {Tag, TagGroup} from '../../model/operation.ts';
import {toExternalDocs} from './external-docs.ts';
import {listOf, objectOf, stringsOf, textOf} from './read.ts';

/** The declared tags in their order, each name once (OpenAPI 3.2, Tag Object; before it `x-displayName`). */
export function toTags(document: JsonObject): Tag[] {
  const tags = new Map<string, Tag>();
  for (const value of listOf(document['tags'])) {
    const object = objectOf(value);
    const name = textOf(object['name']);
    if (name === undefined || tags.has(name)) continue;
    tags.set(name, {
      name,
      summary: textOf(object['summary']) ?? textOf(object['x-displayName']),
      description: textOf(object['description']),
      externalDocs: toExternalDocs(object['externalDocs']),
      parent: textOf(object['parent']),
      kind: textOf(object['kind']),
    });
  }
  for (const tag of tags.values()) if (!hasRoot(tag, tags)) delete tag.parent;
  return [...tags.values()];
}

/** Chapters above the tags; undefined when there are none. */
export function toTagGroups(document: JsonObject): TagGroup[] | undefined {
  const groups = listOf(document['x-tagGroups']).flatMap((value): TagGroup[] => {
    const object = objectOf(value);
    const name = textOf(object['name']);
    return name === undefined ? [] : [{name, tags: stringsOf(object['tags'])}];
  });
  return groups.length === 0 ? undefined : groups;
}

/** Whether the parents of a tag are all declared and end. */
function hasRoot(tag: Tag, tags: Map<string, Tag>): boolean {
  const seen = new Set<Tag>();
  let current: Tag | undefined = tag;
  while (current?.parent !== undefined && !seen.has(current)) {
    seen.add(current);
    current = tags.get(current.parent);
  }
  return current !== undefined && current.parent === undefined;
}
