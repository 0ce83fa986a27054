import {expect, it} from 'vitest';
import {loadApi} from '../../src/plugin/load-api.ts';
import {contractProblems} from '../support/contract.ts';
import {operationOf} from '../support/documented-operations.ts';

// The contract tests are worth as much as what they notice.
const api = await loadApi({id: 'coindroids', spec: 'openapi/coindroids.yaml'}, process.cwd());
const players = api.operations.find(({operationId}) => operationId === 'listPlayers') ?? operationOf({});
const right = {'Content-Type': 'application/json', 'Content-Range': '0-0/1'};

it('accepts what is documented', async () => {
  expect(await contractProblems(players, new Response('[{"id":1}]', {headers: right}))).toEqual([]);
});

it.each<[string, BodyInit | null, ResponseInit, RegExp]>([
  ['a status', null, {status: 418}, /418/],
  ['a body of another form', '[{"id":"one"}]', {headers: right}, /0\.id/],
  ['a media type', '<a/>', {headers: {...right, 'Content-Type': 'text/xml'}}, /text\/xml/],
  ['a missing header', '[]', {headers: {'Content-Type': 'application/json'}}, /Content-Range/],
  ['a header of another form', '[]', {headers: {...right, 'Content-Range': 'all'}}, /content-range/],
  ['a header that nobody documents', '[]', {headers: {...right, 'X-Other': '1'}}, /x-other/],
  ['a body where none belongs', 'text', {status: 400}, /body/],
  ['a missing body', null, {headers: right}, /empty/],
])('notices %s', async (_what, body, init, problem) => {
  expect((await contractProblems(players, new Response(body, init))).join('\n')).toMatch(problem);
});
