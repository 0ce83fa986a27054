import {useEffect, useRef, useState, type RefObject} from 'react';

/** Where the focus goes once the rows have changed. */
type Place = {row: string; at: 'control' | 'up' | 'down' | 'remove'} | {row: undefined};

export interface RowFocus {
  /** The element around the rows; each row has `data-row` with its id, the button that adds one `data-add`. */
  rows: RefObject<HTMLDivElement | null>;
  /** Told to screen readers. */
  announcement: string;
  /** Says what was done, and sends the focus there after the change is shown. */
  done: (sentence: string, place: Place) => void;
}

/** Keeps the focus at a sensible place when rows come, go and move, and says what happened. */
export function useRowFocus(): RowFocus {
  const rows = useRef<HTMLDivElement>(null);
  const next = useRef<Place>(undefined);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    const place = next.current;
    next.current = undefined;
    if (place !== undefined) find(rows.current, place)?.focus();
  });
  return {
    rows,
    announcement,
    done(sentence, place) {
      next.current = place;
      // The same sentence twice is to be heard twice.
      setAnnouncement((last) => (last === sentence ? `${sentence}\u00a0` : sentence));
    },
  };
}

function find(rows: HTMLElement | null, place: Place): HTMLElement | undefined {
  if (place.row === undefined) return rows?.querySelector<HTMLElement>(':scope > [data-add]') ?? undefined;
  const row = rows?.querySelector<HTMLElement>(`:scope > ol > [data-row="${CSS.escape(place.row)}"]`);
  if (place.at === 'control') return row?.querySelector<HTMLElement>('input, select, textarea, button') ?? undefined;
  const actions = [...(row?.querySelectorAll<HTMLButtonElement>(':scope > [data-actions] > button') ?? [])];
  const wanted = actions.find((button) => button.dataset['act'] === place.at);
  return wanted?.disabled === false ? wanted : actions.find((button) => !button.disabled);
}
