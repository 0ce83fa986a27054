/**
 * Keeps the focus near where it was when what has it goes away, as a button does that takes its own list with it: it
 * goes to what has come in its place, else to what stands before it (WCAG 2.2, 2.4.3). Whoever moves the focus on
 * purpose comes first. Gives the function that ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: Node | undefined;
  const onFocusIn = ({target}: FocusEvent) => {
    last = target instanceof Node ? target : undefined;
  };
  const onFocusOut = () => {
    const left = last;
    // What was left while it stood there has lost nothing. What is being taken away is gone by then.
    queueMicrotask(() => {
      if (left === last && left?.isConnected === true) last = undefined;
    });
  };
  const observer = new MutationObserver((changes) => {
    const lost = last;
    if (lost === undefined || lost.isConnected || document.activeElement !== document.body) return;
    const removal = changes.find(({removedNodes}) => [...removedNodes].some((node) => node.contains(lost)));
    if (removal === undefined) return;
    const added = changes.filter(({target}) => target === removal.target).flatMap(({addedNodes}) => [...addedNodes]);
    (firstIn(added) ?? lastBefore(root, removal))?.focus();
  });
  root.addEventListener('focusin', onFocusIn);
  root.addEventListener('focusout', onFocusOut);
  observer.observe(root, {childList: true, subtree: true});
  return () => {
    root.removeEventListener('focusin', onFocusIn);
    root.removeEventListener('focusout', onFocusOut);
    observer.disconnect();
  };
}

function firstIn(nodes: Node[]): HTMLElement | undefined {
  return nodes
    .filter((node) => node instanceof HTMLElement)
    .flatMap((element) => [element, ...element.querySelectorAll<HTMLElement>('*')])
    .find(takesFocus);
}

function lastBefore(root: HTMLElement, {previousSibling, target}: MutationRecord): HTMLElement | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = target;
  if (previousSibling?.isConnected === true) {
    walker.currentNode = previousSibling;
    while (walker.lastChild() !== null);
  }
  do {
    if (takesFocus(walker.currentNode)) return walker.currentNode;
  } while (walker.previousNode() !== null);
  return undefined;
}

function takesFocus(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.tabIndex >= 0 && !node.matches(':disabled') && node.checkVisibility();
}
