import {indexJson, type JsonIndex} from './index-json.ts';
import {childrenOf, kindOf, pointerOf, segmentOf} from './json-places.ts';

/** One place where two JSON texts differ. */
export interface JsonDifference {
  /** JSON Pointer (RFC 6901). */
  pointer: string;
  kind: 'added' | 'removed' | 'changed';
  /** The texts as they came, blanks between tokens included; missing where there is no such value. */
  before?: string;
  after?: string;
}

/**
 * Where two JSON texts differ, by structure: the order of members and blanks do not count, items are compared by their
 * places, numbers digit by digit. At most `most` differences. Undefined when one of the texts is not JSON.
 */
export function diffJson(before: string, after: string, most = 200): JsonDifference[] | undefined {
  const [older, newer] = [indexJson(before), indexJson(after)];
  if (older === undefined || newer === undefined) return undefined;
  const found: JsonDifference[] = [];
  compare({text: before, index: older, node: 0}, {text: after, index: newer, node: 0}, found, most);
  return found;
}

interface Place {
  text: string;
  index: JsonIndex;
  node: number;
}

function compare(before: Place, after: Place, found: JsonDifference[], most: number): void {
  if (found.length >= most) return;
  const kind = kindOf(before.text, before.index, before.node);
  if (kind !== kindOf(after.text, after.index, after.node) || kind === 'scalar') {
    if (tokenOf(before) === tokenOf(after)) return;
    found.push({kind: 'changed', pointer: pointer(after), before: tokenOf(before), after: tokenOf(after)});
    return;
  }
  const [olds, news] = [membersOf(before), membersOf(after)];
  for (const [segment, old] of olds) {
    if (found.length >= most) return;
    const current = news.get(segment);
    if (current === undefined) found.push({kind: 'removed', pointer: pointer(old), before: tokenOf(old)});
    else compare(old, current, found, most);
  }
  for (const [segment, current] of news) {
    if (found.length >= most) return;
    if (!olds.has(segment)) found.push({kind: 'added', pointer: pointer(current), after: tokenOf(current)});
  }
}

function membersOf({text, index, node}: Place): Map<string, Place> {
  const members = new Map<string, Place>();
  for (const child of childrenOf(index, node)) members.set(segmentOf(text, index, child), {text, index, node: child});
  return members;
}

/** Strings that mean the same are the same, whatever their escapes. */
function tokenOf({text, index, node}: Place): string {
  const token = text.slice(index.start[node], index.end[node]);
  return token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token;
}

function pointer({text, index, node}: Place): string {
  return pointerOf(text, index, node);
}
