import {useId, type KeyboardEvent, type ReactNode} from 'react';
import formStyles from '../../OperationForm.module.css';
import styles from './Reply.module.css';
import type {Search} from './use-search.ts';

/** The field to search in a body, with how much was found and the way from one to the next. Enter goes on, Shift+Enter back. */
export default function SearchBox({search}: {search: Search}): ReactNode {
  const id = useId();
  const {wanted, setWanted, matches, current, move} = search;
  const count = matches?.offsets.length ?? 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    move(event.shiftKey ? -1 : 1);
  };
  return (
    <div className={styles.search} role="group" aria-label="Search in the body">
      <label htmlFor={id} className="sr-only">
        Search in the body
      </label>
      <input
        id={id}
        className={formStyles.input}
        type="search"
        placeholder="Search in the body"
        autoComplete="off"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.searchCount}>
        {wanted !== '' && matches !== undefined && describe(count, current, matches.isShortened)}
      </span>
      {count > 0 && wanted !== '' && (
        <>
          <button type="button" className={formStyles.button} aria-label="Previous match" onClick={() => move(-1)}>
            ↑
          </button>
          <button type="button" className={formStyles.button} aria-label="Next match" onClick={() => move(1)}>
            ↓
          </button>
        </>
      )}
    </div>
  );
}

function describe(count: number, current: number, isShortened: boolean): string {
  if (count === 0) return 'Not found';
  return `${(current + 1).toLocaleString('en')} of ${count.toLocaleString('en')}${isShortened ? ' or more' : ''}`;
}
