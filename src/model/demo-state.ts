/** An e-mail that the demo back end of an API "sent". It never leaves the page. */
export interface Mail {
  /** Counts up from 1 within the API; the same after a page load. */
  id: number;
  to: string;
  subject: string;
  /** Plain text, with line breaks. */
  text: string;
  /** When it was sent, ISO 8601 in UTC. */
  date: string;
  /** The code that the text asks its reader to enter, where there is one. */
  code?: string;
}

/** What every demo back end keeps, whatever else its API needs. */
export interface DemoState {
  /** Oldest first. */
  mailbox: Mail[];
}

/** How the state stands in the storage, as JSON. Another version is another shape: it is not read. */
export interface StoredDemo<State extends DemoState = DemoState> {
  version: number;
  state: State;
}

/** The part of Web Storage that the demo uses. Each method may throw, as it does where the browser forbids storage. */
export interface DemoStorage {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
}

/** Where the demo of an API keeps its state. */
export function demoStateKey(apiId: string): string {
  return `live-api-docs.demo.${apiId}`;
}
