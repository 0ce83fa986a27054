import {useEffect, useState} from 'react';
import {searchText, type Matches} from '../../../../form/json-text/search-text.ts';

/** A search in a text: what is looked for, what is found, and which of it is looked at. */
export interface Search {
  wanted: string;
  setWanted: (wanted: string) => void;
  /** Undefined while the search is under way. */
  matches: Matches | undefined;
  /** Which match is looked at, from 0. */
  current: number;
  /** Where it is in the text; undefined when there is none. */
  offset: number | undefined;
  /** Goes on or back by so many matches, round at the ends. */
  move: (by: number) => void;
}

/** Searches a text as the reader types; a search that is no longer wanted ends. */
export function useSearch(text: string): Search {
  const [wanted, setWanted] = useState('');
  const [{matches, current}, setFound] = useState<{matches: Matches | undefined; current: number}>({
    matches: undefined,
    current: 0,
  });
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void searchText(text, wanted, controller.signal).then((found) => {
        if (!controller.signal.aborted) setFound({matches: found, current: 0});
      });
    }, 120);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [text, wanted]);
  return {
    wanted,
    setWanted(next) {
      setFound({matches: undefined, current: 0});
      setWanted(next);
    },
    matches,
    current,
    offset: matches?.offsets[current],
    move(by) {
      const count = matches?.offsets.length ?? 0;
      if (count > 0) setFound({matches, current: (current + by + count) % count});
    },
  };
}
