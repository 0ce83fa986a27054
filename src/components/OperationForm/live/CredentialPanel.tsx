import {useEffect, useMemo, useState, useSyncExternalStore, type ReactNode} from 'react';
import {credentialStore} from '../../../form/credentials.ts';
import {decodeJwt, describeLife} from '../../../form/decode-jwt.ts';
import {forgetKeyPair} from '../../../form/key-pairs.ts';
import type {Operation} from '../../../model/operation.ts';
import formStyles from '../OperationForm.module.css';
import {useCredentialDetails, useCredentials} from '../use-credentials.ts';
import {forgetSecrets} from './history/history-store.ts';
import RenewButton from './RenewButton.tsx';
import TokenClaims from './TokenClaims.tsx';
import {useNow} from './use-now.ts';
import styles from './Live.module.css';

/** The credentials that this tab holds for the API, with the life they have left, and the button that forgets them. */
export default function CredentialPanel({operation, audience}: {operation: Operation; audience: string}): ReactNode {
  const {apiId, title} = operation;
  const schemes = Object.keys(useCredentials(apiId, audience));
  const size = useSyncExternalStore(credentialStore.subscribe, credentialStore.size, () => 0);
  // What hears of it must be there before there is something to hear.
  const [announcement, setAnnouncement] = useState('');
  const elsewhere = size - schemes.length;
  return (
    <>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {size > 0 && (
        <section className={styles.credentials} aria-label={`Credentials in this tab, ${title}`}>
          <ul className={styles.credentialList}>
            {schemes.map((scheme) => (
              <CredentialLine
                key={scheme}
                apiId={apiId}
                audience={audience}
                scheme={scheme}
                onAnnounce={setAnnouncement}
              />
            ))}
            {elsewhere > 0 && (
              <li>
                {schemes.length > 0 ? `${elsewhere} more` : elsewhere} in this tab,{' '}
                {elsewhere === 1 ? 'a credential or client' : 'credentials and clients'} for other servers, APIs or
                providers.
              </li>
            )}
          </ul>
          <button
            type="button"
            className={formStyles.textButton}
            onClick={() => {
              credentialStore.forgetAll();
              forgetSecrets();
              forgetKeyPair();
              setAnnouncement('All credentials are forgotten.');
            }}
          >
            Forget all credentials
          </button>
        </section>
      )}
    </>
  );
}

interface CredentialLineProps {
  apiId: string;
  audience: string;
  scheme: string;
  onAnnounce: (sentence: string) => void;
}

function CredentialLine({apiId, audience, scheme, onAnnounce}: CredentialLineProps): ReactNode {
  const value = useCredentials(apiId, audience)[scheme] ?? '';
  const details = useCredentialDetails(apiId, audience, scheme);
  const token = useMemo(() => decodeJwt(value), [value]);
  const expiresAt = token?.expiresAt ?? details.expiresAt;
  const now = useNow(expiresAt);
  const hasExpired = expiresAt !== undefined && expiresAt <= now;
  useEffect(() => {
    if (hasExpired) onAnnounce(`The credential ${scheme} has expired.`);
  }, [hasExpired, scheme, onAnnounce]);
  const {email, sub} = token?.claims ?? {};
  const subject = typeof email === 'string' ? email : typeof sub === 'string' ? sub : undefined;
  return (
    <li data-credential={scheme} tabIndex={-1}>
      <code>{scheme}</code> is in use for {audience === 'demo' ? 'the demo' : audience}
      {subject !== undefined && `, as ${subject}`}
      {details.scopes !== undefined && details.scopes.length > 0 && `, for ${details.scopes.join(', ')}`}
      {expiresAt !== undefined && (
        <>
          , <span className={hasExpired ? styles.expired : undefined}>{describeLife(expiresAt, now)}</span>
        </>
      )}
      .
      {details.renewal !== undefined && (
        <RenewButton
          apiId={apiId}
          audience={audience}
          scheme={scheme}
          renewal={details.renewal}
          isUrgent={hasExpired}
          onAnnounce={onAnnounce}
        />
      )}
      {token !== undefined && <TokenClaims token={token} />}
    </li>
  );
}
