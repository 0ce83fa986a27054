import {describe, expect, it, vi} from 'vitest';
import {createCredentialStore} from './credentials.ts';

describe('createCredentialStore', () => {
  it('keeps a credential for its API, audience and scheme alone', () => {
    const store = createCredentialStore();
    store.setCredential('doordeck', 'demo', 'bearerAuth', 'token');
    expect(store.credentialsFor('doordeck', 'demo')).toEqual({bearerAuth: 'token'});
    expect(store.credentialsFor('doordeck', 'https://api.doordeck.com')).toEqual({});
    expect(store.credentialsFor('coindroids', 'demo')).toEqual({});
    store.setCredential('doordeck', 'demo', 'apiKey', 'key');
    expect(store.credentialsFor('doordeck', 'demo')).toEqual({bearerAuth: 'token', apiKey: 'key'});
  });

  it('gives the same snapshot until something in it changes', () => {
    const store = createCredentialStore();
    expect(store.credentialsFor('a', 'demo')).toBe(store.credentialsFor('a', 'demo'));
    store.setCredential('a', 'demo', 's', '1');
    const snapshot = store.credentialsFor('a', 'demo');
    store.setCredential('b', 'demo', 's', '2');
    expect(store.credentialsFor('a', 'demo')).toBe(snapshot);
    store.setCredential('a', 'demo', 's', '3');
    expect(store.credentialsFor('a', 'demo')).not.toBe(snapshot);
    expect(snapshot).toEqual({s: '1'});
  });

  it('forgets one, or all, and tells those who listen', () => {
    const store = createCredentialStore();
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.setCredential('a', 'demo', 's', '1');
    store.setCredential('a', 'demo', 's', '1');
    expect(listener).toHaveBeenCalledTimes(1);
    store.setCredential('a', 'demo', 's', '');
    expect(store.credentialsFor('a', 'demo')).toEqual({});
    store.setCredential('a', 'demo', 's', '2');
    store.forgetAll();
    expect(store.credentialsFor('a', 'demo')).toEqual({});
    expect(listener).toHaveBeenCalledTimes(4);
    stop();
    store.setCredential('a', 'demo', 's', '3');
    expect(listener).toHaveBeenCalledTimes(4);
  });
});
