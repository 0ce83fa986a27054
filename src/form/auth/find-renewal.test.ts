import {describe, expect, it} from 'vitest';
import type {Link, Response} from '../../model/operation.ts';
import {emptyValues} from '../../model/values.ts';
import {findRenewal} from './find-renewal.ts';
import {joinBasic, splitBasic} from './basic.ts';

const context = {
  url: 'https://api.example/token',
  method: 'POST',
  request: emptyValues(),
  response: {status: 200, headers: {}, body: {access: 'a', refresh: 'r', id: 7}},
};

const link = (more: Partial<Link>): Link => ({
  name: 'renew',
  label: 'Renew',
  operationKey: 'a/renew',
  parameters: {},
  securitySchemes: [],
  ...more,
});

const response = (links: Link[]): Response => ({
  status: '200',
  description: '',
  headers: [],
  content: [],
  links,
  issuesCredential: {access: '$response.body#/access', refresh: '$response.body#/refresh'},
});

describe('findRenewal', () => {
  it('is the link to an operation that issues the credential anew, with its values', () => {
    const renew = link({securitySchemes: ['refresh'], issues: ['access'], parameters: {id: '$response.body#/id'}});
    expect(findRenewal('access', response([link({securitySchemes: ['access']}), renew]), context)).toEqual({
      kind: 'operation',
      operationKey: 'a/renew',
      label: 'Renew',
      parameters: {id: 7},
      body: undefined,
    });
  });

  it('is no link to an operation that issues another, or that takes nothing of this reply', () => {
    const links = [
      link({securitySchemes: ['refresh'], issues: ['refresh']}),
      link({securitySchemes: ['other'], issues: ['access']}),
      link({issues: ['access']}),
    ];
    expect(findRenewal('access', response(links), context)).toBeUndefined();
  });
});

describe('joinBasic', () => {
  it.each([
    ['ada', 'secret', 'ada:secret'],
    ['', '', ''],
    ['ada', '', 'ada:'],
    ['', 'a:b', ':a:b'],
    ['ada:pasted', '', 'ada:pasted'],
    ['ada:', 'kept', 'ada:kept'],
  ])('joins %j and %j', (user, password, joined) => {
    expect(joinBasic(user, password)).toBe(joined);
  });

  it('is taken apart again', () => {
    expect(splitBasic('ada:a:b')).toEqual({user: 'ada', password: 'a:b'});
  });
});
