/**
 * Calls `show` while no tab panel around an element is hidden, and what it gave when one is. Gives the function that
 * ends it.
 */
export function watchSight(element: Element, show: () => () => void): () => void {
  let hide: (() => void) | undefined;
  const look = () => {
    const isHidden = element.closest('[hidden]') !== null;
    if (isHidden) {
      hide?.();
      hide = undefined;
    } else hide ??= show();
  };
  const observer = new MutationObserver(look);
  for (let panel = tabPanelAround(element); panel; panel = tabPanelAround(panel.parentElement)) {
    observer.observe(panel, {attributeFilter: ['hidden']});
  }
  look();
  return () => {
    observer.disconnect();
    hide?.();
  };
}

function tabPanelAround(element: Element | null): Element | null {
  return element?.closest('[role="tabpanel"]') ?? null;
}
