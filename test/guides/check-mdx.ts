import {spawn} from 'node:child_process';

/** Checks all MDX of a project, as its `npm run typecheck` does. Gives what it complains of; empty when all is well. */
export function checkMdx(folder: string): Promise<string> {
  return new Promise((done, reject) => {
    const command = ['node_modules/.bin/tsx', 'scripts/check-guides.ts'];
    const child = spawn(process.execPath, command, {cwd: folder, stdio: ['ignore', 'inherit', 'pipe']});
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => done(complaints));
  });
}
