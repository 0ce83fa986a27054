import {lazy, Suspense, type ReactNode} from 'react';
import type {Arrival} from '../../../transport/exchange.ts';
import {formatSize} from './reply/measures.ts';
import styles from './Live.module.css';

const StreamBody = lazy(() => import('./reply/StreamBody.tsx'));

/** A reply on its way: its status and size, and of a stream what it has said so far. */
export default function Arriving({title, arrival}: {title: string; arrival: Arrival}): ReactNode {
  const {head, size, text} = arrival;
  return (
    <section data-arriving="" aria-label={`Arriving, ${title}`}>
      <p className={styles.muted}>
        {head.status} · {formatSize(size)} so far
      </p>
      {text !== undefined && head.mediaType !== undefined && (
        <Suspense fallback={null}>
          <StreamBody text={text} mediaType={head.mediaType} isEnded={false} />
        </Suspense>
      )}
    </section>
  );
}
