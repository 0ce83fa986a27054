import type {ReactNode} from 'react';
import type {Operation} from '../../../model/operation.ts';
import type {SendResult} from './perform-send.ts';
import FailureView from './FailureView.tsx';
import ReplyView from './ReplyView.tsx';

interface OutcomeProps {
  operation: Operation;
  result: SendResult;
  audience: string;
}

/** What came of a send: a reply, or the reason why there is none. */
export default function Outcome({operation, result, audience}: OutcomeProps): ReactNode {
  const {outcome} = result.exchange;
  return outcome.kind === 'failure' ? (
    <FailureView title={operation.title} failure={outcome.failure} result={result} />
  ) : (
    <ReplyView operation={operation} reply={outcome.reply} result={result} audience={audience} />
  );
}
