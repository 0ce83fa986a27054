import {useEffect, type ReactNode} from 'react';
import Highlighted from './Highlighted.tsx';
import styles from './Reply.module.css';
import {useVirtualRows} from './use-virtual-rows.ts';

/** More of one line is not shown. */
const longestLine = 2_000;

interface TextRowsProps {
  label: string;
  count: number;
  textOf: (row: number) => string;
  /** How far a row stands in, in steps. */
  indentOf?: (row: number) => number;
  /** The sentence that stands behind a row which is not as documented. */
  noteOf?: (row: number) => string | undefined;
  wanted: string;
  /** The row to bring into sight. */
  reveal: number | undefined;
}

/** Lines of text with their numbers, any number of them. */
export default function TextRows({label, count, textOf, indentOf, noteOf, wanted, reveal}: TextRowsProps): ReactNode {
  const {scroller, onScroll, first, last, space, block, reveal: bringIntoSight} = useVirtualRows(count);
  useEffect(() => {
    if (reveal !== undefined) bringIntoSight(reveal);
  }, [reveal, bringIntoSight]);
  return (
    // A region that scrolls must be reachable by keyboard.
    <div ref={scroller} className={styles.rows} tabIndex={0} role="region" aria-label={label} onScroll={onScroll}>
      <div style={space}>
        <div style={block}>
          {Array.from({length: Math.max(0, last - first)}, (_, index) => {
            const row = first + index;
            const text = textOf(row);
            const note = noteOf?.(row);
            return (
              <div key={row} className={styles.line} data-current={row === reveal || undefined}>
                <span className={styles.lineNumber} aria-hidden="true">
                  {row + 1}
                </span>
                <span
                  className={note === undefined ? styles.lineText : styles.lineWrong}
                  style={{paddingLeft: `${Math.min(indentOf?.(row) ?? 0, 40) * 2}ch`}}
                >
                  <Highlighted text={text.slice(0, longestLine)} wanted={wanted} />
                  {text.length > longestLine && (
                    <span className={styles.count}> … {text.length.toLocaleString('en')} characters</span>
                  )}
                </span>
                {note !== undefined && <span className={styles.wrong}>{note}</span>}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
