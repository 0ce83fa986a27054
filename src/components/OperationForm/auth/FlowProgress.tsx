import type {ReactNode} from 'react';
import type {DeviceSignIn} from '../../../form/auth/device-flow.ts';
import CopyButton from '../live/CopyButton.tsx';
import FlowFailure from './FlowFailure.tsx';
import type {FlowState} from './use-token-flow.ts';
import formStyles from '../OperationForm.module.css';
import styles from './Auth.module.css';

/** How far a flow is, for eyes and for ears. */
export default function FlowProgress({state, audience}: {state: FlowState; audience: string}): ReactNode {
  return (
    <>
      <div role="status" className={formStyles.help}>
        {words(state, audience)}
      </div>
      {state.kind === 'window' && (
        <div>
          <button type="button" className={formStyles.button} onClick={state.open}>
            {state.isBlocked ? 'Open the sign-in page' : 'Open the sign-in page again'}
          </button>
        </div>
      )}
      {state.kind === 'device' && <DeviceCode device={state.device} />}
      {state.kind === 'failed' && <FlowFailure {...state} />}
    </>
  );
}

function words(state: FlowState, audience: string): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'asking':
      return 'Asking for the token …';
    case 'window':
      return state.isBlocked
        ? 'The browser did not open the window. Open the sign-in page with the button.'
        : 'Waiting for you to sign in, in the window that has opened.';
    case 'device':
      if (state.retryIn !== undefined) {
        return `The server could not be reached, or lets no page read its answer. It is asked again in ${state.retryIn} seconds.`;
      }
      return `Waiting for you to type ${state.device.userCode} at ${state.device.verificationUri}.`;
    case 'granted':
      return `Here is the token. It is in use for ${audience}.`;
    case 'failed':
      return 'No token.';
  }
}

function DeviceCode({device}: {device: DeviceSignIn}): ReactNode {
  const address = device.verificationUriComplete ?? device.verificationUri;
  return (
    <div className={styles.device}>
      <code className={styles.userCode}>{device.userCode}</code>
      <CopyButton text={device.userCode} label="Copy the code" />
      <a href={address} target="_blank" rel="noopener noreferrer">
        Open {new URL(address).host}
      </a>
    </div>
  );
}
