import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

/** What the pages need besides their scripts. Forms send to any server that their reader chooses. */
const directives: Record<string, string> = {
  'default-src': "'none'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data:",
  'media-src': 'blob:',
  'font-src': "'self'",
  'connect-src': '*',
  'worker-src': "'self'",
  'frame-src': 'blob:',
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/**
 * Prints a Content-Security-Policy for a built site: its own files, and of scripts inside of pages only those that the
 * build has put there, by their hashes (CSP Level 3, section 6.7.3.3).
 */
function printPolicy(folder: string): void {
  const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.html'));
  if (pages.length === 0) throw new Error(`There is no page in ${folder}. Run npm run build first.`);
  const hashes = new Set(pages.flatMap((page) => scriptHashes(readFileSync(join(folder, page), 'utf8'))));
  const {'default-src': fallback, ...others} = directives;
  const policy = {'default-src': fallback, 'script-src': ["'self'", ...[...hashes].sort()].join(' '), ...others};
  console.log(
    Object.entries(policy)
      .map(([name, sources]) => `${name} ${sources}`)
      .join('; '),
  );
}

/** Of the inline scripts that run; a block of data, such as JSON-LD, is none. */
function scriptHashes(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].flatMap(([, attributes = '', code = '']) => {
    if (/\b(?:src|type)=/.test(attributes)) return [];
    return [`'sha256-${createHash('sha256').update(code).digest('base64')}'`];
  });
}

try {
  printPolicy(process.argv[2] ?? 'build');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
