/**
 * Where the calls of an API go: `demo` or a server URL. One choice per API for all forms of the tab, remembered over
 * visits; the choice is all that is kept.
 */
const prefix = 'live-api-docs.target.';

const choices = new Map<string, string>();
const listeners = new Set<() => void>();

/** The choice for this API, or undefined when the reader has made none. Reads the browser's storage on first use. */
export function chosenTarget(apiId: string): string | undefined {
  if (!choices.has(apiId)) {
    const stored = readStorage(apiId);
    if (stored === undefined) return undefined;
    choices.set(apiId, stored);
  }
  return choices.get(apiId);
}

/** Remembers where calls of this API go, `demo` or a server URL, and tells every form. */
export function chooseTarget(apiId: string, target: string): void {
  choices.set(apiId, target);
  try {
    localStorage.setItem(prefix + apiId, target);
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
