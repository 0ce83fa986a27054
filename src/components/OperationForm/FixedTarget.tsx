import type {ReactNode} from 'react';
import styles from './OperationForm.module.css';

/** Says where the calls of a form go whose page has decided it. */
export default function FixedTarget({target, demoControls}: {target: string; demoControls: ReactNode}): ReactNode {
  return (
    <div className={styles.target} data-target={target}>
      {target === 'demo' ? (
        <p className={styles.targetNote}>
          <strong>This is a demo.</strong> Nothing is sent over the network; its data lives in this browser tab only.
          {demoControls}
        </p>
      ) : (
        <p className={styles.targetNote}>
          <strong>This is live.</strong> What you send goes to <code>{target}</code>.
        </p>
      )}
    </div>
  );
}
