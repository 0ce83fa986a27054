import {expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import {FileValue} from '../model/file-value.ts';
import type {Operation} from '../model/operation.ts';
import {buildRequest} from '../request/build-request.ts';
import {itemField} from './field-parts.ts';
import {toFields} from './fields.ts';
import {readRequest} from './read-request.ts';

function sequenceOf(type: string): Operation {
  const media = mediaType(type, {
    isSequence: true,
    schema: {type: 'array', items: {type: 'string', contentMediaType: 'image/png'}},
    encoding: {'each other part': {contentType: 'image/png', headers: []}},
  });
  return operation({method: 'POST', requestBody: {required: true, content: [media]}});
}

it('has a list for a sequence of parts, of which each may be a file', () => {
  const target = sequenceOf('multipart/mixed');
  const fields = toFields(target);
  const [body] = fields;
  expect(body?.control).toBe('array');
  expect(body && itemField(body, 'a', 0).control).toBe('file');
  const file = new FileValue('a.png', 'image/png', new Uint8Array([1]));
  const {values} = readRequest(target, fields, {'body#items': ['a', 'b'], 'body.a': file, 'body.b': file});
  const {body: sent} = buildRequest(target, values, {server: 'https://api.example.com'});
  expect(sent).toMatchObject({
    kind: 'multipart',
    parts: [
      {fileName: 'a.png', contentType: 'image/png'},
      {fileName: 'a.png', contentType: 'image/png'},
    ],
  });
});

it('has text for any other sequence', () => {
  expect(toFields(sequenceOf('application/jsonl'))[0]?.control).toBe('multiline');
  expect(toFields(sequenceOf('text/event-stream'))[0]?.control).toBe('multiline');
});
