import {lazy, Suspense, useEffect, useRef, type ReactNode} from 'react';
import type {LivePartProps} from '../live-contract.ts';
import Credentials from './Credentials.tsx';
import History from './History.tsx';
import Mailbox from './Mailbox.tsx';
import SendView from './SendView.tsx';
import UnsendableNotes from './UnsendableNotes.tsx';
import LinkNotice from './share/LinkNotice.tsx';
import {useLiveForm} from './use-live-form.ts';
import styles from './Live.module.css';

const SharePanel = lazy(() => import('./share/SharePanel.tsx'));

/** Checks, sends and shows the reply. Loaded when the form is first used. */
export default function LivePart(props: LivePartProps): ReactNode {
  const {operation, store, target, success} = props;
  const live = useLiveForm(props);
  const {setting, view, link} = live;
  const {audience} = setting;

  // What came of the press of a button must be in sight; the focus stays where the reader has it.
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('[data-result]')?.scrollIntoView({block: 'nearest'});
  }, [view]);

  return (
    <div ref={root} className={styles.live}>
      <p role="status" className="sr-only">
        {live.announcement}
      </p>
      <LinkNotice title={operation.title} sentences={live.opened} onClose={live.closeOpened} />
      {link !== undefined && (
        <Suspense fallback={null}>
          <SharePanel title={operation.title} link={link} onClose={live.closeLink} />
        </Suspense>
      )}
      <UnsendableNotes {...setting} store={store} />
      <SendView
        {...{view, operation, target, audience, success}}
        onSendAnyway={live.sendAnyway}
        onConfirm={live.confirm}
        onDecline={live.decline}
      />
      <Credentials operation={operation} audience={audience} />
      {target === 'demo' && <Mailbox operation={operation} />}
      <History title={operation.title} />
    </div>
  );
}
