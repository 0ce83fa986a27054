import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

const root = resolve(__dirname, '../..');
let folder: string;

beforeAll(() => {
  // Below node_modules, so that the runs find Vitest and no other run finds them.
  folder = mkdtempSync(join(root, 'node_modules/.totals-'));
});

afterAll(() => {
  rmSync(folder, {recursive: true});
});

/** The last line that a run of one test file prints, and its exit code. */
function run(name: string, code: string): {lastLine: string | undefined; status: number | null} {
  const config = join(folder, 'vitest.config.mjs');
  writeFileSync(
    config,
    `export default {test: {include: ['${name}.check.mjs'], dangerouslyIgnoreUnhandledErrors: false}};`,
  );
  writeFileSync(join(folder, `${name}.check.mjs`), `import {expect, it, describe, beforeAll} from 'vitest';\n${code}`);
  const {stdout, status} = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--root', folder, '--config', config],
      ...['--reporter', 'default', '--reporter', join(root, 'test/support/totals-reporter.ts')],
    ],
    {encoding: 'utf8', env: {...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined}},
  );
  return {lastLine: stdout.trimEnd().split('\n').at(-1), status};
}

describe('TotalsReporter', () => {
  it('counts what passed, failed and was skipped', () => {
    const code = "it('a', () => {}); it('b', () => {}); it.skip('c', () => {}); it('d', () => { expect(1).toBe(2); });";
    expect(run('mixed', code)).toEqual({lastLine: '2 passed, 1 failed, 1 skipped', status: 1});
  });

  it('says nothing of skipped tests when there are none', () => {
    expect(run('good', "it('a', () => {});")).toEqual({lastLine: '1 passed, 0 failed', status: 0});
  });

  it('counts a file that cannot be loaded as a failure', () => {
    expect(run('broken', "throw new Error('no');")).toEqual({lastLine: '0 passed, 1 failed', status: 1});
  });

  it('counts an error outside of any test as a failure', () => {
    const code =
      "it('a', async () => { setTimeout(() => { throw new Error('late'); }); await new Promise((r) => setTimeout(r, 50)); });";
    expect(run('late', code)).toEqual({lastLine: '1 passed, 1 failed', status: 1});
  });

  it('counts a suite whose set-up fails as a failure', () => {
    const code = "describe('s', () => { beforeAll(() => { throw new Error('no'); }); it('a', () => {}); });";
    const {lastLine, status} = run('set-up', code);
    expect(lastLine).toMatch(/^0 passed, [1-9]\d* failed/);
    expect(status).toBe(1);
  });
}, 30_000);
