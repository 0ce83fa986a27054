import type {RequestHandler} from 'msw';
import type {DemoState, DemoStorage, Mail} from '../model/demo-state.ts';
import type {Problem} from '../model/values.ts';
import {coindroids} from './coindroids/index.ts';
import {doordeck} from './doordeck/index.ts';
import {createRateLimit} from './rate-limit.ts';
import type {RateLimit} from './rate-limit.ts';
import {createStateStore} from './state-store.ts';
import type {StateStore} from './state-store.ts';

/** What the handlers of an API are made with, afresh for each request. */
export interface HandlerContext<State extends DemoState> {
  /** Put before the paths of the document. */
  baseUrl: string;
  store: StateStore<State>;
  /** What the schemas say of the request that is being answered. */
  problems: readonly Problem[];
  now: () => number;
  /** Counts the requests of this API; for those that refuse to be hammered. */
  rateLimit: RateLimit;
}

/** Hand-written behaviour for an API: its state at the first visit, and handlers for some of its operations. */
export interface BackEndDefinition<State extends DemoState> {
  version: number;
  seed: () => State;
  handlers: (context: HandlerContext<State>) => RequestHandler[];
}

/** A definition with its store, whatever its state is made of. */
export interface BackEnd {
  handlers: (context: Omit<HandlerContext<DemoState>, 'store' | 'rateLimit'>) => RequestHandler[];
  mailbox: () => readonly Mail[];
  reset: () => void;
  subscribe: (listener: () => void) => () => void;
}

/** The back end of an API. One without hand-written behaviour has no handlers and an empty mailbox. */
export function createBackEnd(apiId: string, storage: DemoStorage | undefined): BackEnd {
  switch (apiId) {
    case 'coindroids':
      return start(apiId, coindroids, storage);
    case 'doordeck':
      return start(apiId, doordeck, storage);
    default:
      return start(apiId, withoutBehaviour, storage);
  }
}

const withoutBehaviour: BackEndDefinition<DemoState> = {
  version: 1,
  seed: () => ({mailbox: []}),
  handlers: () => [],
};

function start<State extends DemoState>(
  apiId: string,
  {version, seed, handlers}: BackEndDefinition<State>,
  storage: DemoStorage | undefined,
): BackEnd {
  const store = createStateStore({apiId, version, seed, storage});
  const rateLimit = createRateLimit();
  let shown: {of: readonly Mail[]; newestFirst: readonly Mail[]} | undefined;
  return {
    handlers: (context) => handlers({...context, store, rateLimit}),
    mailbox() {
      const {mailbox} = store.get();
      if (shown?.of !== mailbox) shown = {of: mailbox, newestFirst: [...mailbox].reverse()};
      return shown.newestFirst;
    },
    reset() {
      rateLimit.forget();
      store.reset();
    },
    subscribe: store.subscribe,
  };
}
