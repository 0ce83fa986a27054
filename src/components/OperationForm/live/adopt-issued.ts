import {findRenewal} from '../../../form/auth/find-renewal.ts';
import {credentialStore} from '../../../form/credentials.ts';
import type {Operation} from '../../../model/operation.ts';
import type {SendResult} from './perform-send.ts';

/** Takes over the credentials of a reply for these schemes, with the way to renew them that the document names. */
export function adoptIssued(
  operation: Operation,
  audience: string,
  {issued, check, context}: Pick<SendResult, 'issued' | 'check' | 'context'>,
  schemes: string[] = Object.keys(issued),
): void {
  const response = check?.response;
  for (const scheme of schemes) {
    const value = issued[scheme];
    if (value === undefined) continue;
    const renewal = response && context && findRenewal(scheme, response, context);
    credentialStore.setCredential(operation.apiId, audience, scheme, value, renewal === undefined ? {} : {renewal});
  }
}
