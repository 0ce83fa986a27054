import Link from '@docusaurus/Link';
import {Fragment, type ReactNode} from 'react';
import type {Operation, SecurityRequirement} from '../../model/operation.ts';
import {useReference} from '../PageLayout/use-reference.ts';
import styles from './OperationPage.module.css';

/** What a call must carry, in words: one of the requirements, each all of its schemes with their scopes. */
export default function Authorisation({operation}: {operation: Operation}): ReactNode {
  const requirements = operation.security.filter((requirement) => Object.keys(requirement).length > 0);
  if (requirements.length === 0) return <span className={styles.auth}>No authorisation</span>;
  const isOptional = requirements.length < operation.security.length;
  return (
    <span className={styles.auth}>
      {isOptional ? 'Optional authorisation: ' : 'Needs authorisation: '}
      {requirements.map((requirement, index) => (
        <Fragment key={index}>
          {index > 0 && ', or '}
          <Requirement requirement={requirement} apiId={operation.apiId} />
        </Fragment>
      ))}
    </span>
  );
}

function Requirement({requirement, apiId}: {requirement: SecurityRequirement; apiId: string}): ReactNode {
  const addressOf = useReference();
  return Object.entries(requirement).map(([name, scopes], index) => (
    <Fragment key={name}>
      {index > 0 && ' and '}
      <Link to={`${addressOf(apiId)}#authorisation.${name}`}>{name}</Link>
      {scopes.length > 0 && (
        <>
          {' '}
          with{' '}
          {scopes.map((scope, place) => (
            <Fragment key={scope}>
              {place > 0 && ', '}
              <code>{scope}</code>
            </Fragment>
          ))}
        </>
      )}
    </Fragment>
  ));
}
