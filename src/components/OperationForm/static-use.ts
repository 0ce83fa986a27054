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

/** How a control of the static form is found among those of the live one, which may have more or fewer by then. */
interface Identity {
  /** What it is called. */
  name: string;
  /** Its turn among those that are called alike. */
  turn: number;
}

/** Watches a form that is still plain HTML. `wake` is called at the first use, which may have been before this. */
export function watchStaticUse(place: HTMLElement, wake: () => void): StaticUse {
  const pressed: Identity[] = [];
  const left: Identity[] = [];
  const chosen: {list: Identity; value: string}[] = [];
  let isSubmitted = false;
  let isComposing = false;
  let isPointerDown = false;
  const listen = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) => place.addEventListener(name, listener, {signal: listen.signal});

  // A screen reader presses and chooses without a pointer, and not always with the focus.
  for (const name of ['focusin', 'input', 'change', 'click'] as const) on(name, wake);
  on('focusout', ({target}) => {
    if (target instanceof Element) left.push(identify(place, target));
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
    if (button !== null) pressed.push(identify(place, button));
  });
  const choose = (list: HTMLSelectElement) => chosen.push({list: identify(place, list), value: list.value});
  on('change', ({target}) => {
    if (isOtherList(target)) choose(target);
  });

  // The page can be used before any script of it has run.
  const changed = [...place.querySelectorAll('select')].filter(isOtherList).filter(isChanged);
  for (const list of changed) choose(list);
  if (changed.length > 0 || place.contains(document.activeElement)) wake();

  return {
    isBusy: () => isPointerDown || isComposing,
    focus() {
      const active = document.activeElement;
      if (active === null || !place.contains(active)) return () => undefined;
      const identity = identify(place, active);
      const caret = caretOf(active);
      return () => {
        const control = find(place, identity);
        if (!(control instanceof HTMLElement)) return;
        control.focus({preventScroll: true});
        if (caret !== undefined && isText(control)) control.setSelectionRange(...caret);
      };
    },
    replay() {
      listen.abort();
      for (const identity of left) find(place, identity)?.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
      for (const {list, value} of chosen) chooseAgain(find(place, list), value);
      for (const identity of pressed) pressAgain(find(place, identity));
      if (isSubmitted) place.querySelector('form')?.requestSubmit();
    },
    stop: () => listen.abort(),
  };
}

function identify(place: HTMLElement, control: Element): Identity {
  const name = nameOf(control);
  return {name, turn: controlsCalled(name, place).indexOf(control)};
}

function find(place: HTMLElement, {name, turn}: Identity): Element | undefined {
  return controlsCalled(name, place)[turn];
}

function controlsCalled(name: string, place: HTMLElement): Element[] {
  const controls = [...place.querySelectorAll('input, select, textarea, button, summary, a')];
  return controls.filter((control) => nameOf(control) === name);
}

/** The name of its field, else what it is called for those who hear it; neither changes when the form comes to life. */
function nameOf(control: Element): string {
  const field = control.getAttribute('data-field');
  if (field !== null) return `${control.localName} ${field}`;
  const labels = 'labels' in control && control.labels instanceof NodeList ? [...control.labels] : [control];
  const label = control.getAttribute('aria-label') ?? labels.map(({textContent}) => textContent).join(' ');
  return `${control.localName} ${label}`;
}

/** Fields tell what they hold themselves; other lists, such as where the call goes, are chosen again. */
function isOtherList(target: EventTarget | null): target is HTMLSelectElement {
  return target instanceof HTMLSelectElement && target.dataset['field'] === undefined;
}

function isChanged(list: HTMLSelectElement): boolean {
  return list.selectedOptions[0]?.defaultSelected === false;
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
