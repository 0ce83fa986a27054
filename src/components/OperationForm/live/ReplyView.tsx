import {useState, type ReactNode} from 'react';
import {toFields} from '../../../form/fields.ts';
import type {Operation} from '../../../model/operation.ts';
import type {Reply} from '../../../transport/exchange.ts';
import Prose from '../../Prose/Prose.tsx';
import AgreementNote from './AgreementNote.tsx';
import IssuedCredentials from './IssuedCredentials.tsx';
import LinkButtons from './LinkButtons.tsx';
import TokenList from './TokenList.tsx';
import {withoutField} from './field-messages.ts';
import type {SendResult} from './perform-send.ts';
import ReplyBody from './reply/ReplyBody.tsx';
import ReplyHeaders from './reply/ReplyHeaders.tsx';
import ReplySummary from './reply/ReplySummary.tsx';
import styles from './Live.module.css';

interface ReplyViewProps {
  operation: Operation;
  reply: Reply;
  result: SendResult;
  audience: string;
}

/** In a longer body nobody looks for tokens at its top. */
const mostForTokens = 100_000;

/** A reply: status and what it means, how it compares with the document, tokens, what to do next, body, headers. */
export default function ReplyView({operation, reply, result, audience}: ReplyViewProps): ReactNode {
  const {check, exchange} = result;
  const [jump, setJump] = useState<{name: string}>();
  const general = withoutField(result.fieldProblems, toFields(operation));
  return (
    <section
      className={styles.reply}
      data-result=""
      data-status={String(reply.status)}
      aria-label={`Result, ${operation.title}`}
    >
      <ReplySummary
        reply={reply}
        durationMs={exchange.durationMs}
        isSuccess={result.isSuccess}
        isDemo={result.isDemo}
      />
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
      {check && <AgreementNote check={check} onJump={(name) => setJump({name})} />}
      {reply.size <= mostForTokens && <TokenList body={result.reply?.body} />}
      <IssuedCredentials operation={operation} result={result} audience={audience} />
      <LinkButtons operation={operation} result={result} audience={audience} />
      <ReplyBody reply={reply} slug={operation.slug} problems={check?.problems} jump={jump} />
      <ReplyHeaders
        reply={reply}
        documented={check?.response?.headers ?? []}
        isOtherOrigin={!result.isDemo && new URL(reply.url).origin !== location.origin}
      />
    </section>
  );
}
