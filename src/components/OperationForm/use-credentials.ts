import {useMemo, useSyncExternalStore} from 'react';
import {authorise, type Authorisation} from '../../form/auth/requirement.ts';
import {credentialStore, type CredentialDetails} from '../../form/credentials.ts';
import type {Operation} from '../../model/operation.ts';
import {chosenRequirement, subscribeRequirement} from './auth/requirement-choice.ts';

const none: Readonly<Record<string, never>> = Object.freeze({});

/** All credentials that this tab holds for an API and an audience, by security scheme; none in the static page. */
export function useCredentials(apiId: string, audience: string): Readonly<Record<string, string>> {
  return useSyncExternalStore(
    credentialStore.subscribe,
    () => credentialStore.credentialsFor(apiId, audience),
    () => none,
  );
}

/** What is known of one credential besides its text. */
export function useCredentialDetails(apiId: string, audience: string, scheme: string): Readonly<CredentialDetails> {
  return useSyncExternalStore(
    credentialStore.subscribe,
    () => credentialStore.detailsOf(apiId, audience, scheme),
    () => none,
  );
}

/**
 * How a call of this operation to this audience is authorised. `operation` in it is what to send and show: it has only
 * the requirement that is used, so that no credential of another one travels along.
 */
export function useAuthorisation(operation: Operation, audience: string): Authorisation {
  const held = useCredentials(operation.apiId, audience);
  const preferred = useSyncExternalStore(
    subscribeRequirement,
    () => chosenRequirement(operation.apiId),
    () => undefined,
  );
  return useMemo(() => authorise(operation, held, preferred), [operation, held, preferred]);
}
