import {lazy, Suspense, useState, useSyncExternalStore, type ReactNode} from 'react';
import {historyEntries, subscribeHistory} from './history/history-store.ts';
import styles from './Live.module.css';

const HistoryList = lazy(() => import('./history/HistoryList.tsx'));

/** The last exchanges of this tab, over all operations, behind a disclosure. */
export default function History({title}: {title: string}): ReactNode {
  const entries = useSyncExternalStore(subscribeHistory, historyEntries, historyEntries);
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  return (
    <section aria-label={`History, ${title}`}>
      <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>History ({entries.length})</summary>
        {isOpen && (
          <Suspense fallback={null}>
            <HistoryList entries={entries} />
          </Suspense>
        )}
      </details>
    </section>
  );
}
