import {describe, expect, it} from 'vitest';
import {toTagGroups, toTags} from './tags.ts';

describe('toTags', () => {
  it.each([
    [
      'the words of 3.2',
      {given: [{name: 'a', summary: 'A', kind: 'nav'}], want: [{name: 'a', summary: 'A', kind: 'nav'}]},
    ],
    ['x-displayName', {given: [{name: 'a', 'x-displayName': 'A'}], want: [{name: 'a', summary: 'A'}]}],
    ['external docs', {given: [{name: 'a', externalDocs: {url: 'u'}}], want: [{name: 'a', externalDocs: {url: 'u'}}]}],
    ['a parent', {given: [{name: 'a', parent: 'b'}, {name: 'b'}], want: [{name: 'a', parent: 'b'}, {name: 'b'}]}],
    ['a parent that nobody declares', {given: [{name: 'a', parent: 'b'}], want: [{name: 'a'}]}],
    ['itself as parent', {given: [{name: 'a', parent: 'a'}], want: [{name: 'a'}]}],
    [
      'a name twice',
      {
        given: [
          {name: 'a', description: '1'},
          {name: 'a', description: '2'},
        ],
        want: [{name: 'a', description: '1'}],
      },
    ],
    ['no tags', {given: [7, {}, null], want: []}],
  ])('%s', (_name, {given, want}) => {
    expect(toTags({tags: given})).toEqual(want);
  });

  it('breaks a circle of parents', () => {
    const tags = toTags({
      tags: [
        {name: 'a', parent: 'b'},
        {name: 'b', parent: 'a'},
        {name: 'c', parent: 'a'},
      ],
    });
    const parents = new Map(tags.map(({name, parent}) => [name, parent]));
    for (const {name} of tags) {
      let current: string | undefined = name;
      for (let steps = 0; current !== undefined; steps++) {
        expect(steps).toBeLessThan(tags.length);
        current = parents.get(current);
      }
    }
  });
});

describe('toTagGroups', () => {
  it.each([
    [
      'groups',
      {
        given: [{name: 'One', tags: ['a', 'b']}, {name: 'Two'}],
        want: [
          {name: 'One', tags: ['a', 'b']},
          {name: 'Two', tags: []},
        ],
      },
    ],
    ['nothing', {given: undefined, want: undefined}],
    ['no groups', {given: [7, {tags: ['a']}], want: undefined}],
  ])('%s', (_name, {given, want}) => {
    expect(toTagGroups({'x-tagGroups': given})).toEqual(want);
  });
});
