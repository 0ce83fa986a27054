import {useEffect, useId, useState, type ReactNode} from 'react';
import {discover, type Discovered} from '../../../form/auth/discovery.ts';
import {toTokenFlows, type TokenFlow} from '../../../form/auth/token-flows.ts';
import {randomToken} from '../../../form/auth/pkce.ts';
import {credentialStore} from '../../../form/credentials.ts';
import type {SecurityScheme} from '../../../model/operation.ts';
import {liveFetch} from '../../../transport/live.ts';
import FlowForm from './FlowForm.tsx';
import FlowFailure from './FlowFailure.tsx';
import type {SchemeProps} from './SchemeFields.tsx';
import formStyles from '../OperationForm.module.css';
import styles from './Auth.module.css';

interface OAuthPanelProps extends SchemeProps {
  scheme: Extract<SecurityScheme, {type: 'oauth2' | 'openIdConnect'}>;
}

/** Gets a token for a scheme: from the demo, by a flow of the document, or by a flow of a provider that is asked first. */
export default function OAuthPanel(props: OAuthPanelProps): ReactNode {
  const {scheme, audience} = props;
  if (audience === 'demo') return <DemoToken {...props} />;
  if (scheme.type === 'openIdConnect') return <Discovery {...props} url={scheme.openIdConnectUrl} />;
  return <Flows {...props} flows={toTokenFlows(scheme.flows, `${props.server}/`)} secretIn="header" />;
}

/** The demo asks no provider. */
function DemoToken({operation, name, audience}: OAuthPanelProps): ReactNode {
  return (
    <div className={styles.panel}>
      <p className={formStyles.help}>
        The demo stands in for the API, not for the place where one signs in, and asks nobody. Any token will do. With a
        real server in “Send to”, you sign in here for real.
      </p>
      <div>
        <button
          type="button"
          className={formStyles.button}
          onClick={() => credentialStore.setCredential(operation.apiId, audience, name, `demo-${randomToken()}`)}
        >
          Get a demo token
        </button>
      </div>
    </div>
  );
}

/** Asks the provider what it offers (OpenID Connect Discovery). */
function Discovery(props: OAuthPanelProps & {url: string}): ReactNode {
  const {url, server} = props;
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof discover>>>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOver = false;
    void discover(url, `${server}/`, liveFetch).then((result) => {
      if (!isOver) setOutcome(result);
    });
    return () => {
      isOver = true;
    };
  }, [url, server, attempt]);
  if (outcome === undefined) {
    return (
      <p role="status" className={formStyles.help}>
        Asking {url} what it offers …
      </p>
    );
  }
  if (outcome.kind === 'found') {
    return <Flows {...props} flows={outcome.provider.flows} secretIn={outcome.provider.secretIn} />;
  }
  const again = () => {
    setOutcome(undefined);
    setAttempt(attempt + 1);
  };
  return (
    <div className={styles.panel}>
      <FlowFailure outcome={outcome} />
      <div>
        <button type="button" className={formStyles.button} onClick={again}>
          Ask again
        </button>
      </div>
    </div>
  );
}

const flowNames: Record<TokenFlow['kind'], {name: string; help: string}> = {
  authorizationCode: {name: 'Sign in (authorization code with PKCE)', help: 'You sign in with the provider.'},
  deviceAuthorization: {name: 'Sign in on another device', help: 'You type a short code on another page.'},
  clientCredentials: {name: 'As an application (client credentials)', help: 'Nobody signs in; the client is known.'},
  password: {
    name: 'With user name and password',
    help: 'This page sees your password. Only for accounts of the API’s own.',
  },
  implicit: {
    name: 'Sign in (implicit)',
    help: 'An old way: the token stands for a moment in an address, which the history of the browser may keep.',
  },
};

function Flows(props: SchemeProps & {flows: TokenFlow[]; secretIn: Discovered['secretIn']}): ReactNode {
  const {flows, secretIn} = props;
  const id = useId();
  const [kind, setKind] = useState(flows[0]?.kind);
  const flow = flows.find((candidate) => candidate.kind === kind);
  if (flow === undefined) {
    return (
      <p className={formStyles.help}>
        No way to get a token is described with addresses that this page could ask. Paste one above.
      </p>
    );
  }
  return (
    <div className={styles.panel} role="group" aria-label={`Get a token for ${props.name}`}>
      {flows.length > 1 && (
        <div className={formStyles.field}>
          <label htmlFor={id}>Way</label>
          <select
            id={id}
            className={formStyles.input}
            value={flow.kind}
            onChange={(event) => setKind(flows.find((one) => one.kind === event.target.value)?.kind)}
          >
            {flows.map((one) => (
              <option key={one.kind} value={one.kind}>
                {flowNames[one.kind].name}
              </option>
            ))}
          </select>
        </div>
      )}
      <p className={formStyles.help}>{flowNames[flow.kind].help}</p>
      <FlowForm key={flow.kind} {...props} flow={flow} secretIn={secretIn} />
    </div>
  );
}
