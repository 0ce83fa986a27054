import {describe, expect, it} from 'vitest';
import {plainSentences, readDocuments} from './documents.ts';

describe('readDocuments', () => {
  it('finds every operation under the address of its page', () => {
    const paths = readDocuments().flatMap(({operations}) => operations.map(({path}) => path));
    expect(paths).toEqual([
      '/reference/coindroids/register',
      '/reference/coindroids/identify',
      '/reference/coindroids/list-players',
      '/reference/doordeck/register',
      '/reference/doordeck/login',
      '/reference/doordeck/refresh-token',
      '/reference/doordeck/logout',
      '/reference/doordeck/verify-email',
      '/reference/doordeck/reverify-email',
      '/reference/doordeck/get-user-details',
      '/reference/doordeck/update-user-details',
      '/reference/doordeck/delete-account',
      '/reference/doordeck/change-password',
      '/reference/doordeck/register-ephemeral-key',
      '/reference/doordeck/register-ephemeral-key-with-secondary-authentication',
      '/reference/doordeck/verify-ephemeral-key',
    ]);
  });

  it('finds every property, nested ones too', () => {
    const register = readDocuments()[0]?.operations[0];
    expect(register?.body?.rows.map(({id, required}) => [id, required])).toEqual([
      ['body.username', true],
      ['body.email', true],
      ['body.password', true],
      ['body.invite_code', true],
    ]);
    expect(register?.responses[0]?.rows.map(({id}) => id)).toEqual([
      'response-200.profile',
      'response-200.profile.id',
      'response-200.profile.username',
      'response-200.profile.email',
      'response-200.errors',
      'response-200.errors.field',
      'response-200.errors.message',
      'response-200.token',
    ]);
  });
});

describe('plainSentences', () => {
  it('reads CommonMark as a reader sees it', () => {
    expect(plainSentences('Ask **them**,\nor [us](#x).\n\n:::tip[Codes]\nUse `a`.\n:::\n')).toEqual([
      'Ask them, or us.',
      'Codes',
      'Use a.',
    ]);
  });
});
