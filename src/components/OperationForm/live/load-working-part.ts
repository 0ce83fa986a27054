import type * as WorkingPart from './working-part.ts';

/** What works with what is filled in comes when something is typed, filled in or sent. Rejects when it cannot be fetched. */
export function loadWorkingPart(): Promise<typeof WorkingPart> {
  return import('./working-part.ts');
}
