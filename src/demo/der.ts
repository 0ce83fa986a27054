import {concatBytes, hexToBytes, utf8ToBytes} from '@noble/hashes/utils.js';

// The few types of ASN.1 that a certificate is made of, in DER (ITU-T X.690, section 10).

/** One value: tag, length, contents. */
export function der(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const content = concatBytes(...contents);
  return concatBytes(Uint8Array.of(tag), lengthOf(content.length), content);
}

export function sequence(...members: Uint8Array[]): Uint8Array {
  return der(0x30, ...members);
}

/** A number from 0 up, big-endian; a leading zero keeps it from being read as negative. */
export function integer(bytes: Uint8Array): Uint8Array {
  return der(0x02, (bytes[0] ?? 0) >= 0x80 ? concatBytes(Uint8Array.of(0), bytes) : bytes);
}

/** An object identifier, its contents given in hexadecimal. */
export function objectIdentifier(hex: string): Uint8Array {
  return der(0x06, hexToBytes(hex));
}

/** Whole bytes: no bit at the end is unused. */
export function bitString(bytes: Uint8Array): Uint8Array {
  return der(0x03, Uint8Array.of(0), bytes);
}

export function utf8String(text: string): Uint8Array {
  return der(0x0c, utf8ToBytes(text));
}

/** To the second, in UTC; only for the years 1950 to 2049 (RFC 5280, section 4.1.2.5.1). */
export function utcTime(milliseconds: number): Uint8Array {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, utf8ToBytes(`${digits}Z`));
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  return length < 0x100 ? Uint8Array.of(0x81, length) : Uint8Array.of(0x82, length >> 8, length & 0xff);
}
