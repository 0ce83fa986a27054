import {toFetchRequest} from '../../request/to-fetch-request.ts';
import {
  buildFormRequest,
  buildTokenRequest,
  requestToken,
  scopeParameter,
  type AuthTransport,
  type OAuthClient,
} from './token-request.ts';
import {parseMembers, refusal, type TokenOutcome} from './token-response.ts';
import {webAddress} from './token-flows.ts';

/** A sign-in that waits for the reader on another page (RFC 8628, section 3.2). */
export interface DeviceSignIn {
  deviceCode: string;
  /** What the reader types there. */
  userCode: string;
  verificationUri: string;
  /** The same page with the code filled in. */
  verificationUriComplete?: string;
  expiresAt: Date;
  intervalMs: number;
}

export interface DeviceRequest {
  deviceAuthorizationUrl: string;
  client: OAuthClient;
  scopes: string[];
  fetch: AuthTransport;
  now: Date;
}

/** Asks for a user code (RFC 8628, sections 3.1 and 3.2). Never rejects. */
export async function startDevice(
  request: DeviceRequest,
): Promise<{kind: 'started'; device: DeviceSignIn} | TokenOutcome> {
  const {deviceAuthorizationUrl: url, client, scopes, fetch, now} = request;
  let members: ReturnType<typeof parseMembers>;
  try {
    const response = await fetch(toFetchRequest(buildFormRequest(url, client, scopeParameter(scopes))));
    members = parseMembers(await response.text());
  } catch {
    return {kind: 'unreachable', url};
  }
  const refused = refusal(members);
  if (refused !== undefined) return refused;
  const device = toDevice(members, now);
  return device === undefined
    ? {kind: 'unreadable', message: 'The server did not answer with a code to type in.'}
    : {kind: 'started', device};
}

export interface DevicePolling {
  tokenUrl: string;
  client: OAuthClient;
  device: DeviceSignIn;
  fetch: AuthTransport;
  /** Resolves after this time; rejects when the reader gives up. */
  wait: (milliseconds: number) => Promise<void>;
  now: () => Date;
  /** Told in how many seconds a server that could not be reached is asked again; undefined when it has answered. */
  onRetry?: (seconds: number | undefined) => void;
}

/** So many requests in a row may find no server before the sign-in is given up. */
const mostFailures = 6;

/**
 * Asks for the token until the reader has agreed or refused, or the code has run out (RFC 8628, section 3.5). A server
 * that is asked too often is asked five seconds later from then on; one that cannot be reached is asked again after twice
 * the time, and after twice that. Rejects only as `wait` does.
 */
export async function pollDevice(polling: DevicePolling): Promise<TokenOutcome> {
  const {tokenUrl, client, device, fetch, wait, now, onRetry} = polling;
  const http = buildTokenRequest(tokenUrl, client, {type: 'device_code', deviceCode: device.deviceCode});
  let interval = device.intervalMs;
  let failures = 0;
  while (now() < device.expiresAt) {
    const pause = Math.min(interval * 2 ** failures, device.expiresAt.getTime() - now().getTime());
    if (failures > 0) onRetry?.(Math.round(pause / 1000));
    await wait(pause);
    const outcome = await requestToken(http, fetch, now());
    if (outcome.kind === 'unreachable') {
      failures += 1;
      if (failures === mostFailures) return outcome;
      continue;
    }
    if (outcome.kind !== 'refused') return outcome;
    if (failures > 0) onRetry?.(undefined);
    failures = 0;
    if (outcome.error === 'slow_down') interval += 5000;
    else if (outcome.error !== 'authorization_pending') return outcome;
  }
  return {kind: 'refused', error: 'expired_token', description: 'The code has run out. Start again for a new one.'};
}

function toDevice(members: ReturnType<typeof parseMembers>, now: Date): DeviceSignIn | undefined {
  const {device_code: deviceCode, user_code: userCode} = members;
  const verificationUri = address(members['verification_uri'] ?? members['verification_url']);
  if (typeof deviceCode !== 'string' || typeof userCode !== 'string' || verificationUri === undefined) return undefined;
  const complete = address(members['verification_uri_complete']);
  const life = Number(members['expires_in'] ?? Number.NaN);
  const interval = Number(members['interval'] ?? 5);
  return {
    deviceCode,
    userCode,
    verificationUri,
    ...(complete !== undefined && {verificationUriComplete: complete}),
    expiresAt: new Date(now.getTime() + (life > 0 ? life : 600) * 1000),
    intervalMs: (interval > 0 ? interval : 5) * 1000,
  };
}

function address(value: unknown): string | undefined {
  return typeof value === 'string' ? webAddress(value) : undefined;
}
