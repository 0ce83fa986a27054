/** What an authorization endpoint is asked for. */
export interface AuthorizationRequest {
  authorizationUrl: string;
  /** `code`, or `token` for the implicit flow. */
  responseType: 'code' | 'token';
  clientId: string;
  redirectUri: string;
  scopes: string[];
  /** Comes back with the answer, and tells that it belongs to this question. */
  state: string;
  /** S256 challenge of PKCE; belongs to `code`. */
  challenge?: string;
}

/** The address that a reader signs in at (RFC 6749, sections 4.1.1 and 4.2.1; RFC 7636, section 4.3). */
export function buildAuthorizationUrl(request: AuthorizationRequest): string {
  const url = new URL(request.authorizationUrl);
  url.hash = '';
  const parameters: Record<string, string | undefined> = {
    response_type: request.responseType,
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    scope: request.scopes.length > 0 ? request.scopes.join(' ') : undefined,
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: request.challenge === undefined ? undefined : 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
