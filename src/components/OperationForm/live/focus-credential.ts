/** How long it may take until the panel of credentials is there, in milliseconds. */
const patience = 3000;

/**
 * Moves the focus from a button that gave a credential, and goes, to where the credential is now: its field in the form
 * that the button belongs to, else its line below the form, as soon as that is there. Gives way to a reader who goes on.
 */
export function focusCredential(button: Element, scheme: string): void {
  const root = consoleOf(button);
  const name = CSS.escape(scheme);
  const find = () =>
    root.querySelector<HTMLElement>(`[name="authorization.${name}"]`) ??
    root.querySelector<HTMLElement>(`[data-credential="${name}"]`);
  const found = find();
  if (found !== null) {
    found.focus();
    return;
  }
  const observer = new MutationObserver(() => {
    const line = find();
    if (line === null) return;
    stop();
    line.focus();
  });
  const stop = () => {
    observer.disconnect();
    for (const event of ['keydown', 'pointerdown']) document.removeEventListener(event, stop);
  };
  observer.observe(root, {childList: true, subtree: true});
  for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, stop);
  setTimeout(stop, patience);
}

/** The form and what comes of it. */
function consoleOf(button: Element): Element {
  let root = button.parentElement;
  while (root !== null && root.querySelector('form[data-operation]') === null) root = root.parentElement;
  return root ?? document.body;
}
