import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../model/json.ts';
import {toApi} from './normalise/api.ts';
import {groupOperations, readingOrder} from './operation-groups.ts';

function groupsOf(text: string) {
  return groupOperations(toApi('shop', {openapi: '3.2.0', ...(parse(text) as JsonObject)}));
}

describe('groupOperations', () => {
  it.each([
    [
      'declared tags first, then others, then none',
      {
        given:
          'tags: [{name: b}, {name: unused}, {name: a}]\npaths: {/1: {get: {}}, /2: {get: {tags: [c]}}, /3: {get: {tags: [a, b]}}, /4: {get: {tags: [b]}}}',
        want: [
          ['b', 0, '/4'],
          ['a', 0, '/3'],
          ['c', 0, '/2'],
          ['Other', 0, '/1'],
        ],
      },
    ],
    [
      'nested tags below their parents, which may have nothing themselves',
      {
        given:
          'tags: [{name: child, parent: top, summary: The child}, {name: z}, {name: top}, {name: deep, parent: child}]\npaths: {/1: {get: {tags: [deep]}}, /2: {get: {tags: [child]}}, /3: {get: {tags: [z]}}}',
        want: [
          ['z', 0, '/3'],
          ['top', 0, ''],
          ['The child', 1, '/2'],
          ['deep', 2, '/1'],
        ],
      },
    ],
    [
      'chapters before all others, each tag once',
      {
        given:
          'x-tagGroups: [{name: One, tags: [c, b, none]}, {name: Two, tags: [b]}]\ntags: [{name: a}, {name: b}]\npaths: {/1: {get: {tags: [a]}}, /2: {get: {tags: [b]}}, /3: {get: {tags: [c]}}}',
        want: [
          ['One: c', 0, '/3'],
          ['One: b', 0, '/2'],
          ['a', 0, '/1'],
        ],
      },
    ],
    [
      'only tags that are for navigation',
      {
        given:
          'tags: [{name: beta, kind: badge}, {name: a, kind: nav}]\npaths: {/1: {get: {tags: [beta, a]}}, /2: {get: {tags: [beta]}}}',
        want: [
          ['a', 0, '/1'],
          ['Other', 0, '/2'],
        ],
      },
    ],
    [
      'a tag called as the rest is',
      {
        given: 'paths: {/1: {get: {tags: [Other]}}, /2: {get: {}}}',
        want: [
          ['Other', 0, '/1'],
          ['Other', 0, '/2'],
        ],
      },
    ],
  ])('%s', (_name, {given, want}) => {
    const groups = groupsOf(given);
    expect(
      groups.map(({title, depth, chapter, operations}) => [
        chapter === undefined ? title : `${chapter}: ${title}`,
        depth,
        operations.map(({path}) => path).join(' '),
      ]),
    ).toEqual(want);
    expect(new Set(groups.map(({id}) => id)).size).toBe(groups.length);
  });

  it('shows every operation once', () => {
    const groups = groupsOf(
      'tags: [{name: a, parent: b}, {name: b, parent: a}]\nx-tagGroups: [{name: G, tags: [a, a, b]}]\npaths: {/1: {get: {tags: [a]}}, /2: {get: {tags: [b, a]}}}',
    );
    expect(
      readingOrder(groups)
        .map(({path}) => path)
        .sort(),
    ).toEqual(['/1', '/2']);
  });
});
