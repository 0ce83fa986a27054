import type {Field} from '../../form/fields.ts';
import type {FormState} from '../../form/form-state.ts';

/** Values on their way to a form, from a link of a reply. Kept in memory only: they may hold secrets. */
export interface Prefill {
  /** Where they come from, in words: "the link Retry with force". */
  origin: string;
  state: (fields: Field[]) => FormState;
  /** Whether they take the place of all that the form holds. */
  isWhole?: boolean;
}

const waiting = new Map<string, Prefill>();
const mounted = new Map<string, (prefill: Prefill) => void>();
const asleep = new Map<string, () => void>();

/**
 * Makes a form known that is on the page, awake or not, so that values for it wake it and nobody has to leave the page.
 * Gives the function that takes it back.
 */
export function announceForm(operationKey: string, wake: () => void): () => void {
  asleep.set(operationKey, wake);
  return () => {
    if (asleep.get(operationKey) === wake) asleep.delete(operationKey);
  };
}

/**
 * Makes a form on the page known by its operation, so that links fill it; gives the function that takes it back. Values
 * that wait for the form reach it right after.
 */
export function registerForm(operationKey: string, fill: (prefill: Prefill) => void): () => void {
  mounted.set(operationKey, fill);
  const prefill = waiting.get(operationKey);
  waiting.delete(operationKey);
  if (prefill !== undefined) queueMicrotask(() => fill(prefill));
  return () => {
    if (mounted.get(operationKey) === fill) mounted.delete(operationKey);
  };
}

/**
 * Fills the form of this operation if it is on the page, as soon as it is awake; otherwise keeps the values for it and
 * answers false.
 */
export function deliverPrefill(operationKey: string, prefill: Prefill): boolean {
  const fill = mounted.get(operationKey);
  if (fill !== undefined) {
    fill(prefill);
    return true;
  }
  waiting.set(operationKey, prefill);
  const wake = asleep.get(operationKey);
  wake?.();
  return wake !== undefined;
}

/** Whether values wait for the form of this operation. */
export function hasPrefill(operationKey: string): boolean {
  return waiting.has(operationKey);
}
