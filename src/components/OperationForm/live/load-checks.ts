import type * as Checks from './check-form.ts';

/** What checks a form comes when something is typed, left or sent, not with the form. Rejects when it cannot be fetched. */
export function loadChecks(): Promise<typeof Checks> {
  return import('./check-form.ts');
}
