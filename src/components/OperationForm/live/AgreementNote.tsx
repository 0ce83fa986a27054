import type {ReactNode} from 'react';
import type {ReplyCheck} from '../../../form/check-reply.ts';
import styles from './Live.module.css';

/** Says whether the reply is as documented, and where it is not. */
export default function AgreementNote({check}: {check: ReplyCheck}): ReactNode {
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
        {check.problems.map((problem) => (
          <li key={problem.name + problem.message}>
            {problem.name !== '' && <code>{problem.name}</code>} {problem.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
