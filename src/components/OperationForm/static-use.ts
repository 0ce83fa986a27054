/** What a reader does with a form before its script is there: kept, and done again once it is. */
export interface StaticUse {
  /** Whether replacing the form now would break a press or a composition of an input method in two. */
  isBusy: () => boolean;
  /** Where the focus and the caret are; restores them in the form that has taken the place. */
  focus: () => () => void;
  /** Stops to watch, and leaves, chooses and presses again in the form that has taken the place what was before. */
  replay: () => void;
  stop: () => void;
}

/**
 * Watches a form that is still plain HTML. Both forms hold the same controls in the same order, so that a control is
 * known by its place. `wake` is called at the first use.
 */
export function watchStaticUse(place: HTMLElement, wake: () => void): StaticUse {
  const pressed: number[] = [];
  const left = new Set<number>();
  const chosen = new Map<number, string>();
  let isSubmitted = false;
  let isComposing = false;
  let isPointerDown = false;
  const listen = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) => place.addEventListener(name, listener, {signal: listen.signal});

  on('focusin', wake);
  on('focusout', ({target}) => {
    if (target instanceof Element) left.add(controlsIn(place).indexOf(target));
  });
  on('pointerdown', () => {
    isPointerDown = true;
    wake();
  });
  const release = () => setTimeout(() => (isPointerDown = false));
  window.addEventListener('pointerup', release, {signal: listen.signal, capture: true});
  window.addEventListener('pointercancel', release, {signal: listen.signal, capture: true});
  on('compositionstart', () => (isComposing = true));
  on('compositionend', () => (isComposing = false));
  on('submit', (event) => {
    event.preventDefault();
    isSubmitted = true;
    wake();
  });
  on('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[type="button"]') : null;
    if (button !== null) pressed.push(controlsIn(place).indexOf(button));
  });
  // Fields tell what they hold themselves; other lists, such as where the call goes, are chosen again.
  on('change', ({target}) => {
    if (target instanceof HTMLSelectElement && target.dataset['field'] === undefined) {
      chosen.set(controlsIn(place).indexOf(target), target.value);
    }
  });

  return {
    isBusy: () => isPointerDown || isComposing,
    focus() {
      const active = document.activeElement;
      const index = active === null ? -1 : controlsIn(place).indexOf(active);
      if (index < 0) return () => undefined;
      const caret = caretOf(active);
      return () => {
        const control = controlsIn(place)[index];
        if (!(control instanceof HTMLElement)) return;
        control.focus({preventScroll: true});
        if (caret !== undefined && isText(control)) control.setSelectionRange(...caret);
      };
    },
    replay() {
      listen.abort();
      // Found before anything is done again, for that may change how many controls there are.
      const controls = controlsIn(place);
      for (const index of left) controls[index]?.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
      for (const [index, value] of chosen) chooseAgain(controls[index], value);
      for (const index of pressed) pressAgain(controls[index]);
      if (isSubmitted) place.querySelector('form')?.requestSubmit();
    },
    stop: () => listen.abort(),
  };
}

function controlsIn(place: HTMLElement): Element[] {
  return [...place.querySelectorAll('input, select, textarea, button, summary, a')];
}

function chooseAgain(list: Element | undefined, value: string): void {
  if (!(list instanceof HTMLSelectElement)) return;
  list.value = value;
  list.dispatchEvent(new Event('change', {bubbles: true}));
}

function pressAgain(button: Element | undefined): void {
  if (button instanceof HTMLElement) button.click();
}

/** `setSelectionRange` is for text alone: an e-mail or a number has no caret to ask for. */
function isText(control: Element): control is HTMLInputElement | HTMLTextAreaElement {
  if (control instanceof HTMLTextAreaElement) return true;
  return control instanceof HTMLInputElement && /^(text|search|url|tel|password)$/.test(control.type);
}

function caretOf(control: Element | null): [number, number] | undefined {
  if (control === null || !isText(control)) return undefined;
  const {selectionStart, selectionEnd} = control;
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd];
}
