import {beforeEach, describe, expect, it} from 'vitest';
import {operationOf} from '../../../../../test/support/documented-operations.ts';
import type {FormState} from '../../../../form/form-state.ts';
import {emptyValues} from '../../../../model/values.ts';
import type {SendResult} from '../perform-send.ts';
import {clearHistory, forgetSecrets, historyEntries} from './history-store.ts';
import {recordExchange} from './record-exchange.ts';

const operation = operationOf({
  requestBody: {
    required: true,
    content: [
      {
        mediaType: 'application/json',
        schema: {type: 'object', properties: {password: {type: 'string', format: 'password'}, name: {type: 'string'}}},
        examples: [],
      },
    ],
  },
});

function resultOf(text: string, issued: Record<string, string> = {}): SendResult {
  const reply = {
    status: 200,
    statusText: 'OK',
    headers: [['x-echo', 'canary-header'] as [string, string]],
    url: 'https://api.example.com/',
    redirected: false,
    mediaType: 'application/json',
    bytes: new Uint8Array(),
    text,
    size: text.length,
  };
  return {
    shown: {method: 'POST', url: 'https://api.example.com/', headers: []},
    isDemo: false,
    exchange: {
      request: {method: 'POST', url: 'https://api.example.com/', headers: []},
      startedAt: 0,
      durationMs: 1,
      outcome: {kind: 'reply', reply},
    },
    isSuccess: true,
    summary: '',
    fieldProblems: [],
    issued,
  };
}

function record(text: string, issued?: Record<string, string>, state: FormState = {}): void {
  const values = {...emptyValues(), body: {password: 'canary-password', name: 'Ada'}};
  const credentials = {key: 'canary-header'};
  recordExchange({operation, values, credentials, state, result: resultOf(text, issued)});
}

describe('recordExchange', () => {
  beforeEach(clearHistory);

  it('keeps no secret that was sent, held or issued in what is shown', () => {
    record('{"echo":"canary-password","token":"canary-issued","name":"Ada"}', {bearer: 'canary-issued'});
    const [{state, openState, ...shown} = {state: {}, openState: {}}] = historyEntries();
    expect(JSON.stringify(shown)).not.toContain('canary');
    expect(JSON.stringify(shown)).toContain('Ada');
    expect([state, openState]).toEqual([{}, {}]);
  });

  it('keeps none of an earlier send either', () => {
    record('{}', {bearer: 'canary-earlier'});
    record('{"echo":"canary-earlier"}');
    const [{outcome} = {outcome: undefined}] = historyEntries();
    expect(outcome).toMatchObject({text: '{"echo":"••••••"}'});
  });

  it('forgets the secrets of all exchanges when they are to be forgotten, and keeps the rest', () => {
    const typed: FormState = {
      'body.password': 'canary-password',
      'body.password#confirm': 'canary-password',
      'body.name': 'Ada',
      'header.key': 'Bearer canary-header',
      'query.force': true,
      '#raw': '{"password": "canary\\u002dpassword"}',
    };
    record('{}', {}, typed);
    expect(historyEntries()[0]?.state).toEqual(typed);
    forgetSecrets();
    expect(JSON.stringify(historyEntries())).not.toContain('canary');
    expect(historyEntries()[0]?.state).toEqual({'body.name': 'Ada', 'query.force': true});
  });

  it('keeps the last twenty, newest first, and no very long text', () => {
    for (let n = 0; n < 25; n++) record(String(n));
    record(`"${'x'.repeat(300_000)}"`);
    expect(historyEntries()).toHaveLength(20);
    expect(historyEntries()[0]?.outcome).toMatchObject({kind: 'reply', text: undefined, size: 300_002});
    expect(historyEntries().at(-1)?.outcome).toMatchObject({text: '6'});
  });
});
