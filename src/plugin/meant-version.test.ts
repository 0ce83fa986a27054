import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {checkFile} from './check-file.ts';
import {loadDocument} from './load-document.ts';

const siteDir = mkdtempSync(join(tmpdir(), 'meant-version-'));
afterAll(() => rmSync(siteDir, {recursive: true}));

const rest = `info: {title: Test, version: '1'}
paths: {/a: {get: {operationId: a, responses: {'200': {description: ok}}}}}
`;

describe('a version that is clear but not written as OpenAPI demands', () => {
  it.each([
    ['a.yaml', `openapi: 3.0\n${rest}`, '3.0', 'openapi: "3.0.0"'],
    ['a.yaml', `openapi: 3.1 # the newest\n${rest}`, '3.1', 'openapi: "3.1.0"'],
    ['a.yaml', `openapi: '3.2'\n${rest}`, '3.2', 'openapi: "3.2.0"'],
    ['a.yaml', `swagger: 2.0\n${rest}`, '2.0', 'swagger: "2.0"'],
    ['a.yaml', `swagger: '2'\n${rest}`, '2', 'swagger: "2.0"'],
    [
      'a.json',
      '{"openapi": 3.0, "info": {"title": "", "version": ""}, "paths": {"/a": {"get": {}}}}',
      '3.0',
      '"3.0.0"',
    ],
  ])('%s: %j is read, and told', async (spec, text, written, remedy) => {
    writeFileSync(join(siteDir, spec), text);
    const {document, warnings} = await loadDocument({id: 'api', spec}, siteDir);
    expect(document['openapi']).toMatch(/^3\.[012]\.\d$/);
    expect(document['swagger']).toBeUndefined();
    const told = warnings.find(({rule}) => rule === 'version-text');
    expect(told).toMatchObject({severity: 'error', file: spec, line: 1, column: spec === 'a.json' ? 2 : 1});
    expect(told?.message).toContain(`not ${written};`);
    expect(told?.hint).toContain(remedy);
    const {ok, counts} = await checkFile(spec, siteDir);
    expect({ok, operations: counts.operations}).toEqual({ok: false, operations: 1});
  });

  it.each(['openapi: "3.0.3"', 'swagger: "2.0"'])('%s is as it must be', async (version) => {
    writeFileSync(join(siteDir, 'a.yaml'), `${version}\n${rest}`);
    const {warnings} = await loadDocument({id: 'api', spec: 'a.yaml'}, siteDir);
    expect(warnings.filter(({rule}) => rule === 'version-text')).toEqual([]);
  });
});
