import {useEffect, useRef, useState} from 'react';
import {buildAuthorizationUrl} from '../../../form/auth/authorization-url.ts';
import {readAuthorizationResponse} from '../../../form/auth/authorization-response.ts';
import {pollDevice, startDevice, type DeviceSignIn} from '../../../form/auth/device-flow.ts';
import {createPkce, randomToken} from '../../../form/auth/pkce.ts';
import type {TokenFlow} from '../../../form/auth/token-flows.ts';
import {
  buildTokenRequest,
  requestToken,
  type OAuthClient,
  type TokenGrantRequest,
} from '../../../form/auth/token-request.ts';
import type {TokenGrant, TokenOutcome} from '../../../form/auth/token-response.ts';
import {liveFetch} from '../../../transport/live.ts';
import {openSignInWindow, waitForCallback} from './sign-in-window.ts';

/** What the reader filled in for a flow. */
export interface FlowInputs {
  flow: TokenFlow;
  client: OAuthClient;
  scopes: string[];
  redirectUri: string;
  user: string;
  password: string;
}

export type FlowState =
  | {kind: 'idle'}
  | {kind: 'asking'}
  /** `open` opens the sign-in page again; `isBlocked` when the browser did not open it. */
  | {kind: 'window'; open: () => void; isBlocked: boolean}
  /** With the seconds until a server that could not be reached is asked again. */
  | {kind: 'device'; device: DeviceSignIn; retryIn?: number | undefined}
  | {kind: 'granted'}
  /** With the token request that failed, if it came to one. */
  | {
      kind: 'failed';
      outcome: TokenOutcome;
      request?: {tokenUrl: string; client: OAuthClient; grant: TokenGrantRequest};
    };

interface TokenFlowControls {
  state: FlowState;
  run: (inputs: FlowInputs) => void;
  cancel: () => void;
}

/** Runs one flow at a time; hands what was granted to `onGrant`. Ends with the component. */
export function useTokenFlow(onGrant: (grant: TokenGrant, inputs: FlowInputs) => void): TokenFlowControls {
  const [state, setState] = useState<FlowState>({kind: 'idle'});
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = (inputs: FlowInputs) => {
    running.current?.abort();
    const controller = new AbortController();
    const {signal} = controller;
    running.current = controller;
    const show = (next: FlowState) => {
      if (!signal.aborted) setState(next);
    };
    runFlow(inputs, signal, show).then(
      (result) => {
        if (signal.aborted) return;
        if (result.outcome.kind === 'granted') {
          onGrant(result.outcome.grant, inputs);
          show({kind: 'granted'});
        } else {
          show({kind: 'failed', ...result});
        }
      },
      (error: unknown) => show({kind: 'failed', outcome: {kind: 'unreadable', message: String(error)}}),
    );
  };
  const cancel = () => {
    running.current?.abort();
    setState({kind: 'idle'});
  };
  return {state, run, cancel};
}

type FlowResult = Omit<Extract<FlowState, {kind: 'failed'}>, 'kind'>;

async function runFlow(inputs: FlowInputs, signal: AbortSignal, show: (state: FlowState) => void): Promise<FlowResult> {
  const {flow, client, scopes} = inputs;
  const ask = async (grant: TokenGrantRequest): Promise<FlowResult> => {
    show({kind: 'asking'});
    const request = {tokenUrl: flow.tokenUrl ?? '', client, grant};
    return {
      outcome: await requestToken(buildTokenRequest(request.tokenUrl, client, grant), liveFetch, new Date()),
      request,
    };
  };
  switch (flow.kind) {
    case 'clientCredentials':
      return ask({type: 'client_credentials', scopes});
    case 'password':
      return ask({type: 'password', user: inputs.user, password: inputs.password, scopes});
    case 'deviceAuthorization':
      return {outcome: await runDevice(inputs, signal, show)};
    case 'authorizationCode':
    case 'implicit': {
      const signedIn = await signIn(inputs, signal, show);
      return 'grant' in signedIn ? ask(signedIn.grant) : signedIn;
    }
  }
}

/** Sends the reader to the sign-in page and waits for what it sends back. */
async function signIn(
  {flow, client, scopes, redirectUri}: FlowInputs,
  signal: AbortSignal,
  show: (state: FlowState) => void,
): Promise<FlowResult | {grant: TokenGrantRequest}> {
  const opened = openSignInWindow();
  if (!isSecureContext && flow.kind === 'authorizationCode') {
    opened?.close();
    const message = 'This page is not served over https, and browsers compute no PKCE challenge there. Paste a token.';
    return {outcome: {kind: 'unreadable', message}};
  }
  const state = randomToken();
  const pkce = flow.kind === 'authorizationCode' ? await createPkce() : undefined;
  const address = buildAuthorizationUrl({
    authorizationUrl: flow.authorizationUrl ?? '',
    responseType: pkce === undefined ? 'token' : 'code',
    clientId: client.id,
    redirectUri,
    scopes,
    state,
    ...(pkce !== undefined && {challenge: pkce.challenge}),
  });
  const answer = waitForCallback(state, signal);
  const open = () => void window.open(address, '_blank', 'noopener,noreferrer');
  if (opened !== null) opened.location.replace(address);
  show({kind: 'window', open, isBlocked: opened === null});
  signal.addEventListener('abort', () => opened?.close(), {once: true});
  const outcome = readAuthorizationResponse(await answer, {state, issuer: flow.issuer, now: new Date()});
  if (outcome.kind !== 'code') return {outcome};
  if (pkce === undefined) return {outcome: {kind: 'unreadable', message: 'The sign-in page sent a code, not a token.'}};
  return {grant: {type: 'authorization_code', code: outcome.code, redirectUri, verifier: pkce.verifier}};
}

async function runDevice(
  {flow, client, scopes}: FlowInputs,
  signal: AbortSignal,
  show: (state: FlowState) => void,
): Promise<TokenOutcome> {
  show({kind: 'asking'});
  const deviceAuthorizationUrl = flow.deviceAuthorizationUrl ?? '';
  const started = await startDevice({deviceAuthorizationUrl, client, scopes, fetch: liveFetch, now: new Date()});
  if (started.kind !== 'started') return started;
  show({kind: 'device', device: started.device});
  return pollDevice({
    tokenUrl: flow.tokenUrl ?? '',
    client,
    device: started.device,
    fetch: liveFetch,
    wait: (milliseconds) => wait(milliseconds, signal),
    now: () => new Date(),
    onRetry: (retryIn) => show({kind: 'device', device: started.device, retryIn}),
  });
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Given up', 'AbortError'));
    });
  });
}
