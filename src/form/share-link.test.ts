import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mediaType, operation, parameter} from '../../test/fixtures/operation.ts';
import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import type {Operation} from '../model/operation.ts';
import {emptyValues} from '../model/values.ts';
import type {RequestValues} from '../model/values.ts';
import {writeJson} from '../request/write-json.ts';
import {decodeShareLink, encodeShareLink, fingerprintOf} from './share-link.ts';

const canary = 'CANARY-7f3a';
const secret = {type: 'string', format: 'password'} as const;

function post(parts: Partial<Operation> = {}): Operation {
  const content = [mediaType('application/json'), mediaType('text/plain')];
  const parameters = [
    parameter('path', 'id'),
    parameter('query', 'q'),
    parameter('header', 'X-A'),
    parameter('cookie', 'c'),
  ];
  return operation({
    method: 'POST',
    path: '/things/{id}',
    parameters,
    requestBody: {required: true, content},
    ...parts,
  });
}

function link(target: Operation, values: Partial<RequestValues>, contentType?: string) {
  const made = encodeShareLink(target, {...emptyValues(), ...values}, {contentType});
  if ('refusal' in made) throw new Error(made.refusal);
  return made;
}

describe('a link to a request', () => {
  it('brings the values back, exact numbers digit by digit', () => {
    const values = {
      path: {id: 'a/b'},
      query: {q: [1, 'é', null]},
      header: {'X-A': ''},
      body: {n: new ExactNumber('9007199254740993'), __proto__x: {deep: [true]}},
    };
    const {fragment, leavesOut} = link(post(), values, 'text/plain');
    expect(fragment).toMatch(/^#try=1\.[\w-]+$/);
    expect(leavesOut).toEqual([]);
    expect(decodeShareLink(post(), fragment)).toEqual({
      values: {...emptyValues(), ...values},
      contentType: 'text/plain',
      hasChanged: false,
    });
  });

  it('has no secret, no credential, no cookie and no file in it, and says so', () => {
    const schema = {properties: {pin: secret, list: {items: secret}, open: {type: 'string'} as const}};
    const target = post({
      parameters: [
        parameter('query', 'key'),
        parameter('header', 'X-Auth-Token'),
        parameter('cookie', 'c'),
        parameter('query', 's', {schema: secret}),
      ],
      securitySchemes: {k: {type: 'apiKey', in: 'query', name: 'key'}},
      requestBody: {required: true, content: [mediaType('application/json', {schema})]},
    });
    const {fragment, leavesOut} = link(target, {
      query: {key: canary, s: canary},
      header: {'X-Auth-Token': canary},
      cookie: {c: canary},
      body: {
        pin: canary,
        list: [canary, canary],
        client_secret: canary,
        nested: [{refreshToken: canary}],
        file: new FileValue(canary, '', new TextEncoder().encode(canary)),
        open: 'shown',
      },
    });
    const text = atob(fragment.slice(7).replaceAll('-', '+').replaceAll('_', '/'));
    expect(text).not.toContain(canary);
    expect(text).toContain('shown');
    expect(leavesOut.toSorted()).toEqual([
      'Cookies are not in the link.',
      'Files are not in the link.',
      'Secrets are not in the link.',
    ]);
  });

  it('is refused in a sentence when it is too long', () => {
    expect(encodeShareLink(post(), {...emptyValues(), body: 'x'.repeat(7000)})).toEqual({
      refusal: 'This request is too long for a link. Copy it as code instead.',
    });
  });

  it('says whether the form has changed since', () => {
    const {fragment} = link(post(), {query: {q: 'x'}});
    const changed = post({path: '/other/{id}'});
    expect(decodeShareLink(changed, fragment)).toMatchObject({hasChanged: true, values: {query: {q: 'x'}}});
  });

  it('brings back what it was given, whatever it is', () => {
    const value = fc
      .jsonValue({maxDepth: 3})
      .filter((json) => !/"[^"]*(token|secret|otp|key)"/i.test(JSON.stringify(json)));
    fc.assert(
      fc.property(value, fc.string({unit: 'binary', maxLength: 20}), (body, q) => {
        const made = encodeShareLink(post(), {...emptyValues(), query: {q}, body: body});
        if ('refusal' in made) return;
        const read = decodeShareLink(post(), made.fragment);
        expect(writeJson(read?.values.body ?? null)).toBe(JSON.stringify(body));
        expect(read?.values.query['q']).toBe(q);
      }),
    );
  });
});

describe('a hostile fragment', () => {
  const encode = (text: string) =>
    `#try=1.${btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '')}`;

  it.each([
    '',
    '#try=',
    '#try=2.e30',
    '#try=1.***',
    '#try=1.A',
    '#response',
    encode('[]'),
    encode('{"b": '),
    encode('\ud800'),
    encode('"x"'),
    encode(`{"b":${'['.repeat(2000)}${']'.repeat(2000)}}`),
    `#try=1.${'A'.repeat(100_000)}`,
  ])('%.40s is none of ours', (fragment) => {
    expect(decodeShareLink(post(), fragment)).toBeUndefined();
  });

  it('fills nothing but what the operation declares, and no secret', () => {
    const target = post({
      parameters: [parameter('query', 'q'), parameter('query', 's', {schema: secret})],
      requestBody: undefined,
    });
    const read = decodeShareLink(
      target,
      encode(
        '{"f":1,"t":"text/html","p":{"id":1},"q":{"q":1,"s":"x","__proto__":{"polluted":1},"other":2},"h":{"Cookie":"a"},"c":{"c":"x"},"b":{"x":1},"__proto__":{"polluted":1}}',
      ),
    );
    expect(read).toEqual({
      values: {...emptyValues(), query: {q: 1}},
      contentType: undefined,
      hasChanged: true,
    });
    expect(({} as {polluted?: unknown}).polluted).toBeUndefined();
  });

  it('never throws', () => {
    const nearly = fc.oneof(
      fc.string(),
      fc.string({unit: 'binary'}).map(encode),
      fc.json().map(encode),
      fc.base64String().map((text) => `#try=1.${text}`),
    );
    fc.assert(fc.property(nearly, (fragment) => void decodeShareLink(post(), fragment)));
  });
});

describe('fingerprintOf', () => {
  const withBody = (schema: object, schemas: Operation['schemas'] = {}) =>
    fingerprintOf(post({requestBody: {required: true, content: [mediaType('application/json', {schema})]}, schemas}));

  it('is short, and the same for what only reads differently', () => {
    expect(fingerprintOf(post())).toMatch(/^[a-z\d]{6,14}$/);
    expect(fingerprintOf(post({title: 'Other', description: 'x', responses: [], tags: ['a']}))).toBe(
      fingerprintOf(post()),
    );
    expect(fingerprintOf(post({parameters: post().parameters.toReversed()}))).toBe(fingerprintOf(post()));
    expect(withBody({type: 'string', description: 'a'})).toBe(withBody({description: 'b', type: 'string'}));
    const named = (other: object) => ({A: {type: 'string'} as const, Unused: other});
    expect(withBody({$ref: '#/components/schemas/A'}, named({}))).toBe(
      withBody({$ref: '#/components/schemas/A'}, named({type: 'null'})),
    );
  });

  it('changes with what the form depends on', () => {
    const ref = {$ref: '#/components/schemas/A'};
    const all = [
      fingerprintOf(post()),
      fingerprintOf(post({method: 'PUT'})),
      fingerprintOf(post({parameters: []})),
      fingerprintOf(post({requestBody: undefined})),
      withBody({type: 'string'}),
      withBody({type: 'string', maxLength: 1}),
      withBody(ref, {A: {type: 'string'}}),
      withBody(ref, {A: {type: 'number'}}),
      withBody(ref, {A: {items: {$ref: '#/components/schemas/B'}}, B: {type: 'number'}}),
      withBody(ref, {A: {items: {$ref: '#/components/schemas/B'}}, B: {type: 'string'}}),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a body that is edited as text', () => {
  const made = (target: Operation, rawBody: string, body?: RequestValues['body']) => {
    const link = encodeShareLink(target, {...emptyValues(), body}, {rawBody});
    if ('refusal' in link) throw new Error(link.refusal);
    return {...link, shared: decodeShareLink(target, link.fragment)};
  };
  const guarded = post({
    requestBody: {required: true, content: [mediaType('application/json', {schema: {properties: {pin: secret}}})]},
  });

  it('comes back as it was typed, broken or not', () => {
    for (const text of ['{\n\n "a": 1}', '{"a"', '']) {
      const {shared, leavesOut} = made(post(), text);
      expect([shared?.rawBody, leavesOut]).toEqual([text, []]);
    }
  });

  it('is values without secrets where it may hold some, and nothing where it cannot be read', () => {
    const text = `{"pin": "${canary}", "open": 1}`;
    const readable = made(guarded, text, {pin: canary, open: 1});
    expect(readable.shared).toMatchObject({rawBody: undefined, values: {body: {open: 1}}});
    expect(readable.leavesOut).toContain('The body is in the link as values, without the layout of its text.');
    const broken = made(guarded, `{"pin": "${canary}`);
    expect(broken.shared).toMatchObject({rawBody: undefined, values: {body: undefined}});
    expect(broken.leavesOut).toEqual(['The text of the body is not in the link, for it may hold secrets.']);
    for (const {fragment} of [readable, broken]) expect(atob(fragment.slice('#try=1.'.length))).not.toContain(canary);
  });

  it('is left out where it names a secret that the document does not know', () => {
    expect(made(post(), `{"authToken": "${canary}"`).shared?.rawBody).toBeUndefined();
    expect(made(post(), `{"a": {"client_secret": "${canary}"}}`, {a: {client_secret: canary}}).shared).toMatchObject({
      rawBody: undefined,
      values: {body: {a: {}}},
    });
    expect(made(post(), `{"password": "${canary}", "password": ""}`, {password: ''}).shared?.rawBody).toBeUndefined();
  });
});
