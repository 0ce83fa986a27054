/** The lines of a text, cut where they are longer than a row can show, by where each begins. */
export function textLines(text: string, longest: number): Uint32Array {
  let starts = new Uint32Array(Math.max(16, text.length >> 5));
  let count = 0;
  const add = (offset: number) => {
    if (count === starts.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = offset;
  };
  let from = 0;
  for (;;) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    add(from);
    for (let cut = from + longest; cut < end; cut += longest) add(cut);
    if (found < 0) return starts.slice(0, count);
    from = found + 1;
  }
}

/** The line that a place of the text is on. */
export function lineAtOffset(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
