import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {checkFile} from './check-file.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prose-links-'));
  mkdirSync(join(folder, 'docs'));
  mkdirSync(join(folder, 'openapi'));
  writeFileSync(join(folder, 'docs/start.mdx'), '# Start\n');
});

afterAll(() => rmSync(folder, {recursive: true}));

it('names the place of each link in prose that leads nowhere, and no other', async () => {
  const description = [
    'See [start](../docs/start.mdx#a), [gone](../docs/gone.md), [a](#/paths/~1a/get), [b](#/paths/~1b/get),',
    '[web](https://example.com/x.md), `[code](./code.md)`, [site](/docs/anything) and <a href="no.mdx">raw</a>.',
  ].join(' ');
  const responses = {200: {description: 'OK', content: {'text/plain': {example: {description: '[x](./x.md)'}}}}};
  const document = {
    openapi: '3.1.0',
    info: {title: 'T', version: '1', license: {name: 'MIT', identifier: 'MIT'}},
    servers: [{url: 'https://example.com'}],
    security: [],
    paths: {'/a': {get: {operationId: 'a', summary: 'A', description, responses}}},
  };
  writeFileSync(join(folder, 'openapi/a.json'), JSON.stringify(document, undefined, 1));
  const {problems, ok} = await checkFile('openapi/a.json', folder);
  const own = problems.filter(({rule}) => rule === 'prose-link');
  expect(ok).toBe(true);
  expect(own.map(({message}) => /"(.*)"/.exec(message)?.[1])).toEqual(['../docs/gone.md', '#/paths/~1b/get', 'no.mdx']);
  for (const {file, line, pointer} of own) {
    expect([file, pointer]).toEqual(['openapi/a.json', '#/paths/~1a/get/description']);
    expect(line).toBeGreaterThan(1);
  }
});
