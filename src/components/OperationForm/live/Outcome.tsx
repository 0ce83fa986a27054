import {lazy, Suspense, type ReactNode} from 'react';
import type {Operation} from '../../../model/operation.ts';
import type {SendResult} from './perform-send.ts';

const ReplyView = lazy(() => import('./ReplyView.tsx'));
const FailureView = lazy(() => import('./FailureView.tsx'));

interface OutcomeProps {
  operation: Operation;
  result: SendResult;
  audience: string;
}

/** What came of a send: a reply, or the reason why there is none. */
export default function Outcome({operation, result, audience}: OutcomeProps): ReactNode {
  const {outcome} = result.exchange;
  return (
    <Suspense fallback={null}>
      {outcome.kind === 'failure' ? (
        <FailureView operation={operation} failure={outcome.failure} partial={outcome.partial} result={result} />
      ) : (
        <ReplyView operation={operation} reply={outcome.reply} result={result} audience={audience} />
      )}
    </Suspense>
  );
}
