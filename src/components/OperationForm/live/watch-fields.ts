import {isOfBody, rawKey} from '../../../form/body-field.ts';
import type {Field} from '../../../form/fields.ts';
import type {FormStore} from '../../../form/form-store.ts';
import {readForm, type FormReading} from '../../../form/read-form.ts';
import type {Operation} from '../../../model/operation.ts';
import {afterPaint} from './after-paint.ts';
import {loadWorkingPart} from './load-working-part.ts';

interface WatchedForm {
  operation: Operation;
  fields: Field[];
  store: FormStore;
}

/**
 * Takes messages away as soon as what was typed no longer deserves them; one of the API stays until its field changes.
 * Gives the function that ends it.
 */
export function watchFields({operation, fields, store}: WatchedForm): () => void {
  let previous = store.state();
  const look = afterPaint(() => {
    const state = store.state();
    if (state === previous) return;
    const errors = Object.keys(store.errors());
    const keys = new Set(Object.keys({...state, ...previous}).filter((key) => state[key] !== previous[key]));
    previous = state;
    // Loaded with the first keystroke: it will be needed as soon as the field is left.
    const working = loadWorkingPart();
    if (errors.length === 0) {
      working.catch(() => undefined);
      return;
    }
    const touched = errors.filter((name) => isAbout(name, keys, readForm(fields, state).present));
    void working.then(({checkField}) => {
      for (const name of touched) checkField(name, {operation, fields, store, onlyClear: true});
    });
  });
  const unsubscribe = store.subscribe(look.ask);
  return () => {
    unsubscribe();
    look.stop();
  };
}

/** Whether a message is about a field that has changed, or in which something has. */
function isAbout(name: string, changed: Set<string>, present: FormReading['present']): boolean {
  if (changed.has(rawKey) && isOfBody(name)) return true;
  const own = name.replace(/#(confirm|key\.\d+)$/, '');
  const key = present.find(({field}) => field.name === own)?.field.key ?? own;
  return [...changed].some((other) => other === key || other.startsWith(`${key}.`) || other.startsWith(`${key}#`));
}
