import type {ReactNode} from 'react';
import formStyles from '../OperationForm.module.css';
import type {TextProblem} from './text-problems.ts';
import styles from './Raw.module.css';

interface ProblemListProps {
  id: string;
  problems: TextProblem[];
  /** Takes the reader to a place in the text. */
  onGoTo: (at: {line: number; column: number}) => void;
}

/** What is wrong with a text, each with its place; a press on the place leads there. Announced when it changes. */
export default function ProblemList({id, problems, onGoTo}: ProblemListProps): ReactNode {
  return (
    <div id={id} className={formStyles.error} aria-live="polite">
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map(({name, message, at}) => (
            <li key={`${name} ${message}`}>
              {at !== undefined && (
                <>
                  <button type="button" className={styles.place} onClick={() => onGoTo(at)}>
                    Line {at.line}, column {at.column}:
                  </button>{' '}
                </>
              )}
              {name !== '' && (
                <>
                  <code>{name}</code>{' '}
                </>
              )}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
