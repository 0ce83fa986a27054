import type {Operation} from '../../../../model/operation.ts';
import type {HttpRequest} from '../../../../request/http-request.ts';
import type {Failure} from '../../../../transport/exchange.ts';
import type {FormState} from '../../../../form/form-state.ts';

/** One exchange of this tab as it may be shown: placeholders stand for secrets. */
export interface HistoryEntry {
  /** Counts up from 1 within the tab. */
  id: number;
  operation: Pick<Operation, 'key' | 'title' | 'slug'>;
  /** Milliseconds since the Unix epoch. */
  startedAt: number;
  durationMs: number;
  isDemo: boolean;
  request: HttpRequest;
  outcome: RecordedReply | Failure;
  /** What the form held, secrets included: to fill it again. It stays in memory and is never shown. */
  state: FormState;
  /** The same without whatever is or may be a secret: what stays when secrets are forgotten. */
  openState: FormState;
}

/** A reply as it is kept. */
export interface RecordedReply {
  kind: 'reply';
  status: number;
  statusText: string;
  isSuccess: boolean;
  headers: [name: string, value: string][];
  mediaType: string | undefined;
  size: number;
  /** Undefined where the body is no text, or too much to keep. */
  text: string | undefined;
}

const most = 20;

let entries: readonly HistoryEntry[] = [];
let last = 0;
/** What was secret once stays secret for this tab, as long as it is not forgotten: a later reply may repeat it. */
const known = new Set<string>();
const listeners = new Set<() => void>();

/** The exchanges of this tab, newest first; the same array until there is a change. Nothing outlives the page. */
export function historyEntries(): readonly HistoryEntry[] {
  return entries;
}

/** Keeps an exchange; of more than twenty the oldest goes. */
export function addToHistory(entry: Omit<HistoryEntry, 'id'>): void {
  last++;
  entries = [{...entry, id: last}, ...entries].slice(0, most);
  notify();
}

/** Forgets all exchanges, with the values that they were sent with. */
export function clearHistory(): void {
  entries = [];
  notify();
}

/** Adds to the secrets of this tab, and gives them all. */
export function rememberSecrets(secrets: readonly string[]): string[] {
  for (const secret of secrets) {
    if (secret !== '') known.add(secret);
  }
  return [...known];
}

/** Forgets the secrets that exchanges were sent with. They can still be looked at, and fill in all else again. */
export function forgetSecrets(): void {
  known.clear();
  if (entries.length === 0) return;
  entries = entries.map((entry) => ({...entry, state: entry.openState}));
  notify();
}

/** Calls back after each change; gives the function that ends it. */
export function subscribeHistory(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
}
