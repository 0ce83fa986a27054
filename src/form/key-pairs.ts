import {base64} from '../request/base64.ts';

/** An Ed25519 key pair of this tab. */
export interface KeyPair {
  /** The public key in base64, as RFC 8410 writes it. */
  der: string;
  /** The public key in base64, its 32 bytes alone. */
  raw: string;
  /** Not extractable: nobody can read it out, this page neither. */
  privateKey: CryptoKey;
}

let held: KeyPair | undefined;
const listeners = new Set<() => void>();

/** The key pair that was made last in this tab. It lives in memory only. */
export function heldKeyPair(): KeyPair | undefined {
  return held;
}

/** Makes a key pair and keeps it in the place of the last. Undefined where this browser cannot (RFC 8032 in WebCrypto). */
export async function makeKeyPair(): Promise<KeyPair | undefined> {
  try {
    const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    if (!('privateKey' in pair)) return undefined;
    const [der, raw] = await Promise.all([
      crypto.subtle.exportKey('spki', pair.publicKey),
      crypto.subtle.exportKey('raw', pair.publicKey),
    ]);
    hold({der: base64(new Uint8Array(der)), raw: base64(new Uint8Array(raw)), privateKey: pair.privateKey});
    return held;
  } catch {
    // An old browser, or a page on plain http: there is no such algorithm, or no WebCrypto at all.
    return undefined;
  }
}

/** The signature over a text in UTF-8, in base64. */
export async function signText({privateKey}: KeyPair, text: string): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(text))));
}

/** Forgets the key pair; what it has signed stays signed. */
export function forgetKeyPair(): void {
  hold(undefined);
}

/** Calls back after each change; gives the function that ends it. */
export function subscribeKeyPair(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function hold(pair: KeyPair | undefined): void {
  held = pair;
  for (const listener of listeners) listener();
}
