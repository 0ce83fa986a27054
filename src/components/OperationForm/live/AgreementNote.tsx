import type {ReactNode} from 'react';
import type {ReplyCheck} from '../../../form/check-reply.ts';
import formStyles from '../OperationForm.module.css';
import styles from './Live.module.css';

interface AgreementNoteProps {
  check: ReplyCheck;
  /** Goes to a place in the body. */
  onJump: (name: string) => void;
}

/** Says whether the reply is as documented, and where it is not; places in the body can be gone to. */
export default function AgreementNote({check, onJump}: AgreementNoteProps): ReactNode {
  if (check.problems.length === 0) {
    const hasSchema = check.response?.content.some((media) => media.schema !== undefined) ?? false;
    return (
      <p className={styles.agrees}>{hasSchema ? 'Matches the documented schema.' : 'As documented, without a body.'}</p>
    );
  }
  return (
    <div className={styles.differs}>
      <p>Differs from the documentation:</p>
      <ul>
        {check.problems.map(({name, message, isInBody}) => (
          <li key={name + message}>
            {isInBody === true ? (
              <button
                type="button"
                className={formStyles.textButton}
                aria-label={`Go to ${name === '' ? 'the body' : name}`}
                onClick={() => onJump(name)}
              >
                <code>{name === '' ? 'body' : name}</code>
              </button>
            ) : (
              name !== '' && <code>{name}</code>
            )}{' '}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
