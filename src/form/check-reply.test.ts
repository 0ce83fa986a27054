import {beforeAll, describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import type {Operation, Response} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {loadApi} from '../plugin/load-api.ts';
import {checkReply} from './check-reply.ts';
import type {ReplyFacts} from './check-reply.ts';

function response(status: string, given: Partial<Response> = {}): Response {
  return {status, description: `<p>${status}</p>`, headers: [], content: [], links: [], ...given};
}

function reply(status: number, given: Partial<ReplyFacts> = {}): ReplyFacts {
  return {status, mediaType: undefined, headers: {}, body: undefined, text: '', ...given};
}

function json(status: number, text: string, mediaType = 'application/json'): ReplyFacts {
  let body: ReplyFacts['body'];
  try {
    body = JSON.parse(text) as ReplyFacts['body'];
  } catch {
    body = undefined;
  }
  return reply(status, {mediaType, text, body});
}

const operation = operationOf({
  schemas: {Item: {type: 'object', required: ['id'], properties: {id: {type: 'integer'}, secret: {writeOnly: true}}}},
  responses: [
    response('200', {
      content: [
        {mediaType: 'application/vnd.example.v3+json', schema: {$ref: '#/components/schemas/Item'}, examples: []},
        {mediaType: 'text/*', schema: {type: 'string', maxLength: 3}, examples: []},
      ],
      headers: [
        {name: 'X-Rate', required: true, schema: {type: 'integer'}},
        {name: 'Content-Type', required: true, schema: {}},
      ],
    }),
    response('204'),
    response('4XX', {content: [{mediaType: 'application/problem+json', schema: {type: 'object'}, examples: []}]}),
    response('404'),
    response('default'),
  ],
});
const rate = {headers: {'x-rate': '5'}};

describe('checkReply', () => {
  it.each([
    [204, 'status', '204'],
    [404, 'status', '404'],
    [418, 'range', '4XX'],
    [500, 'default', 'default'],
  ])('finds the response for %i', (status, documented, found) => {
    expect(checkReply(operation, reply(status))).toMatchObject({documented, response: {status: found}});
  });

  it('says when a status is not documented', () => {
    expect(checkReply(operationOf({responses: [response('200')]}), reply(302))).toEqual({
      documented: 'no',
      body: 'no schema',
      problems: [{name: '', keyword: 'undocumented', message: 'The status 302 is not documented for this operation.'}],
    });
  });

  it.each<[string, ReplyFacts, [name: string, keyword: string][]]>([
    ['what is documented', {...json(200, '{"id":1}', 'application/vnd.example.v3+json'), ...rate}, []],
    ['text in a range', {...reply(200, {mediaType: 'text/plain', text: 'abc'}), ...rate}, []],
    ['no body where none is', reply(204), []],
    ['a wrong type', {...json(200, '{"id":"1"}', 'application/vnd.example.v3+json'), ...rate}, [['id', 'type']]],
    ['a missing property', {...json(200, '{}', 'application/vnd.example.v3+json'), ...rate}, [['id', 'required']]],
    ['long text', {...reply(200, {mediaType: 'text/plain', text: 'abcd'}), ...rate}, [['', 'maxLength']]],
    ['broken JSON', {...json(200, '{"id":', 'application/vnd.example.v3+json'), ...rate}, [['', 'syntax']]],
    ['HTML for JSON', {...reply(418, {mediaType: 'text/html', text: '<p>'})}, [['', 'undocumented']]],
    ['no media type', reply(418, {text: '{}'}), [['', 'undocumented']]],
    ['an empty body', reply(418), [['', 'required']]],
    ['a body where none is', json(204, '{}'), [['', 'undocumented']]],
    ['a missing header', json(200, '{"id":1}', 'application/vnd.example.v3+json'), [['header.X-Rate', 'required']]],
  ])('judges %s', (_, facts, problems) => {
    const check = checkReply(operation, facts);
    expect(check.problems.map(({name, keyword}) => [name, keyword])).toEqual(problems);
    for (const {message} of check.problems) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it('tells places in the body from headers of the same name', () => {
    const {problems} = checkReply(operation, json(200, '{"id":"1"}', 'application/vnd.example.v3+json'));
    expect(problems.map(({name, isInBody}) => [name, isInBody])).toEqual([
      ['header.X-Rate', undefined],
      ['id', true],
    ]);
  });

  it.each([
    ['application/x-ndjson', '{"id":1}\n{"id":"2"}\n', '1.id'],
    ['text/event-stream', 'data: x\nid: 1\n\ndata: y\nid: 2\nevent: \n\n', '1.event'],
  ])('checks each item of a sequence of %s', (mediaType, text, place) => {
    const items: Schema = {type: 'object', properties: {id: {type: ['integer', 'string']}, event: {minLength: 1}}};
    const strict: Schema = {...items, properties: {...items.properties, id: {type: 'integer'}}};
    const schema: Schema = {type: 'array', items: mediaType === 'text/event-stream' ? items : strict};
    const streams = operationOf({
      responses: [response('200', {content: [{mediaType, schema, examples: [], isSequence: true}]})],
    });
    const {problems} = checkReply(streams, reply(200, {mediaType, text}));
    expect(problems.map(({name}) => name)).toEqual([place]);
  });

  it('expects no body of a reply to HEAD', () => {
    expect(checkReply({...operation, method: 'HEAD'}, reply(418)).problems).toEqual([]);
  });

  it('names the first hundred differences and counts the rest', () => {
    const schema = {type: 'array', items: {type: 'string'}} as const;
    const lists = operationOf({
      responses: [response('200', {content: [{mediaType: 'application/json', schema, examples: []}]})],
    });
    const {problems} = checkReply(lists, json(200, JSON.stringify(Array.from({length: 130}, () => 1))));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('There are 30 more differences of this kind.');
  });

  describe('with the documents', () => {
    let operations: Operation[];
    beforeAll(async () => {
      const apis = await Promise.all(
        ['coindroids', 'doordeck'].map((id) => loadApi({id, spec: `openapi/${id}.yaml`}, process.cwd())),
      );
      operations = apis.flatMap((api) => api.operations);
    });

    it('agrees with every response example', () => {
      let examples = 0;
      for (const documented of operations) {
        for (const {status, content, headers: promised} of documented.responses) {
          const headers = Object.fromEntries(promised.map(({name}) => [name, '']));
          for (const {mediaType, examples: given} of content) {
            for (const {value} of given) {
              const facts = {...json(Number(status), JSON.stringify(value), mediaType), headers};
              expect(checkReply(documented, facts).problems).toEqual([]);
              examples++;
            }
          }
        }
      }
      expect(examples).toBeGreaterThanOrEqual(5);
    });
  });
});

describe('what a body is compared with', () => {
  const object: Schema = {type: 'object', required: ['id']};
  const target = operationOf({
    responses: [
      response('200', {
        content: [
          {mediaType: 'application/json', schema: object, examples: []},
          {mediaType: 'application/xml', schema: object, examples: []},
          {mediaType: 'text/xml', schema: {allOf: [{type: 'string'}]}, examples: []},
          {mediaType: 'application/yaml', schema: object, examples: []},
          {mediaType: 'text/csv', schema: {maxLength: 3}, examples: []},
          {mediaType: 'image/png', schema: {type: 'string', format: 'binary'}, examples: []},
          {mediaType: 'text/plain', examples: []},
        ],
      }),
      response('204'),
    ],
  });
  const text = (mediaType: string, given: string | undefined = 'abcd') => reply(200, {mediaType, text: given});

  it.each<[string, ReplyFacts, ReturnType<typeof checkReply>['body'], number]>([
    ['JSON', json(200, '{}'), 'schema', 1],
    ['text of a schema for text', text('text/csv; charset=utf-8'), 'schema', 1],
    ['XML of a schema for text', text('text/xml', '<a/>'), 'schema', 0],
    ['XML', text('application/xml', '<a/>'), {unchecked: 'XML is not checked against its schema.'}, 0],
    ['YAML', text('application/yaml'), {unchecked: 'application/yaml is not checked against its schema.'}, 0],
    [
      'bytes',
      reply(200, {mediaType: 'image/png', text: undefined}),
      {unchecked: 'Bytes are not checked against a schema.'},
      0,
    ],
    ['a body without a schema', text('text/plain'), 'no schema', 0],
    ['no body', reply(204), 'no body', 0],
  ])('is told for %s', (_, facts, body, count) => {
    const check = checkReply(target, facts);
    expect(check.body).toEqual(body);
    expect(check.problems).toHaveLength(count);
  });

  it('is nothing where the validator cannot run the schema', () => {
    const broken: Schema = {type: 'object', properties: {a: {multipleOf: 1, enum: null as never}}};
    const own = operationOf({
      responses: [response('200', {content: [{mediaType: 'application/json', schema: broken, examples: []}]})],
    });
    expect(checkReply(own, json(200, '{"a": 1}'))).toMatchObject({
      problems: [],
      body: {unchecked: 'This body could not be checked against its schema.'},
    });
  });
});
