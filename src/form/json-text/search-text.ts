/** Where a text holds what is searched. */
export interface Matches {
  /** Where each match begins. */
  offsets: number[];
  /** True when there are more than were looked for. */
  isShortened: boolean;
}

const pieceLength = 1 << 20;

/**
 * Finds a text in another, whatever the case, at most `most` times. It works piece by piece and lets the page go on in
 * between; after `signal` it ends with what it has.
 */
export async function searchText(text: string, wanted: string, signal: AbortSignal, most = 10_000): Promise<Matches> {
  const offsets: number[] = [];
  if (wanted === '') return {offsets, isShortened: false};
  const pattern = new RegExp(wanted.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'gi');
  let from = 0;
  while (from < text.length && !signal.aborted) {
    // Pieces overlap, so that no match is cut in two.
    const piece = text.slice(from, from + pieceLength + wanted.length - 1);
    for (const match of piece.matchAll(pattern)) {
      // A match that begins in the overlap belongs to the next piece.
      if (match.index >= pieceLength) break;
      if (offsets.length === most) return {offsets, isShortened: true};
      const offset = from + match.index;
      const last = offsets.at(-1);
      if (last === undefined || offset >= last + wanted.length) offsets.push(offset);
    }
    from += pieceLength;
    if (from < text.length) await pause();
  }
  return {offsets, isShortened: false};
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
