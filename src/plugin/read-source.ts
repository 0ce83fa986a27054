import {readFileSync, statSync} from 'node:fs';
import {OpenApiError} from './openapi-error.ts';
import {shownPath} from './problems.ts';

const begin = 'Begin the document with `openapi: 3.1.0`.';

/**
 * The text of a document. Throws an `OpenApiError` for what is none: a folder, a file that is missing or cannot be read,
 * an empty one, bytes that are not UTF-8.
 */
export function readSource(path: string, siteDir: string): string {
  const fail = (message: string, hint: string, offset = 0): OpenApiError => {
    const lines = text.slice(0, offset).split('\n');
    const place = {line: lines.length, column: (lines.at(-1) ?? '').length + 1, pointer: '#/'};
    return new OpenApiError([{severity: 'error', file: shownPath(path, siteDir), ...place, message, hint}]);
  };
  let text = '';
  let bytes: Buffer;
  try {
    if (statSync(path).isDirectory()) throw new Error('it is a folder');
    bytes = readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fail(`The file cannot be read: ${reason}.`, 'Check the path, and that the file is there and readable.');
  }
  if (isUtf16(bytes)) throw fail('The file is encoded as UTF-16.', 'Save it as UTF-8.');
  text = bytes.toString('utf8');
  if (text.trim() === '') throw fail('The file is empty.', begin);
  // A byte that is no UTF-8 is read as U+FFFD, which is three bytes long.
  const strange = text.includes('\0')
    ? text.indexOf('\0')
    : bytes.equals(Buffer.from(text))
      ? -1
      : text.indexOf('\uFFFD');
  if (strange >= 0)
    throw fail('The file is not text in UTF-8.', 'Name the OpenAPI document, and save it as UTF-8.', strange);
  return text;
}

/** By its byte order mark, or by the zeros that every second byte of plain text then is. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = [...bytes.subarray(0, 8)];
  const isZero = (parity: number): boolean => start.every((byte, index) => (byte === 0) === (index % 2 === parity));
  return start.length === 8 && (isZero(0) || isZero(1));
}
