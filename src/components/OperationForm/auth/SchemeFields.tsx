import {lazy, Suspense, useId, useState, useSyncExternalStore, type ReactNode} from 'react';
import {credentialStore} from '../../../form/credentials.ts';
import type {FormStore} from '../../../form/form-store.ts';
import type {Operation, SecurityScheme} from '../../../model/operation.ts';
import SecretInput from '../SecretInput.tsx';
import {useCredentials} from '../use-credentials.ts';
import BasicFields from './BasicFields.tsx';
import styles from '../OperationForm.module.css';

const OAuthPanel = lazy(() => import('./OAuthPanel.tsx'));
const DigestNote = lazy(() => import('./DigestNote.tsx'));

export interface SchemeProps {
  operation: Operation;
  /** Of the security scheme. */
  name: string;
  scheme: SecurityScheme | undefined;
  /** The scopes that the operation needs of it. */
  scopes: string[];
  /** `demo` or an origin. */
  audience: string;
  /** The address that the calls go to, or would go to without the demo. */
  server: string;
  store: FormStore;
}

/** What one security scheme needs: fields, a way to get a token, or a sentence where a page can do nothing. */
export default function SchemeFields(props: SchemeProps): ReactNode {
  const {operation, name, scheme, audience, server, store} = props;
  const value = useCredentials(operation.apiId, audience)[name] ?? '';
  const error = useSyncExternalStore(
    store.subscribe,
    () => store.error(`authorization.${name}`),
    () => undefined,
  );
  if (scheme?.type === 'mutualTLS') {
    return (
      <p className={styles.help}>
        <code>{name}</code>: the browser shows a client certificate by itself when the server asks for one and you have
        installed it. A page can neither choose nor read it.
      </p>
    );
  }
  if (scheme?.type === 'http' && scheme.scheme === 'digest') {
    return (
      <div className={styles.field}>
        <p className={styles.help}>
          <code>{name}</code>: HTTP digest answers a challenge that the server sends first (RFC 7616), and a browser
          does not show it to a page. Send the call with a tool that can:
        </p>
        <Opened label="Show it as a curl line">
          <DigestNote operation={operation} server={server} />
        </Opened>
      </div>
    );
  }
  const set = (next: string) => credentialStore.setCredential(operation.apiId, audience, name, next);
  const shownError = value === '' ? error : undefined;
  return (
    <>
      {scheme?.type === 'http' && scheme.scheme === 'basic' ? (
        <BasicFields name={name} value={value} onChange={set} error={shownError} />
      ) : (
        <TextCredential name={name} scheme={scheme} value={value} onChange={set} error={shownError} />
      )}
      {value === '' && <OtherOrigins {...props} />}
      {(scheme?.type === 'oauth2' || scheme?.type === 'openIdConnect') && (
        <Opened label="Get a token …">
          <OAuthPanel key={server} {...props} scheme={scheme} />
        </Opened>
      )}
    </>
  );
}

interface TextCredentialProps {
  name: string;
  scheme: SecurityScheme | undefined;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

function TextCredential({name, scheme, value, onChange, error}: TextCredentialProps): ReactNode {
  const id = useId();
  const {label, help} = wordsFor(name, scheme);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} <code className={styles.wireName}>{name}</code>
      </label>
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      <SecretInput
        id={id}
        name={`authorization.${name}`}
        label={label}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={[help === undefined ? '' : `${id}-help`, `${id}-error`].filter(Boolean).join(' ')}
        onChange={onChange}
      />
      <p id={`${id}-error`} className={styles.error}>
        {error}
      </p>
    </div>
  );
}

/** A credential of another origin is the reader's to give away, not the page's. */
function OtherOrigins({operation, name, audience}: SchemeProps): ReactNode {
  const origins = useSyncExternalStore(
    credentialStore.subscribe,
    () => credentialStore.otherOrigins(operation.apiId, audience, name),
    () => noOrigins,
  );
  if (audience === 'demo') return null;
  return origins.map((origin) => (
    <p key={origin} className={styles.help}>
      You gave a credential for <code>{origin}</code>. It is not sent to <code>{audience}</code>.{' '}
      <button
        type="button"
        className={styles.textButton}
        onClick={() => credentialStore.copyCredential(operation.apiId, origin, audience, name)}
      >
        Use it for {audience} too
      </button>
    </p>
  ));
}

const noOrigins: readonly string[] = [];

/** A button that opens what is loaded only then. */
function Opened({label, children}: {label: string; children: ReactNode}): ReactNode {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.field}>
      <div>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </button>
      </div>
      <div id={id}>
        {isOpen && <Suspense fallback={<p className={styles.help}>One moment …</p>}>{children}</Suspense>}
      </div>
    </div>
  );
}

function wordsFor(name: string, scheme: SecurityScheme | undefined): {label: string; help?: string} {
  switch (scheme?.type) {
    case 'http':
      if (scheme.scheme === 'bearer') return {label: 'Bearer token'};
      return {
        label: `Credentials for ${scheme.scheme}`,
        help: `What stands after “${scheme.scheme}” in the header Authorization.`,
      };
    case 'apiKey':
      return {
        label: `API key (${scheme.in} ${scheme.name})`,
        ...(scheme.in === 'cookie' && {
          help: 'A page may not set cookies of another site, so the call goes out without it. The code shows it.',
        }),
        ...(scheme.in === 'query' && {help: 'Travels in the address of the call, which servers often log.'}),
      };
    case 'oauth2':
    case 'openIdConnect':
      return {label: 'Access token', help: 'Paste one, or get one here.'};
    case 'mutualTLS':
    case undefined:
      return {label: name};
  }
}
