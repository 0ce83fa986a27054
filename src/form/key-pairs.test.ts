import {createPublicKey, verify} from 'node:crypto';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {forgetKeyPair, heldKeyPair, makeKeyPair, signText, subscribeKeyPair} from './key-pairs.ts';

afterEach(() => {
  forgetKeyPair();
  vi.unstubAllGlobals();
});

describe('makeKeyPair', () => {
  it('gives the public key in both forms; what is signed can be verified with it', async () => {
    const pair = await makeKeyPair();
    if (pair === undefined) throw new Error('There is no key pair.');
    expect(Buffer.from(pair.raw, 'base64')).toHaveLength(32);
    expect(Buffer.from(pair.der, 'base64').subarray(12)).toEqual(Buffer.from(pair.raw, 'base64'));
    const publicKey = createPublicKey({key: Buffer.from(pair.der, 'base64'), format: 'der', type: 'spki'});
    const signature = Buffer.from(await signText(pair, '493817 é'), 'base64');
    expect(verify(null, Buffer.from('493817 é'), publicKey, signature)).toBe(true);
    expect(verify(null, Buffer.from('493818 é'), publicKey, signature)).toBe(false);
  });

  it('keeps a private key that cannot be read out, until it is forgotten', async () => {
    const heard = vi.fn();
    const stop = subscribeKeyPair(heard);
    const pair = await makeKeyPair();
    expect(heldKeyPair()).toBe(pair);
    expect(pair?.privateKey.extractable).toBe(false);
    forgetKeyPair();
    expect(heldKeyPair()).toBeUndefined();
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
  });

  it('gives nothing where the browser has no WebCrypto or does not know the algorithm', async () => {
    vi.stubGlobal('crypto', {});
    expect(await makeKeyPair()).toBeUndefined();
    vi.stubGlobal('crypto', {subtle: {generateKey: () => Promise.reject(new DOMException('', 'NotSupportedError'))}});
    expect(await makeKeyPair()).toBeUndefined();
  });
});
