import {createHash, randomUUID} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {startServer, type LoopbackServer} from './servers.ts';

/** What came in, as a test may ask for it. */
interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  /** The fields of a form. */
  form: Record<string, string>;
}

/** An identity provider and an API in one, on loopback. */
export interface OAuthServer extends LoopbackServer {
  seen: SeenRequest[];
  /** The newest request of this path. */
  last: (path: string) => SeenRequest | undefined;
  /** Lets the device with this code in, as its reader would on the other page. */
  approveDevice: (userCode: string) => void;
}

/** The client that the server knows; it has a secret only for grants that need one. */
export const oauthClient = {id: 'docs', secret: 'CANARY-client-secret'};
export const oauthUser = {name: 'ada', password: 'CANARY-oauth-password'};

interface Granted {
  challenge: string;
  redirectUri: string;
  scope: string;
}

/**
 * Starts the server. `/authorize` shows a page with the buttons Allow and Deny; `/token` takes every grant of OAuth 2.0
 * and checks PKCE, client and redirect URI; `/closed/token` is the same without CORS; `/api/…` answers with what it got.
 */
export async function startOAuthServer(): Promise<OAuthServer> {
  const seen: SeenRequest[] = [];
  const codes = new Map<string, Granted>();
  const refreshTokens = new Map<string, string>();
  const devices = new Map<string, {userCode: string; isApproved: boolean}>();

  function issue(scope: string, {withRefresh = true} = {}) {
    const refreshToken = `CANARY-refresh-${randomUUID()}`;
    if (withRefresh) refreshTokens.set(refreshToken, scope);
    return {
      access_token: `CANARY-access-${randomUUID()}`,
      token_type: 'Bearer',
      expires_in: 3600,
      scope,
      ...(withRefresh && {refresh_token: refreshToken}),
    };
  }

  function token(request: SeenRequest): [status: number, body: object] {
    const {form} = request;
    const client = clientOf(request);
    if (client.id !== oauthClient.id) return [401, {error: 'invalid_client', error_description: 'Unknown client.'}];
    const hasSecret = client.secret === oauthClient.secret;
    switch (form['grant_type']) {
      case 'authorization_code': {
        const granted = codes.get(form['code'] ?? '');
        codes.delete(form['code'] ?? '');
        const isProven = granted?.challenge === sha256(form['code_verifier'] ?? '');
        if (granted?.redirectUri !== form['redirect_uri'] || !isProven) return [400, {error: 'invalid_grant'}];
        return [200, issue(granted.scope)];
      }
      case 'client_credentials':
        if (!hasSecret) return [401, {error: 'invalid_client', error_description: 'The secret is wrong.'}];
        return [200, issue(form['scope'] ?? '', {withRefresh: false})];
      case 'password': {
        const isRight = form['username'] === oauthUser.name && form['password'] === oauthUser.password;
        return isRight ? [200, issue(form['scope'] ?? '')] : [400, {error: 'invalid_grant'}];
      }
      case 'refresh_token': {
        const scope = refreshTokens.get(form['refresh_token'] ?? '');
        refreshTokens.delete(form['refresh_token'] ?? '');
        return scope === undefined ? [400, {error: 'invalid_grant'}] : [200, issue(scope)];
      }
      case 'urn:ietf:params:oauth:grant-type:device_code': {
        const device = devices.get(form['device_code'] ?? '');
        if (device === undefined) return [400, {error: 'invalid_grant'}];
        return device.isApproved ? [200, issue('read')] : [400, {error: 'authorization_pending'}];
      }
      default:
        return [400, {error: 'unsupported_grant_type'}];
    }
  }

  function authorize({query}: SeenRequest, response: ServerResponse): void {
    const {response_type: type, redirect_uri: redirectUri = '', state = '', scope = ''} = query;
    const allowed = new URL(redirectUri);
    const denied = new URL(redirectUri);
    denied.search = new URLSearchParams({error: 'access_denied', state}).toString();
    if (type === 'code') {
      const code = `CANARY-code-${randomUUID()}`;
      codes.set(code, {challenge: query['code_challenge'] ?? '', redirectUri, scope});
      allowed.search = new URLSearchParams({code, state}).toString();
    } else {
      const {access_token, token_type, expires_in} = issue(scope, {withRefresh: false});
      const given = {access_token, token_type, expires_in: String(expires_in), state};
      allowed.hash = new URLSearchParams(given).toString();
    }
    const link = (url: URL, text: string) => `<p><a href="${url.href.replaceAll('&', '&amp;')}">${text}</a></p>`;
    response
      .writeHead(200, {'content-type': 'text/html'})
      .end(`<!doctype html><title>Sign in</title>${link(allowed, 'Allow')}${link(denied, 'Deny')}`);
  }

  function startDevice(): object {
    const deviceCode = `CANARY-device-${randomUUID()}`;
    const userCode = randomUUID().slice(0, 8).toUpperCase();
    devices.set(deviceCode, {userCode, isApproved: false});
    return {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: `${server.url}/device`,
      expires_in: 300,
      interval: 1,
    };
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    if (request.path !== '/closed/token') allowAll(incoming, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    seen.push(request);
    if (request.path === '/authorize') {
      authorize(request, response);
    } else if (request.path === '/token' || request.path === '/closed/token') {
      sendJson(response, ...token(request));
    } else if (request.path === '/device_authorization') {
      sendJson(response, 200, startDevice());
    } else if (request.path === '/.well-known/openid-configuration') {
      sendJson(response, 200, metadata(server.url));
    } else if (request.path.startsWith('/api/')) {
      sendJson(response, 200, {ok: true});
    } else {
      sendJson(response, 404, {error: 'not_found'});
    }
  }

  const server = await startServer((request, response) => void answer(request, response));
  return {
    ...server,
    seen,
    last: (path) => seen.findLast((request) => request.path === path),
    approveDevice(userCode) {
      for (const device of devices.values()) if (device.userCode === userCode) device.isApproved = true;
    },
  };
}

function metadata(url: string): object {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    device_authorization_endpoint: `${url}/device_authorization`,
    grant_types_supported: ['authorization_code', 'client_credentials'],
    scopes_supported: ['openid', 'email', 'read'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  };
}

/** RFC 6749, section 2.3.1: in the header form-encoded, else in the body. */
function clientOf({headers, form}: SeenRequest): {id: string; secret: string} {
  const basic = /^Basic (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  if (basic === undefined) return {id: form['client_id'] ?? '', secret: form['client_secret'] ?? ''};
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':').map(formDecode);
  return {id, secret};
}

function formDecode(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? '';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  let body = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) body += String(chunk);
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    form: Object.fromEntries(new URLSearchParams(body)),
  };
}

function allowAll(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', '*');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
  response.setHeader('access-control-allow-private-network', 'true');
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
}
