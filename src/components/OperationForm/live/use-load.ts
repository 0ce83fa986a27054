import {useCallback} from 'react';
import type {Show} from './use-live-view.ts';

/** Waits for code that is not here yet. Gives undefined, and says so, when it cannot be fetched. */
export type Load = <Module>(loading: Promise<Module>) => Promise<Module | undefined>;

/** What is said of code that cannot be fetched. */
export const unloadedSentence = 'A part of this page could not be fetched. Look at the connection and try again.';

/** Gives what waits for code and shows when it does not come. */
export function useLoad(show: Show): Load {
  return useCallback(
    async (loading) => {
      try {
        return await loading;
      } catch {
        show({view: {kind: 'unloaded'}, announcement: unloadedSentence, state: 'failed'});
        return undefined;
      }
    },
    [show],
  );
}
