import {corsHeadersFor, isSafelistedMethod, unsafeHeaderNames} from './cors.ts';
import {isLocal, isLoopback} from './local-address.ts';
import type {Transport} from './send.ts';

/** Why a request most likely had no reply. */
export interface Diagnosis {
  kind: 'offline' | 'mixed-content' | 'policy' | 'private-network' | 'unreachable' | 'redirect' | 'preflight' | 'cors';
  /** Plain sentences: what happened and what to do. */
  message: string;
  /** For `cors` and `preflight`: the header lines the API would have to send for this very request. */
  headersNeeded?: string[];
  /** What was tried to find out, in order. */
  findings: Finding[];
}

/** One probe and what came of it. */
export interface Finding {
  /** `HEAD https://api.example.com/, without reading`. */
  probe: string;
  isAnswered: boolean;
}

/** What the page knows of itself. */
export interface Surroundings {
  fetch: Transport;
  /** False only when the device is surely offline. */
  online: boolean;
  /** `https:` or `http:`. */
  pageProtocol: string;
  /** As the browser sends it in `Origin`: `https://docs.example.com`. */
  pageOrigin: string;
  /** Whether the browser told of a Content-Security-Policy that blocked this request. */
  isBlockedByPolicy?: boolean;
}

const probeTimeoutMs = 5_000;

/**
 * Finds the likely reason when the browser says no more than "Failed to fetch". It may send probes, all of them `HEAD`
 * without credentials, without a body and without any value of the request: one to the root of the server in mode
 * `no-cors`, which a browser lets through whatever CORS says; when that is answered, some to the path of the request that
 * CORS does decide about, to learn which part of the request is not permitted.
 */
export async function diagnose(request: Request, surroundings: Surroundings): Promise<Diagnosis> {
  const url = new URL(request.url);
  const known = knownReason(url, surroundings);
  if (known !== undefined) return {...known, findings: []};

  const probes = createProbes(surroundings.fetch);
  const root = await probes.send(`${url.origin}/`, `HEAD ${url.origin}/, without reading the answer`, {
    mode: 'no-cors',
  });
  const findings = probes.findings;
  if (root === undefined) return {...unreachable(url, surroundings.pageOrigin), findings};
  return {...(await corsReason(request, url, surroundings.pageOrigin, probes)), findings};
}

/** The surroundings of the page that this runs in. Only for the browser. */
export function pageSurroundings(fetch: Transport): Surroundings {
  return {fetch, online: navigator.onLine, pageProtocol: location.protocol, pageOrigin: location.origin};
}

type Reason = Omit<Diagnosis, 'findings'>;

/** What is clear without a probe. */
function knownReason(url: URL, {online, pageProtocol, isBlockedByPolicy}: Surroundings): Reason | undefined {
  if (!online) {
    return {kind: 'offline', message: 'This device is offline. Connect to the network and send again.'};
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return {
      kind: 'unreachable',
      message: `A page cannot send to ${url.protocol} addresses. Give the server an address that begins with https://.`,
    };
  }
  if (isBlockedByPolicy === true) {
    return {
      kind: 'policy',
      message:
        `The Content-Security-Policy of this page does not let it call ${url.origin}. Nothing was sent. Whoever runs ` +
        `this site can add ${url.origin} to connect-src.`,
    };
  }
  if (pageProtocol === 'https:' && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      kind: 'mixed-content',
      message:
        `This page came over https, so the browser does not let it send to ${url.origin}, which is not encrypted. ` +
        'Use the https address of the server, or open this page over http.',
    };
  }
  return undefined;
}

function unreachable(url: URL, pageOrigin: string): Reason {
  const reasons =
    'Check the name and the port of the server and that it is running; a firewall, an untrusted certificate or a ' +
    'browser extension can also be in the way.';
  if (isLocal(url.hostname) && !isLocal(new URL(pageOrigin).hostname)) {
    return {
      kind: 'private-network',
      message:
        `${url.origin} is on this device or in its own network, and this page is not: the browser may keep such calls ` +
        'back. Allow this page access to the local network where the browser asks, or in the settings of the site. ' +
        `If it is allowed, ${url.origin} does not answer. ${reasons}`,
    };
  }
  return {kind: 'unreachable', message: `${url.origin} does not answer. ${reasons}`};
}

/** Why a server that answers is no help: narrowed down by what CORS lets through. */
async function corsReason(request: Request, url: URL, pageOrigin: string, probes: Probes): Promise<Reason> {
  const headersNeeded = corsHeadersFor(request, pageOrigin);
  const missing: Reason = {
    kind: 'cors',
    message:
      `${url.origin} answers, but it most likely does not permit this page to call it. For that it has to send the ` +
      'headers below (CORS). Without them the call works from outside a browser only, for example with curl.',
    headersNeeded,
  };
  const address = url.origin + url.pathname;
  const plain = await probes.send(address, `HEAD ${address}, without headers of its own`, {redirect: 'manual'});
  if (plain === undefined) return missing;
  if (plain.type === 'opaqueredirect' || (plain.status >= 300 && plain.status < 400)) {
    return {
      kind: 'redirect',
      message:
        `${address} sends on to another address. A browser does not follow there when this call needs a preflight, or ` +
        'when the other server does not permit it (CORS). Call the address that it leads to.',
    };
  }
  const refused: string[] = [];
  for (const name of unsafeHeaderNames(request.headers)) {
    const value = name === 'content-type' ? (request.headers.get(name) ?? '') : 'probe';
    const answer = await probes.send(address, `HEAD ${address} with the header ${name}`, {headers: {[name]: value}});
    if (answer === undefined) refused.push(name);
  }
  if (refused.length > 0) {
    const names = refused.join(', ');
    return {
      kind: 'preflight',
      message:
        `${url.origin} permits calls of this page, but not with ${refused.length === 1 ? 'the header' : 'the headers'} ` +
        `${names}. Its answer to the preflight, the OPTIONS request that the browser sends ahead, has to have status ` +
        '2xx and the header lines below.',
      headersNeeded: [`Access-Control-Allow-Origin: ${pageOrigin}`, `Access-Control-Allow-Headers: ${names}`],
    };
  }
  if (isSafelistedMethod(request.method)) return missing;
  return {
    kind: 'preflight',
    message:
      `${url.origin} permits calls of this page, but most likely not with the method ${request.method}. Its answer to ` +
      'the preflight, the OPTIONS request that the browser sends ahead, has to have status 2xx and the header lines below.',
    headersNeeded: [`Access-Control-Allow-Origin: ${pageOrigin}`, `Access-Control-Allow-Methods: ${request.method}`],
  };
}

interface Probes {
  findings: Finding[];
  /** The answer, or undefined when there is none within five seconds. */
  send: (url: string, words: string, init: RequestInit) => Promise<Response | undefined>;
}

function createProbes(fetch: Transport): Probes {
  const findings: Finding[] = [];
  return {
    findings,
    async send(url, words, init) {
      const response = await fetch(
        new Request(url, {
          method: 'HEAD',
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.timeout(probeTimeoutMs),
          ...init,
        }),
      ).catch(() => undefined);
      findings.push({probe: words, isAnswered: response !== undefined});
      return response;
    },
  };
}
