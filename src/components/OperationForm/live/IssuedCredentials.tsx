import type {ReactNode} from 'react';
import {credentialStore} from '../../../form/credentials.ts';
import type {Operation} from '../../../model/operation.ts';
import formStyles from '../OperationForm.module.css';
import {useCredentials} from '../use-credentials.ts';
import styles from './Live.module.css';

interface IssuedCredentialsProps {
  operation: Operation;
  issued: Record<string, string>;
  audience: string;
}

/** Offers the credentials of a reply for the calls that need them, all with one press. */
export default function IssuedCredentials({operation, issued, audience}: IssuedCredentialsProps): ReactNode {
  const inUse = useCredentials(operation.apiId, audience);
  const entries = Object.entries(issued);
  if (entries.length === 0) return null;
  const adopt = () => {
    for (const [scheme, value] of entries) credentialStore.setCredential(operation.apiId, audience, scheme, value);
  };
  return (
    <p className={styles.row}>
      {entries.every(([scheme, value]) => inUse[scheme] === value) ? (
        <span className={styles.agrees}>In use for authorised requests.</span>
      ) : (
        <button type="button" className={formStyles.button} onClick={adopt}>
          Use for authorised requests
        </button>
      )}
    </p>
  );
}
