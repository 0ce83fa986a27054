import Link from '@docusaurus/Link';
import {useId, type ReactNode} from 'react';
import {credentialStore} from '../../form/credentials.ts';
import type {Operation, SecurityScheme} from '../../model/operation.ts';
import {useReference} from '../PageLayout/use-reference.ts';
import SecretInput from './SecretInput.tsx';
import {useCredentials} from './use-credentials.ts';
import styles from './OperationForm.module.css';

/** The credentials that this operation can carry; typed here or taken over from a reply, they are the tab's. */
export default function Authorisation({operation, target}: {operation: Operation; target: string}): ReactNode {
  const addressOf = useReference();
  const names = [...new Set(operation.security.flatMap((requirement) => Object.keys(requirement)))];
  if (names.length === 0) return null;
  const optional = operation.security.some((requirement) => Object.keys(requirement).length === 0);
  return (
    <fieldset className={styles.group}>
      <legend>
        Authorisation{' '}
        <span className={optional ? styles.optional : styles.required}>{optional ? 'optional' : 'required'}</span>
      </legend>
      {names.map((name) => (
        <Credential
          key={name}
          operation={operation}
          name={name}
          scheme={operation.securitySchemes[name]}
          audience={audienceOf(target)}
        />
      ))}
      <p className={styles.help}>
        Kept in memory for this tab and sent to {target === 'demo' ? 'the demo' : <code>{audienceOf(target)}</code>}{' '}
        only. <Link to={`${addressOf(operation.apiId)}#authorisation`}>How this API authorises</Link>
      </p>
    </fieldset>
  );
}

interface CredentialProps {
  operation: Operation;
  name: string;
  scheme: SecurityScheme | undefined;
  audience: string;
}

function Credential({operation, name, scheme, audience}: CredentialProps): ReactNode {
  const id = useId();
  const value = useCredentials(operation.apiId, audience)[name] ?? '';
  const label = credentialLabel(name, scheme);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} <code className={styles.wireName}>{name}</code>
      </label>
      <SecretInput
        id={id}
        name={`authorization.${name}`}
        label={label}
        value={value}
        onChange={(next) => credentialStore.setCredential(operation.apiId, audience, name, next)}
      />
    </div>
  );
}

/** Whom a credential is for: the demo, or the origin of a server. A credential is never sent to another. */
export function audienceOf(target: string): string {
  if (target === 'demo') return 'demo';
  return URL.canParse(target) ? new URL(target).origin : target;
}

function credentialLabel(name: string, scheme: SecurityScheme | undefined): string {
  if (scheme?.type === 'http' && scheme.scheme.toLowerCase() === 'bearer') return 'Bearer token';
  if (scheme?.type === 'http' && scheme.scheme.toLowerCase() === 'basic')
    return 'User name and password, as user:password';
  if (scheme?.type === 'apiKey') return `API key (${scheme.in} ${scheme.name})`;
  if (scheme?.type === 'oauth2' || scheme?.type === 'openIdConnect') return 'Access token';
  return name;
}
