/** A piece of a text, by its offsets, and what stands there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The text with every edit made. Edits may stand in any order; of two that overlap, the one that begins first wins, and
 * of two at the same place the longer one. Insertions at one place keep their order. Pure.
 */
export function editText(text: string, edits: Edit[]): string {
  const isInsertion = ({start, end}: Edit): boolean => start === end;
  const ordered = [...edits].sort(
    (a, b) => a.start - b.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.end - a.end,
  );
  let edited = '';
  let position = 0;
  for (const edit of ordered) {
    if (edit.start < position) continue;
    edited += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return edited + text.slice(position);
}
