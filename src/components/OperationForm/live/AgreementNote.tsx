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
  if (check.problems.length === 0) return <p className={styles.agrees}>{agreement(check)}</p>;
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
      {typeof check.body === 'object' && <p>{check.body.unchecked}</p>}
    </div>
  );
}

/** Only what was compared with its schema matches it. */
function agreement({body}: ReplyCheck): string {
  switch (body) {
    case 'schema':
      return 'Matches the documented schema.';
    case 'no schema':
      return 'As documented; the document has no schema for this body.';
    case 'no body':
      return 'As documented, without a body.';
    default:
      return `Status and media type are as documented. ${body.unchecked}`;
  }
}
