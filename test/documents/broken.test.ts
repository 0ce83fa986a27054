import {chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createIsolatedChecker, type Measured} from '../../scripts/openapi/isolated-checker.ts';
import {brokenDocuments} from './broken-documents.ts';

const folder = join(__dirname, 'broken');
const limits = {seconds: 20, megabytes: 1024};

/** No document of these may take longer, on a busy machine, nor more memory. */
const longestMs = 10_000;
const mostMb = 1200;

function errorsOf({problems}: Measured) {
  return problems.filter(({severity}) => severity === 'error');
}

describe('each broken document', () => {
  const checker = createIsolatedChecker(folder, limits);
  afterAll(checker.close);

  it('has its expectations', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(brokenDocuments).sort());
    expect(Object.keys(brokenDocuments).length).toBeGreaterThanOrEqual(40);
  });

  it.each(Object.entries(brokenDocuments))(
    '%s is told with place and remedy, all mistakes at once',
    async (file, expected) => {
      const measured = await checker.check(file);
      const errors = errorsOf(measured);
      expect(measured.ok).toBe(false);
      expect(errors.map(({line, column, pointer}) => [line, column, pointer])).toEqual(
        expected.map(([line, column, pointer]) => [line, column, pointer]),
      );
      expected.forEach(([, , , message], index) => {
        expect(errors[index]?.message).toContain(message);
        expect(errors[index]?.hint).toMatch(/^[A-Z].{10,}[.?]$/);
      });
      expect(measured.ms).toBeLessThan(longestMs);
    },
  );
});

describe('what is too large to keep', () => {
  let site = '';
  beforeAll(() => {
    site = mkdtempSync(join(tmpdir(), 'broken-documents-'));
  });
  afterAll(() => {
    rmSync(site, {recursive: true});
  });

  const head = 'openapi: 3.1.0\ninfo: {title: Broken, version: "1"}\npaths: {}\n';
  const deep = (levels: number): string => `${'{"items": '.repeat(levels)}{}${'}'.repeat(levels)}`;
  const bomb = (levels: number): string =>
    Array.from({length: levels}, (_, level) => {
      const items = level === 0 ? 'lol' : `*b${level - 1}`;
      return `x-b${level}: &b${level} [${Array.from({length: 9}, () => items).join(', ')}]\n`;
    }).join('');

  const files: [name: string, content: string | Buffer, message: RegExp][] = [
    ['deep.json', `{"openapi": "3.1.0", "components": {"schemas": {"A": ${deep(50_000)}}}}`, /nested too deeply/],
    ['deep-flow.yaml', `${head}x-deep: ${'['.repeat(50_000)}${']'.repeat(50_000)}`, /nested too deeply/],
    ['deep-block.yaml', `${head}x-deep:\n  ${'- '.repeat(50_000)}1`, /nested too deeply/],
    ['deep-open.yaml', `${head}x-deep: ${'{a: '.repeat(50_000)}`, /nested too deeply|not readable/],
    ['less-deep.json', `{"openapi": "3.1.0", "components": {"schemas": {"A": ${deep(600)}}}}`, /nested too deeply/],
    ['bomb.yaml', `${head}${bomb(12)}`, /aliases make .* values/],
    ['bomb-in-schema.yaml', `${head}${bomb(9)}components: {schemas: {A: {enum: *b8}}}`, /aliases make .* values/],
    ['utf-16.yaml', Buffer.from(`\uFEFF${head}`, 'utf16le'), /UTF-16/],
    ['utf-16-without-mark.yaml', Buffer.from(head, 'utf16le'), /UTF-16/],
    ['latin-1.yaml', Buffer.from(head.replace('Broken', 'Prüfung'), 'latin1'), /not text in UTF-8/],
    ['binary.yaml', Buffer.from(Array.from({length: 4096}, (_, index) => (index * 7919) % 256)), /not text in UTF-8/],
    ['long-line.yaml', `${head}x-long: "${'a'.repeat(5_000_000)}`, /not readable/],
  ];

  it.each(files)('%s ends in a message, in time and in little memory', async (name, content, message) => {
    writeFileSync(join(site, name), content);
    const checker = createIsolatedChecker(site, limits);
    const measured = await checker.check(name);
    checker.close();
    expect(measured.ok).toBe(false);
    expect(errorsOf(measured)[0]?.message).toMatch(message);
    expect(errorsOf(measured)[0]).toMatchObject({file: name, line: expect.any(Number), hint: expect.any(String)});
    expect(measured.ms).toBeLessThan(longestMs);
    expect(measured.peakMb).toBeLessThan(mostMb);
  });

  it('a folder, a missing file and one that may not be read are told apart from a document', async () => {
    mkdirSync(join(site, 'folder.yaml'));
    writeFileSync(join(site, 'locked.yaml'), head);
    chmodSync(join(site, 'locked.yaml'), 0);
    const checker = createIsolatedChecker(site, limits);
    expect(errorsOf(await checker.check('folder.yaml'))[0]?.message).toContain('it is a folder');
    expect(errorsOf(await checker.check('missing.yaml'))[0]?.message).toContain('ENOENT');
    // Root may read every file.
    if (process.getuid?.() !== 0) expect(errorsOf(await checker.check('locked.yaml'))[0]?.message).toContain('EACCES');
    checker.close();
  });

  it('a document that takes too long is ended, and the next is checked all the same', async () => {
    const operation = {responses: {200: {description: 'ok'}}};
    const paths = Object.fromEntries(Array.from({length: 20_000}, (_, index) => [`/a/${index}`, {get: operation}]));
    const info = {title: 'Slow', version: '1'};
    writeFileSync(join(site, 'slow.json'), JSON.stringify({openapi: '3.1.0', info, paths}));
    writeFileSync(join(site, 'fine.json'), JSON.stringify({openapi: '3.1.0', info, paths: {}}));
    const checker = createIsolatedChecker(site, {...limits, seconds: 2});
    const ended = await checker.check('slow.json');
    expect(ended).toMatchObject({ok: false, problems: [{message: 'The document took more than 2 s.'}]});
    expect(await checker.check('fine.json')).toMatchObject({ok: true});
    checker.close();
  });
});
