import {demoStateKey} from '../model/demo-state.ts';
import type {DemoState, DemoStorage, StoredDemo} from '../model/demo-state.ts';
import {isJsonObject} from '../model/json.ts';

/** The state of one demo back end: read, changed as a whole, kept where there is room for it. */
export interface StateStore<State extends DemoState> {
  get: () => State;
  /** Replaces the state by what the function makes of it, keeps it and tells the listeners. */
  update: (change: (state: State) => State) => void;
  /** Back to the seed; what is kept is removed. */
  reset: () => void;
  subscribe: (listener: () => void) => () => void;
}

export interface StateStoreOptions<State extends DemoState> {
  apiId: string;
  /** Counts up when the shape of the state changes; a kept state of another version is not read. */
  version: number;
  seed: () => State;
  storage: DemoStorage | undefined;
}

/**
 * Creates the store of a back end, with the state that an earlier page left or with the seed. A storage that throws is
 * not asked again: the state stays in memory.
 */
export function createStateStore<State extends DemoState>({
  apiId,
  version,
  seed,
  storage,
}: StateStoreOptions<State>): StateStore<State> {
  const key = demoStateKey(apiId);
  const listeners = new Set<() => void>();
  let usable = storage;
  let state: State | undefined;

  function attempt<Result>(use: (storage: DemoStorage) => Result): Result | undefined {
    if (usable === undefined) return undefined;
    try {
      return use(usable);
    } catch {
      usable = undefined;
      return undefined;
    }
  }

  function get(): State {
    // Only this store writes under its key, so a state of the right version has the right shape.
    const kept = (): State | undefined =>
      parseState(
        attempt((from) => from.getItem(key)),
        version,
      ) as State | undefined;
    state ??= kept() ?? seed();
    return state;
  }

  function notify(): void {
    for (const listener of [...listeners]) listener();
  }

  return {
    get,
    update(change) {
      const next = change(get());
      state = next;
      const stored: StoredDemo<State> = {version, state: next};
      attempt((into) => into.setItem(key, JSON.stringify(stored)));
      notify();
    },
    reset() {
      attempt((from) => from.removeItem(key));
      state = seed();
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function parseState(text: string | null | undefined, version: number): object | undefined {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    return isJsonObject(stored) && stored.version === version && isJsonObject(stored.state) ? stored.state : undefined;
  } catch {
    return undefined;
  }
}
