import type {components} from '../../generated/coindroids/types.d.ts';
import type {Problem} from '../../model/values.ts';

export type FieldError = components['schemas']['FieldError'];

/** The words in which the API refuses a request: one entry for each field that the schema does not accept. */
export function refusalsFor(problems: readonly Problem[]): FieldError[] {
  const errors = new Map<string, string>();
  for (const {name, keyword} of problems) {
    const field = /^body\.([^.]+)/.exec(name)?.[1];
    if (field === undefined) {
      errors.set('general', 'error during registration');
      continue;
    }
    const message = messageFor(field, keyword);
    // An empty value breaks other rules too; that it is blank says it best.
    if (message === 'blank' || !errors.has(field)) errors.set(field, message);
  }
  return [...errors].map(([field, message]) => ({field, message}));
}

function messageFor(field: string, keyword: string): string {
  if (keyword === 'required' || keyword === 'minLength') return 'blank';
  if (field === 'username' && keyword === 'pattern') return 'letters, numbers and underscores only';
  return 'invalid';
}
