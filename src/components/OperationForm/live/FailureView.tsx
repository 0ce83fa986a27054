import CodeBlock from '@theme/CodeBlock';
import type {ReactNode} from 'react';
import type {Failure} from '../../../transport/exchange.ts';
import {curl} from '../../../request/snippets/curl.ts';
import type {SendResult} from './perform-send.ts';
import styles from './Live.module.css';

const titles: Record<Failure['kind'], string> = {
  network: 'No reply',
  timeout: 'Too slow',
  cancelled: 'Cancelled',
  'cut-off': 'The reply was cut off',
};

interface FailureViewProps {
  /** Of the operation: a page may hold several forms. */
  title: string;
  failure: Failure;
  result: SendResult;
}

/** Why there is no reply, what to do, and the same call as a curl line that no browser stands in the way of. */
export default function FailureView({title, failure, result}: FailureViewProps): ReactNode {
  const {diagnosis} = result;
  return (
    <section
      className={styles.failure}
      data-result=""
      data-status={failure.kind === 'network' || failure.kind === 'cut-off' ? 'network-error' : failure.kind}
      aria-label={`Result, ${title}`}
    >
      <p className={styles.title}>{titles[failure.kind]}</p>
      <p>{diagnosis?.message ?? failure.message}</p>
      {diagnosis?.headersNeeded && (
        <>
          <p>The reply of the API would have to carry:</p>
          <CodeBlock language="http">{diagnosis.headersNeeded.join('\n')}</CodeBlock>
        </>
      )}
      {failure.kind === 'timeout' && (
        <p>The server may still have done what was asked. Look before you send it again.</p>
      )}
      {failure.kind === 'network' && (
        <details>
          <summary>Try it outside of the browser</summary>
          <CodeBlock language="bash">{curl.generate(result.shown)}</CodeBlock>
        </details>
      )}
      <p className={styles.muted}>What you filled in is still there.</p>
    </section>
  );
}
