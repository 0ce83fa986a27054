import {isJsonObject, type Json, type JsonObject} from '../../model/json.ts';
import type {OAuthFlow} from '../../model/operation.ts';
import type {AuthTransport} from './token-request.ts';
import {toTokenFlows, webAddress, type TokenFlow} from './token-flows.ts';

/** What a provider says of itself, as far as it matters here. */
export interface Discovered {
  issuer: string;
  flows: TokenFlow[];
  /** How it wants a client's secret. */
  secretIn: 'header' | 'body';
}

export type DiscoveryOutcome =
  {kind: 'found'; provider: Discovered} | {kind: 'unreachable'; url: string} | {kind: 'unreadable'; message: string};

/** Asks a provider for its metadata (OpenID Connect Discovery 1.0, section 4; RFC 8414). Never rejects. */
export async function discover(
  openIdConnectUrl: string,
  base: string,
  fetch: AuthTransport,
): Promise<DiscoveryOutcome> {
  const url = webAddress(openIdConnectUrl, base);
  if (url === undefined) {
    return {kind: 'unreadable', message: `The document gives “${openIdConnectUrl}”, which is no address to ask.`};
  }
  let response: Response;
  let metadata: Json;
  try {
    response = await fetch(new Request(url, {headers: {Accept: 'application/json'}, credentials: 'omit'}));
  } catch {
    return {kind: 'unreachable', url};
  }
  try {
    metadata = (await response.json()) as Json;
  } catch {
    metadata = null;
  }
  if (!response.ok || !isJsonObject(metadata) || typeof metadata['issuer'] !== 'string') {
    return {kind: 'unreadable', message: `${url} answered ${response.status}, without the metadata of a provider.`};
  }
  return {kind: 'found', provider: toProvider(metadata, metadata['issuer'], url)};
}

function toProvider(metadata: JsonObject, issuer: string, base: string): Discovered {
  // Without the list, OpenID Connect Discovery 1.0, section 3 has these two.
  const grants = namesIn(metadata['grant_types_supported']) ?? ['authorization_code', 'implicit'];
  const responses = namesIn(metadata['response_types_supported']) ?? ['code'];
  const shared = {
    ...urlIn('authorizationUrl', metadata['authorization_endpoint']),
    ...urlIn('tokenUrl', metadata['token_endpoint']),
    ...urlIn('deviceAuthorizationUrl', metadata['device_authorization_endpoint']),
    scopes: scopesOf(metadata),
  };
  const offered: Record<string, OAuthFlow> = {};
  if (grants.includes('authorization_code')) offered['authorizationCode'] = shared;
  if (metadata['device_authorization_endpoint'] !== undefined) offered['deviceAuthorization'] = shared;
  if (grants.includes('client_credentials')) offered['clientCredentials'] = shared;
  if (grants.includes('password')) offered['password'] = shared;
  if (grants.includes('implicit') && responses.includes('token')) offered['implicit'] = shared;
  const methods = namesIn(metadata['token_endpoint_auth_methods_supported']) ?? ['client_secret_basic'];
  return {
    issuer,
    flows: toTokenFlows(offered, base).map((flow) => ({...flow, issuer})),
    secretIn: methods.includes('client_secret_basic') ? 'header' : 'body',
  };
}

function scopesOf(metadata: JsonObject): Record<string, string> {
  const names = namesIn(metadata['scopes_supported']) ?? ['openid'];
  return Object.fromEntries(names.map((name) => [name, knownScopes.get(name) ?? '']));
}

/** OpenID Connect Core 1.0, sections 5.4 and 11. */
const knownScopes = new Map([
  ['openid', 'Sign in'],
  ['profile', 'Name, picture and the like'],
  ['email', 'E-mail address'],
  ['address', 'Postal address'],
  ['phone', 'Telephone number'],
  ['offline_access', 'A refresh token'],
]);

function namesIn(value: Json | undefined): string[] | undefined {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : undefined;
}

function urlIn<Name extends string>(name: Name, value: Json | undefined): Partial<Record<Name, string>> {
  const result: Partial<Record<Name, string>> = {};
  if (typeof value === 'string') result[name] = value;
  return result;
}
