import useBaseUrl from '@docusaurus/useBaseUrl';
import {useId, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import type {TokenFlow} from '../../../form/auth/token-flows.ts';
import type {OAuthClient} from '../../../form/auth/token-request.ts';
import type {TokenGrant} from '../../../form/auth/token-response.ts';
import {credentialStore} from '../../../form/credentials.ts';
import SecretInput from '../SecretInput.tsx';
import ClientFields from './ClientFields.tsx';
import FlowProgress from './FlowProgress.tsx';
import ScopeChoice from './ScopeChoice.tsx';
import type {SchemeProps} from './SchemeFields.tsx';
import {useTokenFlow, type FlowInputs} from './use-token-flow.ts';
import formStyles from '../OperationForm.module.css';
import styles from './Auth.module.css';

interface FlowFormProps extends SchemeProps {
  flow: TokenFlow;
  secretIn: OAuthClient['secretIn'];
}

/** What a flow needs to know, the button that starts it, and what comes of it. */
export default function FlowForm({
  operation,
  name,
  scopes: needed,
  audience,
  flow,
  secretIn,
}: FlowFormProps): ReactNode {
  const id = useId();
  const {apiId} = operation;
  // A client is made known to this address, and what was typed for it is offered for no other.
  const clientAddress = flow.tokenUrl ?? flow.authorizationUrl ?? '';
  const [client, setClient] = useState<OAuthClient>(
    () => credentialStore.clientFor(apiId, name, clientAddress) ?? {id: '', secret: '', secretIn},
  );
  const [scopes, setScopes] = useState<string[]>(needed);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isIdMissing, setIdMissing] = useState(false);
  const idInput = useRef<HTMLInputElement>(null);
  const redirectUri = useRedirectUri();

  const {state, run, cancel} = useTokenFlow((grant, inputs) => {
    credentialStore.setCredential(apiId, audience, name, grant.accessToken, toDetails(grant, inputs));
    setPassword('');
  });
  const start = () => {
    setIdMissing(client.id === '');
    if (client.id === '') {
      idInput.current?.focus();
      return;
    }
    credentialStore.setClient(apiId, name, clientAddress, client);
    run({flow, client, scopes, redirectUri, user, password});
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    if (!['text', 'password'].includes(event.target.type)) return;
    event.preventDefault();
    start();
  };
  const needsWindow = flow.kind === 'authorizationCode' || flow.kind === 'implicit';
  const isBusy = state.kind === 'asking' || state.kind === 'window' || state.kind === 'device';
  return (
    // Keys of the fields inside; the panel itself is no control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter is heard of as it comes up from the fields
    <div className={styles.fields} onKeyDown={onKeyDown}>
      <ClientFields
        client={client}
        onChange={setClient}
        flow={flow}
        idInput={idInput}
        error={isIdMissing && client.id === '' ? 'The provider wants to know which client asks.' : undefined}
      />
      {flow.kind === 'password' && (
        <>
          <div className={formStyles.field}>
            <label htmlFor={`${id}-user`}>User name</label>
            <input
              id={`${id}-user`}
              className={formStyles.input}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={user}
              onChange={(event) => setUser(event.target.value)}
            />
          </div>
          <div className={formStyles.field}>
            <label htmlFor={`${id}-password`}>Password</label>
            <SecretInput id={`${id}-password`} label="Password" value={password} onChange={setPassword} />
          </div>
        </>
      )}
      <ScopeChoice offered={flow.scopes} needed={needed} chosen={scopes} onChange={setScopes} />
      {needsWindow && (
        <p className={formStyles.help}>
          The provider must know this page as a redirect URI of the client: <code>{redirectUri}</code>
        </p>
      )}
      <div className={formStyles.actions}>
        <button type="button" className={formStyles.button} disabled={isBusy} onClick={start}>
          {needsWindow ? 'Sign in' : flow.kind === 'deviceAuthorization' ? 'Get a code' : 'Get the token'}
        </button>
        {isBusy && (
          <button type="button" className={formStyles.button} onClick={cancel}>
            Give up
          </button>
        )}
      </div>
      <FlowProgress state={state} audience={audience} />
    </div>
  );
}

/** The page of this site that providers send the reader back to. */
function useRedirectUri(): string {
  return new URL(useBaseUrl('/oauth-callback.html'), location.origin).href;
}

function toDetails(grant: TokenGrant, {flow, client, scopes}: FlowInputs) {
  const {expiresAt, refreshToken} = grant;
  const tokenUrl = flow.refreshUrl ?? flow.tokenUrl;
  return {
    scopes: grant.scopes ?? scopes,
    ...(expiresAt !== undefined && {expiresAt}),
    ...(refreshToken !== undefined &&
      tokenUrl !== undefined && {renewal: {kind: 'oauth', tokenUrl, client, refreshToken} as const}),
  };
}
