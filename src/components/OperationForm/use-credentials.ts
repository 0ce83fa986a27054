import {useSyncExternalStore} from 'react';
import {credentialStore} from '../../form/credentials.ts';

const none: Readonly<Record<string, string>> = Object.freeze({});

/** The credentials that this tab holds for an API and an audience, by security scheme; none in the static page. */
export function useCredentials(apiId: string, audience: string): Readonly<Record<string, string>> {
  return useSyncExternalStore(
    credentialStore.subscribe,
    () => credentialStore.credentialsFor(apiId, audience),
    () => none,
  );
}
