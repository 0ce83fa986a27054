import {corsHeadersFor} from './cors.ts';
import type {Transport} from './send.ts';

/** Why a request most likely had no reply. */
export interface Diagnosis {
  kind: 'offline' | 'mixed-content' | 'unreachable' | 'cors';
  /** Plain sentences: what happened and what to do. */
  message: string;
  /** For `cors`: the header lines the API would have to send for this very request. */
  headersNeeded?: string[];
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
}

const probeTimeoutMs = 5_000;

/**
 * Finds the likely reason when the browser says no more than "Failed to fetch". It may send one probe: a `HEAD` to the
 * root of the server, in mode `no-cors`, without credentials and without anything of the request. A browser lets such a
 * probe through whatever CORS says, so its success means that the server is there and only the permission is missing.
 */
export async function diagnose(
  request: Request,
  {fetch, online, pageProtocol, pageOrigin}: Surroundings,
): Promise<Diagnosis> {
  if (!online) {
    return {kind: 'offline', message: 'This device is offline. Connect to the network and send again.'};
  }
  const url = new URL(request.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return {
      kind: 'unreachable',
      message: `A page cannot send to ${url.protocol} addresses. Give the server an address that begins with https://.`,
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
  if (!(await answers(url.origin, fetch))) {
    return {
      kind: 'unreachable',
      message:
        `${url.origin} does not answer. Check the name and the port of the server and that it is running; a firewall, ` +
        'an untrusted certificate or a browser extension can also be in the way.',
    };
  }
  return {
    kind: 'cors',
    message:
      `${url.origin} answers, but it most likely does not permit this page to call it. For that it has to send the ` +
      'headers below (CORS). Without them the call works from outside a browser only, for example with curl.',
    headersNeeded: corsHeadersFor(request, pageOrigin),
  };
}

/** The surroundings of the page that this runs in. Only for the browser. */
export function pageSurroundings(fetch: Transport): Surroundings {
  return {fetch, online: navigator.onLine, pageProtocol: location.protocol, pageOrigin: location.origin};
}

/** Whether anything at all replies there, within five seconds. */
async function answers(origin: string, fetch: Transport): Promise<boolean> {
  try {
    await fetch(
      new Request(`${origin}/`, {
        method: 'HEAD',
        mode: 'no-cors',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(probeTimeoutMs),
      }),
    );
    return true;
  } catch {
    return false;
  }
}

/** Browsers trust these without encryption (Secure Contexts, section 3.1). */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d+){3}$/.test(hostname) ||
    hostname === '[::1]'
  );
}
