import {lazy, Suspense, type ReactNode} from 'react';
import type {Operation} from '../../../model/operation.ts';
import type {SuccessView} from '../live-contract.ts';
import SuccessReply from './SuccessReply.tsx';
import type {SendResult} from './perform-send.ts';

const ReplyView = lazy(() => import('./ReplyView.tsx'));
const FailureView = lazy(() => import('./FailureView.tsx'));

interface OutcomeProps {
  operation: Operation;
  result: SendResult;
  audience: string;
  /** What the page shows in place of the reply of a call that succeeds. */
  success?: SuccessView | undefined;
}

/** What came of a send: a reply, or the reason why there is none. */
export default function Outcome({operation, result, audience, success}: OutcomeProps): ReactNode {
  const {outcome} = result.exchange;
  return (
    <Suspense fallback={null}>
      {outcome.kind === 'failure' ? (
        <FailureView operation={operation} failure={outcome.failure} partial={outcome.partial} result={result} />
      ) : success !== undefined && result.isSuccess && result.reply !== undefined ? (
        <SuccessReply title={operation.title} reply={result.reply} success={success}>
          <ReplyView operation={operation} reply={outcome.reply} result={result} audience={audience} />
        </SuccessReply>
      ) : (
        <ReplyView operation={operation} reply={outcome.reply} result={result} audience={audience} />
      )}
    </Suspense>
  );
}
