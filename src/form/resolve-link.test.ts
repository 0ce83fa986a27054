import {describe, expect, it} from 'vitest';
import type {Link} from '../model/operation.ts';
import type {ExpressionContext} from '../model/runtime-expression.ts';
import {emptyValues} from '../model/values.ts';
import {operation, parameter} from '../../test/fixtures/operation.ts';
import {buildRequest} from '../request/build-request.ts';
import {toFields} from './fields.ts';
import {exactValue} from './parse-exact-json.ts';
import {placeValues} from './place-values.ts';
import {readForm} from './read-form.ts';
import {resolveLink} from './resolve-link.ts';

const context: ExpressionContext = {
  url: 'https://api.doordeck.com/auth/register',
  method: 'POST',
  request: {...emptyValues(), body: {email: 'grace@example.com', password: 'pw', displayName: null}},
  response: {status: 409, headers: {}, body: undefined},
};

function link(given: Partial<Link>): Link {
  return {
    name: 'retry',
    label: 'Retry',
    operationKey: 'doordeck/register',
    parameters: {},
    securitySchemes: [],
    ...given,
  };
}

describe('resolveLink', () => {
  it('repeats a request with another parameter', () => {
    expect(resolveLink(link({parameters: {'query.force': true}, requestBody: '$request.body'}), context)).toEqual({
      parameters: {'query.force': true},
      body: {email: 'grace@example.com', password: 'pw', displayName: null},
      missing: [],
    });
  });

  it('fills a tree, leaves out what has no value, and names it', () => {
    const requestBody = {
      email: '$request.body#/email',
      name: '$request.body#/displayName',
      phone: '$request.body#/phone',
      nested: {list: ['$statusCode', '$response.body#/x', 'plain', 7, false]},
    };
    expect(
      resolveLink(link({parameters: {id: '$response.body#/id', 'path.v': 'v{$statusCode}'}, requestBody}), context),
    ).toEqual({
      parameters: {'path.v': 'v409'},
      body: {email: 'grace@example.com', name: null, nested: {list: [409, 'plain', 7, false]}},
      missing: ['id', 'body.phone', 'body.nested.list.1'],
    });
  });

  it('gives no body where the link gives none, or where there is none to give', () => {
    expect(resolveLink(link({}), context)).toEqual({parameters: {}, body: undefined, missing: []});
    expect(resolveLink(link({requestBody: '$response.body'}), context)).toEqual({
      parameters: {},
      body: undefined,
      missing: ['body'],
    });
  });

  it('hands the digits of a 64-bit number on to the address of the next call', () => {
    const body = exactValue('{"id": 9223372036854775807}');
    const {parameters} = resolveLink(link({parameters: {id: '$response.body#/id'}}), {
      ...context,
      response: {status: 200, headers: {}, body},
    });
    const target = operation({
      path: '/things/{id}',
      parameters: [parameter('path', 'id', {schema: {type: 'integer', format: 'int64'}})],
    });
    const fields = toFields(target);
    const {values} = readForm(fields, placeValues(fields, parameters));
    expect(buildRequest(target, values, {server: 'https://api.example.com'}).url).toBe(
      'https://api.example.com/things/9223372036854775807',
    );
  });
});
