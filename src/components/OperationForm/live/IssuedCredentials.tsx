import type {ReactNode} from 'react';
import type {Operation} from '../../../model/operation.ts';
import formStyles from '../OperationForm.module.css';
import {useCredentials} from '../use-credentials.ts';
import {adoptIssued} from './adopt-issued.ts';
import {focusCredential} from './focus-credential.ts';
import type {SendResult} from './perform-send.ts';
import styles from './Live.module.css';

interface IssuedCredentialsProps {
  operation: Operation;
  result: Pick<SendResult, 'issued' | 'check' | 'context'>;
  audience: string;
}

/** Offers the credentials of a reply for the calls that need them, all with one press. */
export default function IssuedCredentials({operation, result, audience}: IssuedCredentialsProps): ReactNode {
  const inUse = useCredentials(operation.apiId, audience);
  const entries = Object.entries(result.issued);
  if (entries.length === 0) return null;
  return (
    <p className={styles.row}>
      {entries.every(([scheme, value]) => inUse[scheme] === value) ? (
        <span className={styles.agrees}>In use for authorised requests.</span>
      ) : (
        <button
          type="button"
          className={formStyles.button}
          onClick={({currentTarget}) => {
            adoptIssued(operation, audience, result);
            focusCredential(currentTarget, entries[0]?.[0] ?? '');
          }}
        >
          Use for authorised requests
        </button>
      )}
    </p>
  );
}
