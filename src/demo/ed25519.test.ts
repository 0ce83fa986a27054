import {createPrivateKey, generateKeyPairSync, sign as nodeSign} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {isSignature, publicKeyOf, sign} from './ed25519.ts';

/** RFC 8032, section 7.1, tests 1 to 3. */
const vectors = [
  {
    privateKey: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    privateKey: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    privateKey: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

describe.each(vectors)('RFC 8032, message "$message"', ({privateKey, publicKey, message, signature}) => {
  it('makes the public key and the signature, and accepts it', () => {
    expect(hex(publicKeyOf(bytes(privateKey)))).toBe(publicKey);
    expect(hex(sign(bytes(message), bytes(privateKey)))).toBe(signature);
    expect(isSignature(bytes(signature), bytes(message), bytes(publicKey))).toBe(true);
  });

  it('refuses it over another message, with another key, or with a bit turned', () => {
    expect(isSignature(bytes(signature), bytes(`${message}00`), bytes(publicKey))).toBe(false);
    for (const other of vectors.filter((vector) => vector.publicKey !== publicKey))
      expect(isSignature(bytes(signature), bytes(message), bytes(other.publicKey))).toBe(false);
    for (const place of [0, 31, 32, 63]) {
      const turned = bytes(signature);
      turned[place] = (turned[place] ?? 0) ^ 1;
      expect(isSignature(turned, bytes(message), bytes(publicKey))).toBe(false);
    }
  });
});

it('agrees with another implementation', () => {
  for (let time = 0; time < 10; time++) {
    const {privateKey} = generateKeyPairSync('ed25519');
    const seed = privateKey.export({format: 'der', type: 'pkcs8'}).subarray(-32);
    const message = Buffer.from(`message ${time}`);
    const theirs = nodeSign(null, message, createPrivateKey(privateKey.export({format: 'pem', type: 'pkcs8'})));
    expect(hex(sign(message, seed))).toBe(theirs.toString('hex'));
    expect(isSignature(theirs, message, publicKeyOf(seed))).toBe(true);
  }
});

it.each([
  ['of the wrong length', new Uint8Array(63), new Uint8Array(32)],
  ['of zeros', new Uint8Array(64), new Uint8Array(32).fill(255)],
  ['with a key that is too short', new Uint8Array(64), new Uint8Array(31)],
  ['with a response out of range', new Uint8Array(64).fill(255), new Uint8Array(32)],
])('refuses a signature %s without throwing', (_what, signature, key) => {
  expect(isSignature(signature, new Uint8Array(), key)).toBe(false);
});

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

function hex(data: Uint8Array): string {
  return Buffer.from(data).toString('hex');
}
