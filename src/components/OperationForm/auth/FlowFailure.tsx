import CodeBlock from '@theme/CodeBlock';
import {useState, type ReactNode} from 'react';
import {
  buildShownTokenRequest,
  buildTokenRequest,
  type OAuthClient,
  type TokenGrantRequest,
} from '../../../form/auth/token-request.ts';
import type {TokenOutcome} from '../../../form/auth/token-response.ts';
import {curl} from '../../../request/snippets/curl.ts';
import formStyles from '../OperationForm.module.css';
import styles from './Auth.module.css';

interface FlowFailureProps {
  outcome: TokenOutcome | {kind: 'unreachable'; url: string} | {kind: 'unreadable'; message: string};
  request?: {tokenUrl: string; client: OAuthClient; grant: TokenGrantRequest};
}

/** Why there is no token, and what to do: the same request as a curl line where a browser stands in the way. */
export default function FlowFailure({outcome, request}: FlowFailureProps): ReactNode {
  return (
    <div className={styles.failure} data-oauth-failure={outcome.kind}>
      <Reason outcome={outcome} />
      {outcome.kind === 'unreachable' && request !== undefined && <CurlLine {...request} />}
      <p className={formStyles.help}>A token that you got elsewhere can be pasted above.</p>
    </div>
  );
}

function Reason({outcome}: Pick<FlowFailureProps, 'outcome'>): ReactNode {
  switch (outcome.kind) {
    case 'refused':
      return (
        <p>
          Refused: <code>{outcome.error}</code>. {outcome.description}{' '}
          {outcome.page !== undefined && (
            <a href={outcome.page} target="_blank" rel="noopener noreferrer">
              What the provider says of it
            </a>
          )}
        </p>
      );
    case 'unreachable':
      return (
        <p>
          The browser gave this page no answer of <code>{outcome.url}</code>. Either nothing answers there, or it does
          not let pages of other sites read its answers: it would have to send{' '}
          <code>Access-Control-Allow-Origin: {location.origin}</code>. Outside of a browser nothing stands in the way.
        </p>
      );
    case 'unreadable':
      return <p>{outcome.message}</p>;
    case 'granted':
      return null;
  }
}

function CurlLine({tokenUrl, client, grant}: NonNullable<FlowFailureProps['request']>): ReactNode {
  const [isRevealed, setRevealed] = useState(false);
  const build = isRevealed ? buildTokenRequest : buildShownTokenRequest;
  return (
    <>
      <CodeBlock language="bash">{curl.generate(build(tokenUrl, client, grant))}</CodeBlock>
      <label className={formStyles.checkboxLabel}>
        <input type="checkbox" checked={isRevealed} onChange={() => setRevealed(!isRevealed)} />
        <span>Show secrets in this line</span>
      </label>
    </>
  );
}
