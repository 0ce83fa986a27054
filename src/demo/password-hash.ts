import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, randomBytes, utf8ToBytes} from '@noble/hashes/utils.js';

/** What is kept of a password: never the password itself. Hexadecimal. */
export interface PasswordHash {
  salt: string;
  hash: string;
}

/**
 * Hashes a password with a fresh salt. One round of SHA-256 keeps the demo quick; it only has to keep what a reader typed
 * out of the tab's storage in clear. A real service takes a slow function.
 */
export function hashPassword(password: string, salt = bytesToHex(randomBytes(16))): PasswordHash {
  return {salt, hash: bytesToHex(sha256(utf8ToBytes(`${salt}:${password}`)))};
}

/** Whether the hash is that of this password. */
export function isPassword(password: string, {salt, hash}: PasswordHash): boolean {
  return hashPassword(password, salt).hash === hash;
}
