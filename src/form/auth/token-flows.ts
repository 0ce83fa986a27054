import type {OAuthFlow} from '../../model/operation.ts';

/** The flows that a page can run, the best first (OpenAPI 3.2, OAuth Flows Object). */
const flowKinds = ['authorizationCode', 'deviceAuthorization', 'clientCredentials', 'password', 'implicit'] as const;

type FlowKind = (typeof flowKinds)[number];

/** A flow with the absolute addresses that it asks. */
export interface TokenFlow {
  kind: FlowKind;
  authorizationUrl?: string;
  tokenUrl?: string;
  refreshUrl?: string;
  deviceAuthorizationUrl?: string;
  /** Description by scope. */
  scopes: Record<string, string>;
  /** Whom the answer must come from, where that is known (RFC 9207). */
  issuer?: string;
}

/**
 * The flows of a scheme that name every address they need. Relative addresses are resolved against `base`, the address
 * of the server. Addresses of other kinds than http and https are refused: opened in a window, they could run as code.
 */
export function toTokenFlows(flows: Record<string, OAuthFlow>, base: string): TokenFlow[] {
  return flowKinds.flatMap((kind) => {
    if (!Object.hasOwn(flows, kind)) return [];
    const flow = flows[kind];
    if (flow === undefined) return [];
    const urls: Partial<TokenFlow> = {};
    for (const name of ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'] as const) {
      const url = webAddress(flow[name], base);
      if (url !== undefined) urls[name] = url;
    }
    const isComplete = needed[kind].every((name) => urls[name] !== undefined);
    return isComplete ? [{kind, ...urls, scopes: flow.scopes}] : [];
  });
}

/** An absolute http or https address, resolved against `base`; undefined for everything else. */
export function webAddress(text: string | undefined, base?: string): string | undefined {
  if (text === undefined || text === '' || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

const needed: Record<FlowKind, ('authorizationUrl' | 'tokenUrl' | 'deviceAuthorizationUrl')[]> = {
  authorizationCode: ['authorizationUrl', 'tokenUrl'],
  deviceAuthorization: ['deviceAuthorizationUrl', 'tokenUrl'],
  clientCredentials: ['tokenUrl'],
  password: ['tokenUrl'],
  implicit: ['authorizationUrl'],
};
