import {makeDocumentFromString} from '@redocly/openapi-core';
import {describe, expect, it} from 'vitest';
import {checkReferences} from './check-references.ts';

const circle = '{$ref: "#/components/schemas/Circle"}';
const pointersOf = (text: string): string[] => {
  const document = makeDocumentFromString(
    `components: {schemas: {Circle: {$ref: "#/components/schemas/Circle"}}}\n${text}`,
    '/api.yaml',
  );
  return checkReferences(document, '/')
    .map(({pointer}) => pointer)
    .filter((pointer) => pointer !== '#/components/schemas/Circle/$ref');
};

describe('checkReferences', () => {
  it.each(['example', 'default', 'value', 'enum', 'const', 'examples', 'properties'])(
    'looks into a property that is called %s',
    (name) => {
      expect(pointersOf(`x-a: {properties: {${name}: ${circle}}}`)).toEqual([`#/x-a/properties/${name}/$ref`]);
    },
  );

  it('looks into the response for everything else', () => {
    expect(pointersOf(`x-a: {responses: {default: ${circle}}}`)).toEqual(['#/x-a/responses/default/$ref']);
  });

  it('takes a property called $ref for a property', () => {
    expect(pointersOf('x-a: {properties: {$ref: {type: string}}}')).toEqual([]);
  });

  it.each([`example: ${circle}`, `default: ${circle}`, `enum: [${circle}]`, `value: {properties: {a: ${circle}}}`])(
    'leaves alone what is data: %s',
    (data) => {
      expect(pointersOf(`x-a: {${data}}`)).toEqual([]);
    },
  );
});
