import type {Server} from '../../model/operation.ts';

/**
 * Where the calls of an API go: `demo` or a server URL. One choice per API for all forms of the tab, remembered over
 * visits; the choice is all that is kept.
 */
const prefix = 'live-api-docs.target.';

const choices = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * The choice for this API, or undefined when the reader has made none. One among the servers of an operation counts where
 * the servers are the same (`serversKey`): an operation with servers of its own is not served by the others. Reads the
 * browser's storage on first use.
 */
export function chosenTarget(apiId: string, servers: string): string | undefined {
  const choice = choices.get(apiId) ?? readStorage(apiId);
  if (choice === undefined) return undefined;
  choices.set(apiId, choice);
  // No URL has a space in it.
  const end = choice.indexOf(' ');
  if (end < 0) return choice;
  return choice.slice(end + 1) === servers ? choice.slice(0, end) : undefined;
}

/** Whether the reader has ever chosen where the calls of this API go. */
export function choseTarget(apiId: string): boolean {
  return (choices.get(apiId) ?? readStorage(apiId)) !== undefined;
}

/** What tells the servers of one operation from those of another. */
export function serversKey(servers: readonly Server[]): string {
  return servers.map(({url}) => url).join(' ');
}

/**
 * Remembers where calls of this API go, `demo` or a server URL, and tells every form. `servers` is given for one of an
 * operation's own.
 */
export function chooseTarget(apiId: string, target: string, servers?: string): void {
  const choice = servers === undefined || target === 'demo' ? target : `${target} ${servers}`;
  choices.set(apiId, choice);
  try {
    localStorage.setItem(prefix + apiId, choice);
  } catch {
    // Storage is off or full: the choice then lives as long as the tab.
  }
  for (const listener of listeners) listener();
}

/** Calls back after each choice; gives the function that ends it. */
export function subscribeTarget(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * What a reader typed as a server of their own, made a server URL: http or https, without user name, password, query,
 * fragment and slash at the end. Otherwise a sentence that says what is wrong.
 */
export function parseServerUrl(text: string): {url: string} | {problem: string} {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return {problem: 'Enter a whole address, such as http://localhost:8080.'};
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return {problem: 'The address must begin with http:// or https://.'};
  }
  if (url.username !== '' || url.password !== '') {
    return {problem: 'Leave user name and password out of the address; they belong under Authorisation.'};
  }
  return {url: (url.origin + url.pathname).replace(/\/+$/, '')};
}

function readStorage(apiId: string): string | undefined {
  try {
    return localStorage.getItem(prefix + apiId) ?? undefined;
  } catch {
    return undefined;
  }
}
