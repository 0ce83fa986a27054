import {useEffect, useId, useRef, type ReactNode} from 'react';
import type {BodySwitch} from '../../../form/raw-state.ts';
import formStyles from '../OperationForm.module.css';
import {useEscape} from '../use-escape.ts';
import styles from './BodyTabs.module.css';

interface SwitchQuestionProps {
  question: BodySwitch & {isRaw: boolean};
  onSwitch: () => void;
  onStay: () => void;
}

/** Says what a switch between fields and text would lose, before anything is lost. */
export default function SwitchQuestion({question, onSwitch, onStay}: SwitchQuestionProps): ReactNode {
  const {loses, refusal, isRaw} = question;
  const id = useId();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  useEscape(onStay);
  return (
    <section
      className={styles.question}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <p id={`${id}-title`}>
        <strong>{titleOf(refusal, isRaw)}</strong>
      </p>
      <div id={`${id}-text`}>
        {refusal === undefined ? (
          <ul>
            {loses.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : (
          <p>{refusal} You can go back to the fields as they were; the text is then gone.</p>
        )}
      </div>
      <div className={styles.answers}>
        <button ref={stay} type="button" className={formStyles.button} onClick={onStay}>
          Stay
        </button>
        <button type="button" className={formStyles.button} onClick={onSwitch}>
          {refusal === undefined ? 'Switch anyway' : 'Drop the text'}
        </button>
      </div>
    </section>
  );
}

function titleOf(refusal: string | undefined, isRaw: boolean): string {
  if (refusal !== undefined) return 'This text cannot be shown in fields.';
  return isRaw ? 'Fields do not hold all of this text.' : 'Before the body becomes text:';
}
