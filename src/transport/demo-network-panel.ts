import {browserStorage} from './demo-state.ts';

/** Whether the demo's calls show in the browser's network panel: they then go through a service worker. */
export type PanelState = 'off' | 'starting' | 'on' | 'failed';

export interface PanelOptions {
  /** Absolute address of the worker's script. */
  workerUrl: string;
  /** Absolute address of the site with its base URL. */
  scope: string;
}

/** A demo that the worker may hand requests to. */
export interface PanelDemo {
  apiId: string;
  /** Absolute addresses without a slash at the end. */
  servers: readonly string[];
  handle: (request: Request) => Promise<Response>;
}

const key = 'live-api-docs.network-panel';
const listeners = new Set<() => void>();
const demos = new Map<string, PanelDemo>();
let state: PanelState = 'off';
let stop: (() => void) | undefined;
let running: PanelOptions | undefined;
/** A worker that is switched on again too soon would be ended with the old one. */
let leaving = Promise.resolve();

export function panelState(): PanelState {
  return state;
}

/** Whether the reader switched it on earlier in this tab. */
export function wasPanelOn(): boolean {
  try {
    return browserStorage()?.getItem(key) === 'on';
  } catch {
    return false;
  }
}

/** Calls back after each change; gives the function that ends it. */
export function subscribePanel(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers the worker. Remembered for this tab. When it cannot be registered the state says so, and nothing else changes. */
export async function switchPanelOn(options: PanelOptions): Promise<void> {
  if (state === 'starting' || state === 'on') return;
  remember('on');
  become('starting');
  try {
    const {startDemoWorker} = await import('./demo-worker.ts');
    await leaving;
    stop = await startDemoWorker(options, answer);
    running = options;
    become('on');
  } catch {
    remember(undefined);
    await unregister(options.scope);
    become('failed');
  }
}

/** Ends and unregisters the worker. */
export async function switchPanelOff({scope}: PanelOptions): Promise<void> {
  remember(undefined);
  running = undefined;
  stop?.();
  stop = undefined;
  // The switch moves with the press; the worker takes its time to go.
  become('off');
  leaving = unregister(scope).catch(() => undefined);
  await leaving;
}

/** From now on the worker hands this demo what is sent to its servers, by forms and by anything else in the page. */
export function joinPanel(demo: PanelDemo): void {
  const servers = [...new Set([...(demos.get(demo.apiId)?.servers ?? []), ...demo.servers.filter(isForeign)])];
  demos.set(demo.apiId, {...demo, servers});
  void isPanelInControl();
}

/** From now on, what is sent to the servers of this API goes to them. */
export function leavePanel(apiId: string): void {
  if (demos.delete(apiId)) void isPanelInControl();
}

/** Whether a request to this address, sent now, would be answered by the worker: it is asked, and has to say so. */
export async function wouldPanelAnswer(url: string): Promise<boolean> {
  return demoFor(url) !== undefined && (await isPanelInControl());
}

/** The handshake: the worker is told the servers, and both halves of it must answer. It may have slept since the last one. */
async function isPanelInControl(): Promise<boolean> {
  if (running === undefined) return false;
  const {controller} = navigator.serviceWorker;
  if (controller?.scriptURL !== running.workerUrl) return false;
  const servers = [...demos.values()].flatMap((demo) => demo.servers);
  return (await tellServers(controller, servers)) && (await wakeMsw(controller));
}

function tellServers(worker: ServiceWorker, servers: string[]): Promise<boolean> {
  return inTime((done) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = done;
    worker.postMessage({type: 'live-api-docs/servers', servers}, [port2]);
    return () => port1.close();
  });
}

/** msw's own protocol: `MOCK_ACTIVATE` makes it hand over this page's requests, `MOCKING_ENABLED` says that it does. */
function wakeMsw(worker: ServiceWorker): Promise<boolean> {
  return inTime((done) => {
    const listen = ({data}: MessageEvent<{type?: unknown} | undefined>): void => {
      if (data?.type === 'MOCKING_ENABLED') done();
    };
    navigator.serviceWorker.addEventListener('message', listen);
    worker.postMessage('MOCK_ACTIVATE');
    return () => navigator.serviceWorker.removeEventListener('message', listen);
  });
}

/** A worker that is there answers in a few; a busy machine may take longer. */
const mostMilliseconds = 2000;

function inTime(begin: (done: () => void) => () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (answer: boolean): void => {
      clearTimeout(timer);
      end();
      resolve(answer);
    };
    const timer = setTimeout(() => settle(false), mostMilliseconds);
    const end = begin(() => settle(true));
  });
}

/** The reply of the demo that stands for the server; undefined lets the request go to the network. */
function answer(request: Request): Promise<Response> | undefined {
  return demoFor(request.url)?.handle(request);
}

function demoFor(url: string): PanelDemo | undefined {
  return [...demos.values()].find(({servers}) => servers.some((server) => `${url}/`.startsWith(`${server}/`)));
}

/** What lies on the site's own origin is never intercepted. */
function isForeign(server: string): boolean {
  return URL.canParse(server) && new URL(server).origin !== location.origin;
}

async function unregister(scope: string): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.filter((one) => one.scope === scope).map((one) => one.unregister()));
}

function remember(value: 'on' | undefined): void {
  try {
    if (value === undefined) browserStorage()?.removeItem(key);
    else browserStorage()?.setItem(key, value);
  } catch {
    // Where storage is forbidden the choice lasts as long as the page.
  }
}

function become(next: PanelState): void {
  state = next;
  for (const listener of [...listeners]) listener();
}
