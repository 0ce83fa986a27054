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

/** Offers the credentials of a reply for the calls that need them. */
export default function IssuedCredentials({operation, issued, audience}: IssuedCredentialsProps): ReactNode {
  const inUse = useCredentials(operation.apiId, audience);
  return Object.entries(issued).map(([scheme, value]) => (
    <p key={scheme} className={styles.row}>
      {inUse[scheme] === value ? (
        <span className={styles.agrees}>In use for authorised requests.</span>
      ) : (
        <button
          type="button"
          className={formStyles.button}
          onClick={() => credentialStore.setCredential(operation.apiId, audience, scheme, value)}
        >
          Use for authorised requests
        </button>
      )}
    </p>
  ));
}
