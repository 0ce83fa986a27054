import {useId, type ReactNode, type RefObject} from 'react';
import type {TokenFlow} from '../../../form/auth/token-flows.ts';
import type {OAuthClient} from '../../../form/auth/token-request.ts';
import SecretInput from '../SecretInput.tsx';
import formStyles from '../OperationForm.module.css';

interface ClientFieldsProps {
  client: OAuthClient;
  onChange: (client: OAuthClient) => void;
  flow: TokenFlow;
  idInput: RefObject<HTMLInputElement | null>;
  error: string | undefined;
}

/** The client that the token is for, and whom its secret goes to. */
export default function ClientFields({client, onChange, flow, idInput, error}: ClientFieldsProps): ReactNode {
  const id = useId();
  const secretIsUsed = flow.tokenUrl !== undefined && flow.kind !== 'implicit';
  return (
    <>
      <div className={formStyles.field}>
        <label htmlFor={`${id}-id`}>Client ID</label>
        <input
          ref={idInput}
          id={`${id}-id`}
          className={formStyles.input}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={client.id}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => onChange({...client, id: event.target.value})}
        />
        <p id={`${id}-error`} className={formStyles.error}>
          {error}
        </p>
      </div>
      {secretIsUsed && (
        <div className={formStyles.field}>
          <label htmlFor={`${id}-secret`}>
            Client secret{' '}
            {flow.kind !== 'clientCredentials' && <span className={formStyles.optional}>only if it has one</span>}
          </label>
          <p id={`${id}-help`} className={formStyles.help}>
            Goes to <code>{new URL(flow.tokenUrl ?? '').origin}</code> only.
          </p>
          <SecretInput
            id={`${id}-secret`}
            label="Client secret"
            value={client.secret}
            aria-describedby={`${id}-help`}
            onChange={(secret) => onChange({...client, secret})}
          />
        </div>
      )}
      {secretIsUsed && client.secret !== '' && (
        <div className={formStyles.field}>
          <label htmlFor={`${id}-place`}>Send the secret in</label>
          <select
            id={`${id}-place`}
            className={formStyles.input}
            value={client.secretIn}
            onChange={(event) => onChange({...client, secretIn: event.target.value === 'body' ? 'body' : 'header'})}
          >
            <option value="header">the header Authorization</option>
            <option value="body">the body</option>
          </select>
        </div>
      )}
    </>
  );
}
