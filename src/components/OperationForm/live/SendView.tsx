import type {ReactNode} from 'react';
import type {FormRequest} from '../../../form/read-request.ts';
import type {LivePartProps} from '../live-contract.ts';
import Arriving from './Arriving.tsx';
import InvalidNotice from './InvalidNotice.tsx';
import LiveNotice from './LiveNotice.tsx';
import Outcome from './Outcome.tsx';
import type {View} from './use-live-view.ts';
import {unloadedSentence} from './use-load.ts';
import styles from './Live.module.css';

interface SendViewProps extends Pick<LivePartProps, 'operation' | 'target' | 'success'> {
  view: View;
  audience: string;
  onSendAnyway: () => void;
  onConfirm: (request: FormRequest) => void;
  onDecline: () => void;
}

/** What has come of the press of the button that sends. */
export default function SendView(props: SendViewProps): ReactNode {
  const {view, operation, target, audience, success, onSendAnyway, onConfirm, onDecline} = props;
  switch (view.kind) {
    case 'empty':
      return null;
    case 'invalid':
      return <InvalidNotice title={operation.title} count={view.count} onSendAnyway={onSendAnyway} />;
    case 'unloaded':
      return (
        <p className={styles.notice} data-result="">
          {unloadedSentence}
        </p>
      );
    case 'confirm':
      return <LiveNotice target={target} onConfirm={() => onConfirm(view.request)} onCancel={onDecline} />;
    case 'arriving':
      return <Arriving title={operation.title} arrival={view.arrival} />;
    case 'outcome':
      return <Outcome operation={operation} result={view.result} audience={audience} success={success} />;
  }
}
