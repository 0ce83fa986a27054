import {refusal, toGrant, type TokenOutcome} from './token-response.ts';

/** What the sign-in page sent back: a code to exchange, or already the outcome. */
export type AuthorizationOutcome = {kind: 'code'; code: string} | TokenOutcome;

/**
 * Reads the parameters that came back to the redirect URI (RFC 6749, sections 4.1.2 and 4.2.2). `state` must be the one
 * that was sent, and `iss`, where it is there, the issuer that was asked (RFC 9207); otherwise nothing in them is used.
 */
export function readAuthorizationResponse(
  parameters: URLSearchParams,
  expected: {state: string; issuer: string | undefined; now: Date},
): AuthorizationOutcome {
  if (parameters.get('state') !== expected.state) {
    return {kind: 'unreadable', message: 'The answer does not belong to this sign-in: its state is another. Not used.'};
  }
  const issuer = parameters.get('iss');
  if (issuer !== null && expected.issuer !== undefined && issuer !== expected.issuer) {
    return {kind: 'unreadable', message: `The answer comes from ${issuer}, not from ${expected.issuer}. Not used.`};
  }
  const members: Record<string, string> = Object.fromEntries(parameters);
  const refused = refusal(members);
  if (refused !== undefined) return refused;
  const code = parameters.get('code');
  if (code !== null && code !== '') return {kind: 'code', code};
  const grant = toGrant(members, expected.now);
  return grant ?? {kind: 'unreadable', message: 'The sign-in page sent back neither a code nor a token.'};
}
