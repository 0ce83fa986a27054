/** The id that the fragment of an address leads to; undefined for none. */
export function fragmentOf(hash: string): string | undefined {
  if (hash.length < 2) return undefined;
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Opens every `<details>` on the way to the element that a fragment leads to, and scrolls there if one was closed. */
export function revealFragment(hash: string): void {
  const id = fragmentOf(hash);
  const element = id === undefined ? null : document.getElementById(id);
  let isRevealed = false;
  for (let step = closedAround(element); step !== null; step = closedAround(element)) {
    step.open = true;
    isRevealed = true;
  }
  if (isRevealed) element?.scrollIntoView();
}

function closedAround(element: Element | null): HTMLDetailsElement | null {
  return element?.closest<HTMLDetailsElement>('details:not([open])') ?? null;
}
