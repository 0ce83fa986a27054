import type {ReactNode} from 'react';
import type {Operation} from '../../../model/operation.ts';
import {reasonPhrase} from '../../../model/status.ts';
import type {Reply} from '../../../transport/exchange.ts';
import Prose from '../../Prose/Prose.tsx';
import AgreementNote from './AgreementNote.tsx';
import BodyView from './BodyView.tsx';
import IssuedCredentials from './IssuedCredentials.tsx';
import LinkButtons from './LinkButtons.tsx';
import TokenList from './TokenList.tsx';
import {toFields} from '../../../form/fields.ts';
import {withoutField} from './field-messages.ts';
import type {SendResult} from './perform-send.ts';
import styles from './Live.module.css';

interface ReplyViewProps {
  operation: Operation;
  reply: Reply;
  result: SendResult;
  audience: string;
}

/** A reply: status and what it means, how it compares with the document, tokens, what to do next, body, headers. */
export default function ReplyView({operation, reply, result, audience}: ReplyViewProps): ReactNode {
  const {check, exchange} = result;
  const status = String(reply.status);
  const general = withoutField(result.fieldProblems, toFields(operation));
  return (
    <section className={styles.reply} data-result="" data-status={status} aria-label={`Result, ${operation.title}`}>
      <header className={styles.replyHead}>
        <span className={result.isSuccess ? styles.good : styles.bad}>
          {status} {reply.statusText || reasonPhrase(status)}
        </span>
        <span className={styles.muted}>{formatDuration(exchange.durationMs)}</span>
        <span className={styles.muted}>{formatSize(reply.size)}</span>
        {result.isDemo && <span className={styles.demoMark}>demo</span>}
      </header>
      <Prose html={check?.response?.description} className={styles.meaning} />
      {result.fieldProblems.length > 0 && (
        <p className={styles.refusal}>
          The API refuses{' '}
          {general.length < result.fieldProblems.length ? 'fields of the form; its reasons stand there' : 'the call'}
          {general.length > 0 ? ':' : '.'}
        </p>
      )}
      {general.length > 0 && (
        <ul>
          {general.map((problem) => (
            <li key={problem.name + problem.message}>{problem.message}</li>
          ))}
        </ul>
      )}
      {check && <AgreementNote check={check} />}
      <TokenList body={result.reply?.body} />
      <IssuedCredentials operation={operation} result={result} audience={audience} />
      <LinkButtons operation={operation} result={result} audience={audience} />
      <BodyView reply={reply} />
      <details className={styles.details}>
        <summary>Headers of the reply ({reply.headers.length})</summary>
        <dl className={styles.headers}>
          {reply.headers.map(([name, value], index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
