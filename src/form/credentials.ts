import type {Value} from '../model/values.ts';
import type {OAuthClient} from './auth/token-request.ts';

/** How a credential that has run out is replaced. */
export type Renewal =
  | {kind: 'oauth'; tokenUrl: string; client: OAuthClient; refreshToken: string}
  /** An operation of the API that issues this credential anew, and what its form is filled with. */
  | {
      kind: 'operation';
      operationKey: string;
      label: string;
      parameters: Record<string, Value>;
      body: Value | undefined;
    };

/** What is known of a credential besides its text. */
export interface CredentialDetails {
  expiresAt?: Date;
  /** The scopes it was given for. */
  scopes?: string[];
  renewal?: Renewal;
}

/**
 * The credentials of a tab, by API, audience (`demo` or an origin) and security scheme, so that none is ever sent to
 * another audience than it was given for. Fit for React's `useSyncExternalStore`: what it gives stays the same object
 * until something in it changes.
 */
export interface CredentialStore {
  /** By name of the security scheme. */
  credentialsFor: (apiId: string, audience: string) => Readonly<Record<string, string>>;
  detailsOf: (apiId: string, audience: string, scheme: string) => Readonly<CredentialDetails>;
  /** The other origins that the reader has given a credential of this scheme for; never the demo. */
  otherOrigins: (apiId: string, audience: string, scheme: string) => readonly string[];
  /** Empty text forgets this credential. What was known of the one before goes with it. */
  setCredential: (
    apiId: string,
    audience: string,
    scheme: string,
    value: string,
    details?: Readonly<CredentialDetails>,
  ) => void;
  /** Gives the credential of one origin to another, because the reader asks for it. */
  copyCredential: (apiId: string, from: string, to: string, scheme: string) => void;
  /** The client that a scheme's tokens are asked for with, by the address that it is made known to. */
  clientFor: (apiId: string, scheme: string, url: string) => OAuthClient | undefined;
  setClient: (apiId: string, scheme: string, url: string, client: OAuthClient) => void;
  /** How many credentials and clients there are, of all APIs. */
  size: () => number;
  forgetAll: () => void;
  /** Calls back after each change; gives the function that ends it. */
  subscribe: (listener: () => void) => () => void;
}

/** The store of this tab. */
export const credentialStore = createCredentialStore();

interface Group {
  apiId: string;
  audience: string;
  values: Readonly<Record<string, string>>;
  details: Readonly<Record<string, Readonly<CredentialDetails>>>;
}

/** Creates an empty store. It lives in memory only, and nothing in it is ever written to a storage. */
export function createCredentialStore(): CredentialStore {
  const groups = new Map<string, Group>();
  const clients = new Map<string, OAuthClient>();
  const origins = new Map<string, readonly string[]>();
  const listeners = new Set<() => void>();
  const notify = () => {
    origins.clear();
    for (const listener of listeners) listener();
  };
  const groupOf = (apiId: string, audience: string): Group =>
    groups.get(keyOf(apiId, audience)) ?? {apiId, audience, values: none, details: none};

  const store: CredentialStore = {
    credentialsFor: (apiId, audience) => groupOf(apiId, audience).values,
    detailsOf: (apiId, audience, scheme) => groupOf(apiId, audience).details[scheme] ?? nothingKnown,
    otherOrigins(apiId, audience, scheme) {
      const key = keyOf(apiId, audience, scheme);
      const known = origins.get(key);
      if (known !== undefined) return known;
      const found = [...groups.values()]
        .filter((group) => group.apiId === apiId && group.audience !== audience && group.audience !== 'demo')
        .filter((group) => group.values[scheme] !== undefined)
        .map((group) => group.audience);
      origins.set(key, found);
      return found;
    },
    setCredential(apiId, audience, scheme, value, details = nothingKnown) {
      const group = groupOf(apiId, audience);
      if ((group.values[scheme] ?? '') === value && details === nothingKnown) return;
      const {[scheme]: oldValue, ...values} = group.values;
      const {[scheme]: oldDetails, ...others} = group.details;
      groups.set(keyOf(apiId, audience), {
        apiId,
        audience,
        values: value === '' ? values : {...values, [scheme]: value},
        details: value === '' ? others : {...others, [scheme]: details},
      });
      notify();
    },
    copyCredential(apiId, from, to, scheme) {
      const source = groupOf(apiId, from);
      const value = source.values[scheme];
      if (value !== undefined) store.setCredential(apiId, to, scheme, value, {...source.details[scheme]});
    },
    clientFor: (apiId, scheme, url) => clients.get(keyOf(apiId, scheme, url)),
    setClient(apiId, scheme, url, client) {
      clients.set(keyOf(apiId, scheme, url), client);
      notify();
    },
    size() {
      const held = [...groups.values()].map(({values}) => Object.keys(values).length);
      return held.reduce((sum, count) => sum + count, clients.size);
    },
    forgetAll() {
      if (groups.size === 0 && clients.size === 0) return;
      groups.clear();
      clients.clear();
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}

const none: Readonly<Record<string, never>> = Object.freeze({});
const nothingKnown: Readonly<CredentialDetails> = Object.freeze({});

function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}
