import {FileValue} from '../model/file-value.ts';

/** Reads a file that was chosen. Rejects when the browser cannot read it (any more). */
export async function readFile(file: File): Promise<FileValue> {
  return new FileValue(file.name, file.type, new Uint8Array(await file.arrayBuffer()));
}

/** The bytes of a file as base64 (RFC 4648, section 4). */
export function toBase64({bytes}: FileValue): string {
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** The size of a file in the unit that fits it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
