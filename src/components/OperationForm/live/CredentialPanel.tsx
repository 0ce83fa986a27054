import type {ReactNode} from 'react';
import {credentialStore} from '../../../form/credentials.ts';
import {decodeJwt, describeLife} from '../../../form/decode-jwt.ts';
import type {Operation} from '../../../model/operation.ts';
import formStyles from '../OperationForm.module.css';
import {useCredentials} from '../use-credentials.ts';
import styles from './Live.module.css';

/** The credentials that this tab holds for the API, with the life they have left, and the button that forgets them. */
export default function CredentialPanel({operation, audience}: {operation: Operation; audience: string}): ReactNode {
  const {apiId, title} = operation;
  const credentials = useCredentials(apiId, audience);
  const entries = Object.entries(credentials).filter(([, value]) => value !== '');
  if (entries.length === 0) return null;
  return (
    <section className={styles.credentials} aria-label={`Credentials in this tab, ${title}`}>
      <ul>
        {entries.map(([scheme, value]) => (
          <li key={scheme}>
            <code>{scheme}</code> is in use for {audience === 'demo' ? 'the demo' : audience}
            {describeToken(value)}.
          </li>
        ))}
      </ul>
      <button type="button" className={formStyles.textButton} onClick={() => credentialStore.forgetAll()}>
        Forget all credentials
      </button>
    </section>
  );
}

function describeToken(value: string): string {
  const token = decodeJwt(value);
  if (token === undefined) return '';
  const {email, sub} = token.claims;
  const subject = typeof email === 'string' ? email : typeof sub === 'string' ? sub : undefined;
  const life = token.expiresAt === undefined ? undefined : describeLife(token.expiresAt, new Date());
  return [subject === undefined ? '' : `, as ${subject}`, life === undefined ? '' : `, ${life}`].join('');
}
