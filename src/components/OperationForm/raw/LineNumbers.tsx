import {useMemo, type ReactNode} from 'react';
import styles from './Raw.module.css';

interface LineNumbersProps {
  text: string;
  /** How far the text beside it is scrolled, in pixels. */
  scrolled: number;
  /** The lines with something wrong. */
  marked: number[];
}

/** The numbers of the lines, for the eyes alone; the lines with mistakes are marked. */
export default function LineNumbers({text, scrolled, marked}: LineNumbersProps): ReactNode {
  const count = useMemo(() => text.split('\n').length, [text]);
  const numbers = useMemo(() => Array.from({length: count}, (_, index) => index + 1).join('\n'), [count]);
  return (
    <div className={styles.gutter} aria-hidden="true">
      <div className={styles.numbers} style={{transform: `translateY(${-scrolled}px)`}}>
        {[...new Set(marked)].map((line) => (
          <span key={line} className={styles.mark} data-line={line} style={{top: `${(line - 1) * 1.5}em`}} />
        ))}
        {numbers}
      </div>
    </div>
  );
}
