import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, concatBytes, utf8ToBytes} from '@noble/hashes/utils.js';
import {bitString, der, integer, objectIdentifier, sequence, utcTime, utf8String} from '../der.ts';
import {publicKeyOf, sign} from '../ed25519.ts';
import {decodeBase64, encodeBase64} from '../json-web-token.ts';

/** Everybody can read it, so what it signs proves nothing outside of the demo. */
const authorityKey = sha256(utf8ToBytes('The certificates of the demo are signed with this key. They open nothing.'));
const authority = 'Demo of Doordeck, opens no door';
const lifetime = 24 * 3_600_000;
const ed25519 = sequence(objectIdentifier('2b6570'));

/** The certificate of a user's key and the authority's own: X.509 in DER (RFC 5280), base64. */
export function certify(publicKey: Uint8Array, userId: string, now: number): string[] {
  const minute = Math.floor(now / 60_000) * 60_000;
  const leaf = certificate({
    subject: userId,
    publicKey,
    from: minute,
    until: minute + lifetime,
    // Key usage: digital signature.
    extension: extension('551d0f', der(0x03, Uint8Array.of(7, 0x80))),
  });
  const root = certificate({
    subject: authority,
    publicKey: publicKeyOf(authorityKey),
    from: Date.UTC(2020, 0, 1),
    until: Date.UTC(2049, 11, 31),
    // Basic constraints: it may sign certificates.
    extension: extension('551d13', sequence(der(0x01, Uint8Array.of(0xff)))),
  });
  return [encodeBase64(leaf), encodeBase64(root)];
}

/** The 32 raw bytes of a public key in base64, raw or as RFC 8410 has it; undefined when it is neither. */
export function readPublicKey(text: string): Uint8Array | undefined {
  try {
    const bytes = decodeBase64(text);
    if (bytes.length === 32) return bytes;
    return bytes.length === 44 && bytesToHex(bytes.slice(0, 12)) === '302a300506032b6570032100'
      ? bytes.slice(12)
      : undefined;
  } catch {
    return undefined;
  }
}

interface Contents {
  subject: string;
  publicKey: Uint8Array;
  from: number;
  until: number;
  extension: Uint8Array;
}

/** RFC 5280, section 4.1, with the algorithm identifiers of RFC 8410. */
function certificate({subject, publicKey, from, until, extension: only}: Contents): Uint8Array {
  const serial = sha256(concatBytes(publicKey, utf8ToBytes(`${subject}:${from}`))).slice(0, 16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const contents = sequence(
    der(0xa0, integer(Uint8Array.of(2))),
    integer(serial),
    ed25519,
    commonName(authority),
    sequence(utcTime(from), utcTime(until)),
    commonName(subject),
    sequence(ed25519, bitString(publicKey)),
    der(0xa3, sequence(only)),
  );
  return sequence(contents, ed25519, bitString(sign(contents, authorityKey)));
}

function commonName(name: string): Uint8Array {
  return sequence(der(0x31, sequence(objectIdentifier('550403'), utf8String(name))));
}

/** A critical one. */
function extension(identifier: string, value: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(identifier), der(0x01, Uint8Array.of(0xff)), der(0x04, value));
}
