import {useCallback, useLayoutEffect, useRef, useState, type CSSProperties, type RefObject, type UIEvent} from 'react';

/** In pixels; the style sheet has the same. */
const rowHeight = 24;
/** Browsers forget places beyond some 16 million pixels; longer lists scroll in larger steps. */
const mostHeight = 8_000_000;
/** Up to this many rows all are there, so that the browser's own search finds them. */
const mostWhole = 200;

export interface VirtualRows {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: (event: UIEvent<HTMLDivElement>) => void;
  /** The rows to render: from `first` up to and without `last`. */
  first: number;
  last: number;
  /** How many rows are seen at once. */
  perPage: number;
  space: CSSProperties;
  block: CSSProperties;
  /** Scrolls a row into sight. */
  reveal: (row: number) => void;
}

/** Renders of a list only the rows that are in sight, all of one height. */
export function useVirtualRows(count: number): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [{top, seen}, setView] = useState({top: 0, seen: 420});
  const height = Math.min(count * rowHeight, mostHeight);
  const perPage = seen / rowHeight;
  const way = Math.max(1, height - seen);
  const rowsOfWay = Math.max(0, count - perPage);
  const exact = count <= mostWhole ? 0 : Math.min(1, top / way) * rowsOfWay;
  const first = Math.max(0, Math.floor(exact) - 4);
  const last = count <= mostWhole ? count : Math.min(count, Math.ceil(exact + perPage) + 4);
  const offset = count <= mostWhole ? 0 : Math.min(top, way) - (exact - first) * rowHeight;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = new ResizeObserver(() => setView((view) => ({...view, seen: element.clientHeight})));
    measure.observe(element);
    return () => measure.disconnect();
  }, []);

  const reveal = useCallback(
    (row: number) => {
      const element = scroller.current;
      if (element === null) return;
      const from = (element.scrollTop / way) * rowsOfWay;
      if (row >= from && row + 1 <= from + perPage) return;
      const wanted = Math.min(rowsOfWay, Math.max(0, row < from ? row : row + 1 - perPage));
      element.scrollTop = rowsOfWay === 0 ? 0 : (wanted / rowsOfWay) * way;
    },
    [way, rowsOfWay, perPage],
  );

  return {
    scroller,
    onScroll: ({currentTarget}) => setView({top: currentTarget.scrollTop, seen: currentTarget.clientHeight}),
    first,
    last,
    perPage: Math.max(1, Math.floor(perPage)),
    space: {height},
    block: {transform: `translateY(${offset}px)`},
    reveal,
  };
}
