import Link from '@docusaurus/Link';
import {useEffect, useId, type ReactNode} from 'react';
import {requirementKey} from '../../form/auth/requirement.ts';
import type {FormStore} from '../../form/form-store.ts';
import type {Operation, SecurityRequirement} from '../../model/operation.ts';
import {useReference} from '../PageLayout/use-reference.ts';
import SchemeFields from './auth/SchemeFields.tsx';
import {adoptTypedCredentials} from './auth/adopt-typed-credentials.ts';
import {chooseRequirement} from './auth/requirement-choice.ts';
import {useAuthorisation} from './use-credentials.ts';
import {serverUrl} from './use-target.ts';
import styles from './OperationForm.module.css';

interface AuthorisationProps {
  operation: Operation;
  /** `demo` or a server URL. */
  target: string;
  store: FormStore;
  /** The static form whose place the form has taken. */
  staticForm?: HTMLFormElement | null | undefined;
}

/** How the call is authorised: which of the operation's requirements, and what each of its schemes needs. */
export default function Authorisation({operation, target, store, staticForm}: AuthorisationProps): ReactNode {
  const addressOf = useReference();
  const audience = audienceOf(target);
  const {requirement} = useAuthorisation(operation, audience);
  useEffect(() => {
    if (staticForm) adoptTypedCredentials(staticForm, operation, audienceOf);
  }, [staticForm, operation]);
  if (requirement === undefined || operation.security.every((one) => Object.keys(one).length === 0)) return null;
  const optional = operation.security.some((one) => Object.keys(one).length === 0);
  const server = target === 'demo' ? (operation.servers.map(serverUrl)[0] ?? '') : target;
  return (
    <fieldset className={styles.group}>
      <legend>
        Authorisation{' '}
        <span className={optional ? styles.optional : styles.required}>{optional ? 'optional' : 'required'}</span>
      </legend>
      <RequirementChoice operation={operation} chosen={requirement} />
      {Object.entries(requirement).map(([name, scopes]) => (
        <SchemeFields
          key={`${audience} ${name}`}
          operation={operation}
          name={name}
          scheme={operation.securitySchemes[name]}
          scopes={scopes}
          audience={audience}
          server={server}
          store={store}
        />
      ))}
      {Object.keys(requirement).length === 0 ? (
        <p className={styles.help}>This call goes out without credentials, as the API allows.</p>
      ) : (
        <p className={styles.help}>
          Kept in memory for this tab and sent to {audience === 'demo' ? 'the demo' : <code>{audience}</code>} only.{' '}
          <Link to={`${addressOf(operation.apiId)}#authorisation`}>How this API authorises</Link>
        </p>
      )}
    </fieldset>
  );
}

/** One of several requirements is enough (OpenAPI 3.1, Security Requirement Object): the reader says which. */
function RequirementChoice({operation, chosen}: {operation: Operation; chosen: SecurityRequirement}): ReactNode {
  const id = useId();
  if (operation.security.length < 2) return null;
  return (
    <fieldset className={styles.field}>
      <legend>Authorise with</legend>
      {operation.security.map((requirement) => {
        const key = requirementKey(requirement);
        return (
          <label key={key} className={styles.checkboxLabel}>
            <input
              type="radio"
              name={`${id}-requirement`}
              value={key}
              checked={requirement === chosen}
              onChange={() => chooseRequirement(operation.apiId, key)}
            />
            <span>{describeRequirement(requirement)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function describeRequirement(requirement: SecurityRequirement): ReactNode {
  const names = Object.keys(requirement);
  if (names.length === 0) return 'nothing';
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && ' and '}
      <code>{name}</code>
    </span>
  ));
}

/** Whom a credential is for: the demo, or the origin of a server. A credential is never sent to another. */
export function audienceOf(target: string): string {
  if (target === 'demo') return 'demo';
  return URL.canParse(target) ? new URL(target).origin : target;
}
