import {buildTokenRequest, requestToken} from '../../../form/auth/token-request.ts';
import {credentialStore, type Renewal} from '../../../form/credentials.ts';
import {liveFetch} from '../../../transport/live.ts';

interface RefreshInput {
  apiId: string;
  audience: string;
  scheme: string;
  renewal: Extract<Renewal, {kind: 'oauth'}>;
}

/** Replaces a credential with its refresh token (RFC 6749, section 6); gives a sentence when that fails. */
export async function refreshCredential({apiId, audience, scheme, renewal}: RefreshInput): Promise<string | undefined> {
  const {tokenUrl, client, refreshToken} = renewal;
  const before = credentialStore.detailsOf(apiId, audience, scheme);
  const http = buildTokenRequest(tokenUrl, client, {type: 'refresh_token', refreshToken});
  const outcome = await requestToken(http, liveFetch, new Date());
  // Forgotten or replaced by the reader in the meantime: that stands.
  if (credentialStore.detailsOf(apiId, audience, scheme) !== before) return undefined;
  switch (outcome.kind) {
    case 'granted': {
      const {accessToken, expiresAt, scopes = before.scopes} = outcome.grant;
      credentialStore.setCredential(apiId, audience, scheme, accessToken, {
        ...(scopes !== undefined && {scopes}),
        ...(expiresAt !== undefined && {expiresAt}),
        // A server that gives no new refresh token leaves the old one in use.
        renewal: {...renewal, refreshToken: outcome.grant.refreshToken ?? refreshToken},
      });
      return undefined;
    }
    case 'refused':
      return ` Refused: ${outcome.description ?? outcome.error}. Get a new token.`;
    case 'unreachable':
      return ` ${new URL(tokenUrl).origin} gave this page no answer.`;
    case 'unreadable':
      return ` ${outcome.message}`;
  }
}
