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

/** A form that is on the page: how to wake it, and how to fill it once it is awake. */
interface PageForm {
  wake?: () => void;
  fill?: (prefill: Prefill) => void;
}

/** A page may have several forms of one operation. */
const onPage = new Map<string, Map<Element, PageForm>>();
/** What no form has got yet, by its operation; `element` is the form that is being woken for it. */
const waiting = new Map<string, {prefill: Prefill; element: Element | undefined}>();

/**
 * Makes a form known that is on the page, awake or not, so that values for it wake it and nobody has to leave the page.
 * Gives the function that takes it back.
 */
export function announceForm(operationKey: string, element: Element, wake: () => void): () => void {
  know(operationKey, element, {wake});
  return () => forget(operationKey, element, 'wake', wake);
}

/**
 * Makes a form on the page known by its operation, so that links fill it; gives the function that takes it back. Values
 * that wait for the form reach it right after.
 */
export function registerForm(operationKey: string, element: Element, fill: (prefill: Prefill) => void): () => void {
  know(operationKey, element, {fill});
  const found = waiting.get(operationKey);
  // A form that another one is woken before has to let the values pass, unless that one has gone.
  if (found !== undefined && (found.element === undefined || found.element === element)) {
    waiting.delete(operationKey);
    queueMicrotask(() => fill(found.prefill));
  }
  return () => forget(operationKey, element, 'fill', fill);
}

/**
 * Fills a form of this operation that is on the page, as soon as it is awake; when there is none, keeps the values for it
 * and answers false. Of several it is the one that `from`, what was pressed, belongs to, else the next after it, else the
 * first of the page.
 */
export function deliverPrefill(operationKey: string, prefill: Prefill, from?: Element): boolean {
  const forms = onPage.get(operationKey) ?? new Map<Element, PageForm>();
  const element = nearestForm([...forms.keys()], from);
  const form = element && forms.get(element);
  if (form?.fill !== undefined) {
    form.fill(prefill);
    return true;
  }
  waiting.set(operationKey, {prefill, element});
  form?.wake?.();
  return form !== undefined;
}

/** Whether values wait for the form of this operation. */
export function hasPrefill(operationKey: string): boolean {
  return waiting.has(operationKey);
}

function nearestForm(elements: Element[], from: Element | undefined): Element | undefined {
  const [first, ...others] = elements.sort((a, b) => (isAfter(a, b) ? 1 : -1));
  if (from === undefined) return first;
  // What comes of a form stands beside it, in one element with it.
  const own = elements.find((element) => element.parentElement?.contains(from));
  return own ?? [first, ...others].find((element) => element !== undefined && isAfter(element, from)) ?? first;
}

function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function know(operationKey: string, element: Element, known: PageForm): void {
  const forms = onPage.get(operationKey) ?? new Map<Element, PageForm>();
  onPage.set(operationKey, forms.set(element, {...forms.get(element), ...known}));
}

function forget<Name extends keyof PageForm>(
  operationKey: string,
  element: Element,
  name: Name,
  value: PageForm[Name],
): void {
  const forms = onPage.get(operationKey);
  const {[name]: current, ...rest} = forms?.get(element) ?? {};
  if (forms === undefined || current !== value) return;
  if (Object.keys(rest).length > 0) {
    forms.set(element, rest);
    return;
  }
  forms.delete(element);
  const found = waiting.get(operationKey);
  if (found?.element === element) waiting.set(operationKey, {...found, element: undefined});
}
