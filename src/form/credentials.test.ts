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

  it('keeps what is known of a credential until another takes its place', () => {
    const store = createCredentialStore();
    const details = {expiresAt: new Date(0), scopes: ['read']};
    store.setCredential('a', 'demo', 's', '1', details);
    expect(store.detailsOf('a', 'demo', 's')).toBe(details);
    store.setCredential('a', 'demo', 's', '2');
    expect(store.detailsOf('a', 'demo', 's')).toEqual({});
    expect(store.detailsOf('a', 'https://a.example', 's')).toEqual({});
  });

  it('names the other origins that have a credential, and gives it to one only when asked', () => {
    const store = createCredentialStore();
    store.setCredential('a', 'https://one.example', 's', '1', {scopes: ['read']});
    store.setCredential('a', 'demo', 's', 'demo');
    store.setCredential('b', 'https://two.example', 's', '2');
    const others = store.otherOrigins('a', 'https://new.example', 's');
    expect(others).toEqual(['https://one.example']);
    expect(store.otherOrigins('a', 'https://new.example', 's')).toBe(others);
    expect(store.otherOrigins('a', 'https://one.example', 's')).toEqual([]);
    expect(store.credentialsFor('a', 'https://new.example')).toEqual({});
    store.copyCredential('a', 'https://one.example', 'https://new.example', 's');
    expect(store.credentialsFor('a', 'https://new.example')).toEqual({s: '1'});
    expect(store.detailsOf('a', 'https://new.example', 's')).toEqual({scopes: ['read']});
  });

  it('keeps a client for the address that it was typed for, and forgets it with the rest', () => {
    const store = createCredentialStore();
    const client = {id: 'docs', secret: 'x', secretIn: 'header'} as const;
    store.setClient('a', 's', 'https://id.example/token', client);
    expect(store.clientFor('a', 's', 'https://id.example/token')).toBe(client);
    expect(store.clientFor('a', 's', 'https://other.example/token')).toBeUndefined();
    expect(store.size()).toBe(1);
    store.forgetAll();
    expect(store.size()).toBe(0);
  });
});
