import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, concatBytes, hexToBytes, utf8ToBytes} from '@noble/hashes/utils.js';
import {encodeBase64} from './json-web-token.ts';

// Ids, codes and keys of the demo are derived, not random: the same steps give the same values every time.

/** A UUID of version 8 (RFC 9562, section 5.8), always the same for the same text. */
export function uuidFrom(text: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(`uuid:${text}`)));
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Six digits, as in an e-mail that asks to type them in. */
export function codeFrom(text: string): string {
  const number = parseInt(bytesToHex(sha256(utf8ToBytes(`code:${text}`))).slice(0, 8), 16);
  return String(number % 1_000_000).padStart(6, '0');
}

/** Base64 of a DER SubjectPublicKeyInfo for Ed25519 (RFC 8410, section 4). The key belongs to nobody. */
export function publicKeyFrom(text: string): string {
  const algorithm = hexToBytes('302a300506032b6570032100');
  return encodeBase64(concatBytes(algorithm, sha256(utf8ToBytes(`public key:${text}`))));
}
