/**
 * More languages than fit stand in a row that scrolls: the chosen one is brought into view, also when it is chosen by key
 * or was chosen on another page. Gives the function that ends it; does nothing without an element.
 */
export function keepChosenTabInView(panel: HTMLElement | null): (() => void) | undefined {
  if (panel === null) return undefined;
  const observer = new MutationObserver((changes) => {
    for (const {target} of changes) {
      if (target instanceof HTMLElement && target.getAttribute('aria-selected') === 'true') scrollRowTo(target);
    }
  });
  observer.observe(panel, {attributeFilter: ['aria-selected'], subtree: true});
  return () => observer.disconnect();
}

/** Only the row scrolls; `scrollIntoView` would move the page too. */
function scrollRowTo(tab: HTMLElement): void {
  const row = tab.parentElement;
  if (row === null) return;
  const {left, right} = tab.getBoundingClientRect();
  const edges = row.getBoundingClientRect();
  if (left < edges.left) row.scrollLeft -= edges.left - left;
  else if (right > edges.right) row.scrollLeft += right - edges.right;
}
