import type {ReactNode} from 'react';

/** A limit in words; what stands between backticks is code. */
export default function Limit({text}: {text: string}): ReactNode {
  // Odd parts of the split are what the capture group matched: the code.
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
