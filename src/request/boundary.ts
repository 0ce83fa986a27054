import type {BodyPart} from './http-request.ts';

/**
 * A boundary that stands in none of the parts (RFC 2046, section 5.1.1). The same parts have the same boundary, for
 * snippets must not change from one keystroke to the next.
 */
export function freeBoundary(parts: BodyPart[]): string {
  const texts = parts.flatMap(({name, fileName = '', contentType = '', headers, content}) => [
    ...(typeof content === 'string' ? [content] : []),
    ...[name, fileName, contentType, ...headers.flat()],
  ]);
  const files = parts.flatMap(({content}) => (typeof content === 'string' ? [] : [content]));
  const isTaken = (boundary: string) =>
    texts.some((text) => text.includes(boundary)) || files.some((file) => includesAscii(file, boundary));
  for (let number = 1; ; number += 1) {
    const boundary = `part-boundary-${number}`;
    if (!isTaken(boundary)) return boundary;
  }
}

function includesAscii(bytes: Uint8Array, text: string): boolean {
  const wanted = new TextEncoder().encode(text);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}
