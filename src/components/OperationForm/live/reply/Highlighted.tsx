import type {ReactNode} from 'react';

/** A text with each place marked that holds what is searched, whatever the case. */
export default function Highlighted({text, wanted}: {text: string; wanted: string}): ReactNode {
  if (wanted === '') return text;
  const pieces: ReactNode[] = [];
  const lower = text.toLowerCase();
  const sought = wanted.toLowerCase();
  // Where lower case has another length, places would be off: no marks are better than wrong ones.
  if (lower.length !== text.length) return text;
  let from = 0;
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, from)) {
    pieces.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + wanted.length)}</mark>);
    from = at + wanted.length;
  }
  return [...pieces, text.slice(from)];
}
