/** Which schemes the reader authorises with, by API, where the document leaves a choice. Lives as long as the tab. */
const choices = new Map<string, string>();
const listeners = new Set<() => void>();

/** The choice for this API, as `requirementKey` writes it; undefined when the reader has made none. */
export function chosenRequirement(apiId: string): string | undefined {
  return choices.get(apiId);
}

/** Remembers the choice for all operations of this API that can be authorised so. */
export function chooseRequirement(apiId: string, key: string): void {
  choices.set(apiId, key);
  for (const listener of listeners) listener();
}

/** Calls back after each choice; gives the function that ends it. */
export function subscribeRequirement(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
