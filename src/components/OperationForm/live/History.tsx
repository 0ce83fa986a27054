import {lazy, Suspense, useState, useSyncExternalStore, type ReactNode} from 'react';
import {clearHistory, historyEntries, subscribeHistory} from './history/history-store.ts';
import styles from './Live.module.css';

const HistoryList = lazy(() => import('./history/HistoryList.tsx'));

/** The last exchanges of this tab, over all operations, behind a disclosure. */
export default function History({title}: {title: string}): ReactNode {
  const entries = useSyncExternalStore(subscribeHistory, historyEntries, historyEntries);
  const [isOpen, setOpen] = useState(false);
  const [wasCleared, setCleared] = useState(false);
  const clear = () => {
    clearHistory();
    setCleared(true);
    setOpen(false);
  };
  return (
    <>
      {/* What hears of it must be there before there is something to hear. */}
      <p role="status" className="sr-only">
        {wasCleared && entries.length === 0 && 'The history is cleared.'}
      </p>
      {entries.length > 0 && (
        <section aria-label={`History, ${title}`}>
          <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>History ({entries.length})</summary>
            {isOpen && (
              <Suspense fallback={null}>
                <HistoryList entries={entries} onClear={clear} />
              </Suspense>
            )}
          </details>
        </section>
      )}
    </>
  );
}
