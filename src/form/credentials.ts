/**
 * The credentials of a tab, by API, audience (`demo` or an origin) and security scheme, so that none is ever sent to
 * another audience than it was given for. Fit for React's `useSyncExternalStore`: what `credentialsFor` gives stays the
 * same object until something in it changes.
 */
export interface CredentialStore {
  /** By name of the security scheme. */
  credentialsFor: (apiId: string, audience: string) => Readonly<Record<string, string>>;
  /** Empty text forgets this credential. */
  setCredential: (apiId: string, audience: string, scheme: string, value: string) => void;
  forgetAll: () => void;
  /** Calls back after each change; gives the function that ends it. */
  subscribe: (listener: () => void) => () => void;
}

/** The store of this tab. */
export const credentialStore = createCredentialStore();

/** Creates an empty store. It lives in memory only, and nothing in it is ever written to a storage. */
export function createCredentialStore(): CredentialStore {
  const groups = new Map<string, Readonly<Record<string, string>>>();
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    credentialsFor: (apiId, audience) => groups.get(keyOf(apiId, audience)) ?? none,
    setCredential(apiId, audience, scheme, value) {
      const key = keyOf(apiId, audience);
      const group = groups.get(key) ?? none;
      if ((group[scheme] ?? '') === value) return;
      const {[scheme]: previous, ...others} = group;
      groups.set(key, value === '' ? others : {...others, [scheme]: value});
      notify();
    },
    forgetAll() {
      if (groups.size === 0) return;
      groups.clear();
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const none: Readonly<Record<string, string>> = Object.freeze({});

function keyOf(apiId: string, audience: string): string {
  return JSON.stringify([apiId, audience]);
}
