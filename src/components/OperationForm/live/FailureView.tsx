import CodeBlock from '@theme/CodeBlock';
import type {ReactNode} from 'react';
import type {Operation} from '../../../model/operation.ts';
import {curl} from '../../../request/snippets/curl.ts';
import type {Diagnosis, Finding} from '../../../transport/diagnose.ts';
import type {Failure, Reply} from '../../../transport/exchange.ts';
import type {SendResult} from './perform-send.ts';
import ReplyBody from './reply/ReplyBody.tsx';
import ReplySummary from './reply/ReplySummary.tsx';
import styles from './Live.module.css';

const titles: Record<Failure['kind'], string> = {
  network: 'No reply',
  timeout: 'Too slow',
  cancelled: 'Cancelled',
  'cut-off': 'The reply was cut off',
};

const reasons: Record<Diagnosis['kind'], string> = {
  offline: 'No reply: offline',
  'mixed-content': 'No reply: not encrypted',
  policy: 'No reply: blocked by this page',
  'private-network': 'No reply: local network',
  unreachable: 'No reply: unreachable',
  redirect: 'No reply: redirected',
  preflight: 'No reply: refused ahead (CORS preflight)',
  cors: 'No reply: not permitted (CORS)',
};

interface FailureViewProps {
  operation: Operation;
  failure: Failure;
  /** What had arrived. */
  partial: Reply | undefined;
  result: SendResult;
}

/** Why there is no reply, what to do, what had arrived, and the same call as a curl line that no browser stands in the way of. */
export default function FailureView({operation, failure, partial, result}: FailureViewProps): ReactNode {
  const {diagnosis, isDemo, exchange} = result;
  const isNetwork = failure.kind === 'network' || failure.kind === 'cut-off';
  return (
    <section
      className={styles.failure}
      data-result=""
      data-status={isNetwork ? 'network-error' : failure.kind}
      data-reason={diagnosis?.kind ?? failure.kind}
      aria-label={`Result, ${operation.title}`}
    >
      <p className={styles.title}>{diagnosis === undefined ? titles[failure.kind] : reasons[diagnosis.kind]}</p>
      <p>{diagnosis?.message ?? failure.message}</p>
      {diagnosis?.headersNeeded && (
        <>
          <p>The reply of the API would have to carry:</p>
          <CodeBlock language="http">{diagnosis.headersNeeded.join('\n')}</CodeBlock>
        </>
      )}
      {diagnosis !== undefined && diagnosis.findings.length > 0 && <Findings findings={diagnosis.findings} />}
      {(failure.kind === 'timeout' || failure.kind === 'cut-off') && (
        <p>The server may still have done what was asked. Look before you send it again.</p>
      )}
      {isNetwork && (
        <details>
          <summary>Try it outside of the browser</summary>
          <CodeBlock language="bash">{curl.generate(result.shown)}</CodeBlock>
        </details>
      )}
      {partial !== undefined && (
        <>
          <p className={styles.title}>What had arrived</p>
          <ReplySummary reply={partial} durationMs={exchange.durationMs} isSuccess={false} isDemo={isDemo} />
          <ReplyBody reply={partial} slug={operation.slug} />
        </>
      )}
      <p className={styles.muted}>What you filled in is still there.</p>
    </section>
  );
}

function Findings({findings}: {findings: Finding[]}): ReactNode {
  return (
    <details className={styles.details}>
      <summary>What was tried to find out ({findings.length})</summary>
      <ul className={styles.findings}>
        {findings.map(({probe, isAnswered}) => (
          <li key={probe}>
            <code>{probe}</code>: {isAnswered ? 'answered' : 'not answered, or not for this page'}
          </li>
        ))}
      </ul>
    </details>
  );
}
