import type {ExpressionContext} from '../../model/runtime-expression.ts';

/** What a form has given to the others of its page: its last successful call. */
export interface SharedExchange {
  /** The title of the operation. */
  title: string;
  context: ExpressionContext;
}

/** A name that forms share values under, with the form that provides it. Kept in memory only. */
interface Shared {
  title: string;
  exchange?: SharedExchange;
}

const shared = new Map<string, Shared>();
const listeners = new Set<() => void>();

/** Makes a form known as the one that provides this name; gives the function that takes it back. */
export function announceProvider(name: string, title: string): () => void {
  shared.set(name, {title});
  notify();
  return () => {
    shared.delete(name);
    notify();
  };
}

/** Hands a successful call to the forms that use this name. */
export function provideExchange(name: string, exchange: SharedExchange): void {
  shared.set(name, {title: exchange.title, exchange});
  notify();
}

/** What stands under this name; the same object until it changes. */
export function sharedUnder(name: string): Shared | undefined {
  return shared.get(name);
}

/** Calls back after each change; gives the function that ends it. */
export function subscribeShared(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
}
