import type {Mail} from '../model/demo-state.ts';
import type {Operation} from '../model/operation.ts';
import type {Problem} from '../model/values.ts';
import {browserStorage, readStoredMailbox, removeStoredDemo} from './demo-state.ts';
import {joinPanel, wouldPanelAnswer} from './demo-network-panel.ts';
import {chosenSimulation} from './demo-simulation.ts';
import type {Transport} from './send.ts';

export interface DemoTransportOptions {
  apiId: string;
  operation: Operation;
  /** What the schemas say of a request. The demo refuses what has problems, as the API would. */
  validate: (operation: Operation, request: Request) => Promise<Problem[]>;
  /** The server that the demo stands for; without it, the operation's first. */
  baseUrl?: string;
}

/** The one back end of an API in this page, once its engine is loaded. */
interface LoadedDemo {
  handle: (request: Request) => Promise<Response>;
  learn: (operation: Operation, baseUrl?: string) => void;
  mailbox: () => readonly Mail[];
  reset: () => void;
}

interface Entry {
  listeners: Set<() => void>;
  mailbox: readonly Mail[] | undefined;
  loading: Promise<LoadedDemo> | undefined;
  loaded: LoadedDemo | undefined;
}

/** Shared by every form of the page, and by the pages of one visit. */
const entries = new Map<string, Entry>();

/**
 * A transport into the demo back end of an API. The engine is loaded with the first request; all transports of one API
 * share its state. A request never goes to the network: what the demo does not know it answers itself with a 404. Where
 * the reader wants to see the calls in the network panel, and the service worker has just proved that it would answer, the
 * request takes the way through it. Rejects when the engine cannot be loaded or the request's signal is aborted.
 */
export function createDemoTransport({apiId, operation, validate, baseUrl}: DemoTransportOptions): Transport {
  return async (request) => {
    const demo = await loadDemo(apiId, validate);
    demo.learn(operation, baseUrl);
    // Looked at first: whoever never switched the panel on has nothing to wait for.
    if (await wouldPanelAnswer(request.url)) return fetch(request, {credentials: 'omit'});
    return demo.handle(request);
  };
}

/** Lets the network panel's worker hand the demo what is sent to any server of the operation. */
export async function showDemoInPanel({
  apiId,
  operation,
  validate,
}: Omit<DemoTransportOptions, 'baseUrl'>): Promise<void> {
  const demo = await loadDemo(apiId, validate);
  const servers = operation.servers.map(serverAddress);
  for (const server of servers) demo.learn(operation, server);
  joinPanel({apiId, servers, handle: demo.handle});
}

/** Absolute, with the defaults of its variables, without a slash at the end. */
function serverAddress({url, variables}: Operation['servers'][number]): string {
  const filled = url.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => variables?.[name]?.default ?? whole);
  return new URL(filled, location.href).href.replace(/\/+$/, '');
}

/** The e-mails the demo has sent, newest first. The same array until there is a change. */
export function getMailbox(apiId: string): readonly Mail[] {
  const entry = entryOf(apiId);
  entry.mailbox ??= readStoredMailbox(apiId, browserStorage());
  return entry.mailbox;
}

/** Forgets everything the reader did in the demo of an API: it is as on the first visit. */
export function resetDemo(apiId: string): void {
  const entry = entryOf(apiId);
  removeStoredDemo(apiId, browserStorage());
  entry.mailbox = undefined;
  if (entry.loaded === undefined) notify(entry);
  else entry.loaded.reset();
}

/** Calls the listener after every change of the demo's state. Gives the function that ends it. */
export function subscribeDemo(apiId: string, listener: () => void): () => void {
  const {listeners} = entryOf(apiId);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function entryOf(apiId: string): Entry {
  let entry = entries.get(apiId);
  if (entry === undefined) {
    entry = {listeners: new Set(), mailbox: undefined, loading: undefined, loaded: undefined};
    entries.set(apiId, entry);
  }
  return entry;
}

function notify(entry: Entry): void {
  for (const listener of [...entry.listeners]) listener();
}

/** A load that failed is tried again with the next request. */
function loadDemo(apiId: string, validate: DemoTransportOptions['validate']): Promise<LoadedDemo> {
  const entry = entryOf(apiId);
  entry.loading ??= startDemo(apiId, entry, validate).catch((error: unknown) => {
    entry.loading = undefined;
    throw error;
  });
  return entry.loading;
}

async function startDemo(apiId: string, entry: Entry, validate: DemoTransportOptions['validate']): Promise<LoadedDemo> {
  const {createDemo} = await import('../demo/index.ts');
  const demo = createDemo({
    apiId,
    operations: [],
    validate,
    storage: browserStorage(),
    simulation: ({key}) => chosenSimulation(key)?.simulation,
  });
  demo.subscribe(() => {
    entry.mailbox = demo.mailbox();
    notify(entry);
  });
  entry.loaded = demo;
  return demo;
}
