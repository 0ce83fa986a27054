import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';

const root = join(__dirname, '../..');

function run(...args: string[]) {
  const script = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/openapi.ts'), ...args];
  const env = {...process.env, INIT_CWD: root};
  return spawnSync(process.execPath, script, {cwd: root, encoding: 'utf8', env});
}

describe('npm run openapi', () => {
  it('checks every file, a bad one among them, and prints nothing but one object a line', () => {
    const files = [
      'test/documents/valid/many-files/main.yaml',
      'test/documents/broken/many-mistakes.yaml',
      'openapi/coindroids.yaml',
    ];
    const {status, stdout, stderr} = run('check', ...files, '--json');
    expect({status, stderr}).toEqual({status: 1, stderr: ''});
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({file, ok}) => [file, ok])).toEqual(files.map((file) => [file, !file.includes('broken')]));
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['file', 'ok', 'problems', 'counts', 'ms', 'peakMb']);
      expect(line['ms']).toBeGreaterThan(0);
      expect(line['peakMb']).toBeGreaterThan(10);
    }
    expect(lines[0]?.['counts']).toEqual({
      operations: 3,
      webhooks: 0,
      parameters: 1,
      properties: 7,
      schemas: 4,
      responses: 5,
      examples: 4,
      invalidExamples: 0,
    });
    const [problem] = lines[1]?.['problems'] as object[];
    expect(Object.keys(problem ?? {})).toEqual(['severity', 'file', 'line', 'column', 'pointer', 'message', 'hint']);
  });

  it('exits with 0 when every document can be used, and says so in words', () => {
    const {status, stdout} = run('check', 'openapi/doordeck.yaml');
    expect(status).toBe(0);
    expect(stdout).toContain('openapi/doordeck.yaml: usable, 0 errors');
  });

  it('prints the Markdown of an operation and of the API', () => {
    expect(run('markdown', 'openapi/doordeck.yaml', 'login').stdout).toMatch(/^# Login\n\n```http\nPOST https:/);
    expect(run('markdown', 'openapi/doordeck.yaml').stdout).toMatch(/^# /);
  });

  it('names the operations when one is asked for that there is not, and its usage when nothing is', () => {
    const unknown = run('markdown', 'openapi/doordeck.yaml', 'logn');
    expect(unknown).toMatchObject({status: 1, stdout: ''});
    expect(unknown.stderr).toContain('There is no operation "logn"');
    expect(unknown.stderr).toContain('  login');
    expect(run()).toMatchObject({status: 2, stdout: '', stderr: expect.stringContaining('check FILE') as string});
  });
});
