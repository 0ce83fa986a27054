import {describe, expect, it} from 'vitest';
import {isInOnePiece, memberNames} from './objects-in.ts';

describe('isInOnePiece', () => {
  const own = {$ref: '#/components/schemas/User'};

  it.each([
    ['refers to itself only', {a: [own, {mapping: {user: '#/components/schemas/User'}}]}],
    ['has a property that is called $ref', {properties: {$ref: {type: 'string'}}}],
    ['says nothing', undefined],
  ])('is so when it %s', (_, parsed) => {
    expect(isInOnePiece(parsed)).toBe(true);
  });

  it.each([
    ['refers to a file', {paths: {'/a': [{$ref: 'parts.yaml#/a'}]}}],
    ['refers to an address', {$ref: 'https://example.com/a.json'}],
    ['maps to a file', {discriminator: {mapping: {user: './user.yaml'}}}],
    ['maps to a name, which may be a file', {discriminator: {mapping: {user: 'User'}}}],
    ['has what may be a mapping', {properties: {mapping: {type: 'string'}}}],
  ])('is not so when it %s', (_, parsed) => {
    expect(isInOnePiece(parsed)).toBe(false);
  });

  it('ends where an alias of YAML leads back', () => {
    const circle: {self?: unknown; list: unknown[]} = {list: []};
    circle.self = circle;
    circle.list.push(circle.list, circle);
    expect(isInOnePiece(circle)).toBe(true);
    expect(memberNames(circle)).toEqual(new Set(['list', 'self']));
  });
});

describe('memberNames', () => {
  it('finds names at any depth, and takes no list for an object', () => {
    expect(memberNames({a: [{b: null}, [{c: 1}]]})).toEqual(new Set(['a', 'b', 'c']));
  });
});
