import {base64} from '../../request/base64.ts';
import type {HttpHeader, HttpRequest} from '../../request/http-request.ts';
import {toFetchRequest} from '../../request/to-fetch-request.ts';
import {readTokenResponse, type TokenOutcome} from './token-response.ts';

/** Carries a request to its answer; rejects when there is none. */
export type AuthTransport = (request: Request) => Promise<Response>;

/** The client that a token is issued to. */
export interface OAuthClient {
  id: string;
  /** Empty for a public client. */
  secret: string;
  /** How a secret is shown to the server (RFC 6749, section 2.3.1). */
  secretIn: 'header' | 'body';
}

/** What a token is asked for with. */
export type TokenGrantRequest =
  | {type: 'authorization_code'; code: string; redirectUri: string; verifier: string}
  | {type: 'client_credentials'; scopes: string[]}
  | {type: 'password'; user: string; password: string; scopes: string[]}
  | {type: 'refresh_token'; refreshToken: string}
  | {type: 'device_code'; deviceCode: string};

/** The request of a token endpoint (RFC 6749, sections 4.1.3, 4.3.2, 4.4.2 and 6; RFC 8628, section 3.4). */
export function buildTokenRequest(tokenUrl: string, client: OAuthClient, grant: TokenGrantRequest): HttpRequest {
  return buildFormRequest(tokenUrl, client, grantParameters(grant));
}

/** The same request with placeholders for all that is secret in it. */
export function buildShownTokenRequest(tokenUrl: string, client: OAuthClient, grant: TokenGrantRequest): HttpRequest {
  const shownClient = client.secret === '' ? client : {...client, secret: 'YOUR_CLIENT_SECRET'};
  return buildTokenRequest(tokenUrl, shownClient, withoutSecrets(grant));
}

/** A form that a client posts, with the client made known in it. */
export function buildFormRequest(url: string, client: OAuthClient, parameters: Record<string, string>): HttpRequest {
  const inHeader = client.secret !== '' && client.secretIn === 'header';
  const headers: HttpHeader[] = [['Accept', 'application/json']];
  if (inHeader) headers.push(['Authorization', `Basic ${basicClient(client)}`]);
  headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  const form = new URLSearchParams(parameters);
  if (!inHeader) form.set('client_id', client.id);
  if (!inHeader && client.secret !== '') form.set('client_secret', client.secret);
  return {method: 'POST', url, headers, body: {kind: 'text', text: form.toString()}};
}

/** Asks a token endpoint. Never rejects: what goes wrong is an outcome. */
export async function requestToken(http: HttpRequest, fetch: AuthTransport, now: Date): Promise<TokenOutcome> {
  let response: Response;
  try {
    response = await fetch(toFetchRequest(http));
  } catch {
    return {kind: 'unreachable', url: http.url};
  }
  try {
    return await readTokenResponse(response, now);
  } catch {
    return {kind: 'unreadable', message: 'The answer of the server broke off.'};
  }
}

function grantParameters(grant: TokenGrantRequest): Record<string, string> {
  switch (grant.type) {
    case 'authorization_code':
      return {
        grant_type: 'authorization_code',
        code: grant.code,
        redirect_uri: grant.redirectUri,
        code_verifier: grant.verifier,
      };
    case 'client_credentials':
      return {grant_type: 'client_credentials', ...scopeParameter(grant.scopes)};
    case 'password':
      return {
        grant_type: 'password',
        username: grant.user,
        password: grant.password,
        ...scopeParameter(grant.scopes),
      };
    case 'refresh_token':
      return {grant_type: 'refresh_token', refresh_token: grant.refreshToken};
    case 'device_code':
      return {grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: grant.deviceCode};
  }
}

/** `scope` as a parameter; none for no scopes, for then the server has its default (RFC 6749, section 3.3). */
export function scopeParameter(scopes: string[]): Record<string, string> {
  return scopes.length === 0 ? {} : {scope: scopes.join(' ')};
}

function withoutSecrets(grant: TokenGrantRequest): TokenGrantRequest {
  switch (grant.type) {
    case 'authorization_code':
      return {...grant, code: 'YOUR_CODE', verifier: 'YOUR_CODE_VERIFIER'};
    case 'password':
      return {...grant, password: 'YOUR_PASSWORD'};
    case 'refresh_token':
      return {...grant, refreshToken: 'YOUR_REFRESH_TOKEN'};
    case 'device_code':
      return {...grant, deviceCode: 'YOUR_DEVICE_CODE'};
    case 'client_credentials':
      return grant;
  }
}

/** RFC 6749, section 2.3.1: id and secret are form-encoded before they are joined. */
function basicClient({id, secret}: OAuthClient): string {
  return base64(new TextEncoder().encode(`${formEncode(id)}:${formEncode(secret)}`));
}

function formEncode(text: string): string {
  return new URLSearchParams({x: text}).toString().slice(2);
}
