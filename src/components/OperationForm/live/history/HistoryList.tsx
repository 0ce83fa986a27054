import {useHistory} from '@docusaurus/router';
import {useState, type ReactNode} from 'react';
import {reasonPhrase} from '../../../../model/status.ts';
import {useReference} from '../../../PageLayout/use-reference.ts';
import formStyles from '../../OperationForm.module.css';
import {deliverPrefill, type Prefill} from '../../prefill.ts';
import {formatDuration} from '../reply/measures.ts';
import Comparison from './Comparison.tsx';
import EntryView from './EntryView.tsx';
import type {HistoryEntry} from './history-store.ts';
import styles from './History.module.css';

interface HistoryListProps {
  entries: readonly HistoryEntry[];
  onClear: () => void;
}

/** The exchanges of this tab: to look at again, to compare two of them, to fill a form with again. */
export default function HistoryList({entries, onClear}: HistoryListProps): ReactNode {
  const [chosen, setChosen] = useState<number[]>([]);
  const [opened, setOpened] = useState<number>();
  const compared = entries.filter(({id}) => chosen.includes(id));
  // The third one takes the place of the first.
  const choose = (id: number, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen.slice(-1), id] : chosen.filter((other) => other !== id));
  const [newer, older] = compared;
  return (
    <>
      <p className={styles.note}>
        In the memory of this tab only, with placeholders for secrets; gone when the page is loaded anew. Choose two to
        compare them.
      </p>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <div className={styles.entry}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(entry.id)}
                  onChange={(event) => choose(entry.id, event.target.checked)}
                />{' '}
                <span className="sr-only">Compare </span>
                <strong>{entry.operation.title}</strong> {outcomeOf(entry)}
                <span className={styles.note}>
                  {' '}
                  {new Date(entry.startedAt).toLocaleTimeString()} · {formatDuration(entry.durationMs)} ·{' '}
                  {entry.isDemo ? 'demo' : new URL(entry.request.url).host}
                </span>
              </label>
              <span className={styles.actions}>
                <button
                  type="button"
                  className={formStyles.button}
                  aria-expanded={opened === entry.id}
                  aria-label={`Look at ${entry.operation.title}, ${outcomeOf(entry)}`}
                  onClick={() => setOpened(opened === entry.id ? undefined : entry.id)}
                >
                  Look at
                </button>
                <FillButton entry={entry} />
              </span>
            </div>
            {opened === entry.id && <EntryView entry={entry} />}
          </li>
        ))}
      </ol>
      {older !== undefined && newer !== undefined && <Comparison older={older} newer={newer} />}
      <button type="button" className={formStyles.textButton} onClick={onClear}>
        Clear the history
      </button>
    </>
  );
}

/** Fills the form with what was sent, the secrets too as long as they are in memory; sending is up to the reader. */
function FillButton({entry}: {entry: HistoryEntry}): ReactNode {
  const history = useHistory();
  const addressOf = useReference();
  const fill = (button: Element) => {
    const {key} = entry.operation;
    const prefill: Prefill = {origin: 'the history', state: () => entry.state, isWhole: true};
    const isHere = deliverPrefill(key, prefill, button);
    if (!isHere) history.push(`${addressOf(key)}#try-it`);
  };
  return (
    <button
      type="button"
      className={formStyles.button}
      aria-label={`Fill in again: ${entry.operation.title}`}
      onClick={(event) => fill(event.currentTarget)}
    >
      Fill in again
    </button>
  );
}

function outcomeOf({outcome}: HistoryEntry): string {
  if (outcome.kind !== 'reply') return outcome.kind;
  return `${outcome.status} ${outcome.statusText || reasonPhrase(String(outcome.status))}`;
}
