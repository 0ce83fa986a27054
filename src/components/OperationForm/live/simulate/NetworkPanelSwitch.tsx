import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect, useId, useSyncExternalStore, type ReactNode} from 'react';
import type {Operation} from '../../../../model/operation.ts';
import {
  leavePanel,
  panelState,
  subscribePanel,
  switchPanelOff,
  switchPanelOn,
  wasPanelOn,
  type PanelState,
} from '../../../../transport/demo-network-panel.ts';
import styles from './Simulate.module.css';

const notes: Record<PanelState, string> = {
  off: '',
  starting: 'Starting …',
  on: 'Calls to the servers of this API, from the form or from the console, are answered by the demo.',
  failed: 'This browser does not allow it here. The demo works on in the page.',
};

/** Off until the reader wants it: calls of the demo go through a service worker, where the network panel shows them. */
export default function NetworkPanelSwitch({operation}: {operation: Operation}): ReactNode {
  const id = useId();
  const state = useSyncExternalStore(subscribePanel, panelState, () => 'off' as const);
  const workerPath = useBaseUrl('/mockServiceWorker.js');
  const scopePath = useBaseUrl('/');

  useEffect(() => {
    if (wasPanelOn()) void switchPanelOn(absolute(workerPath, scopePath));
  }, [workerPath, scopePath]);

  useEffect(() => {
    if (state !== 'on') return undefined;
    const {apiId} = operation;
    const join = () => void import('./show-in-panel.ts').then(({showInPanel}) => showInPanel(operation));
    join();
    // A worker may go to sleep while the page is hidden; it is woken before the reader types into the console.
    document.addEventListener('visibilitychange', join);
    return () => {
      document.removeEventListener('visibilitychange', join);
      leavePanel(apiId);
    };
  }, [state, operation]);

  const isOn = state === 'on' || state === 'starting';
  const toggle = () => {
    const options = absolute(workerPath, scopePath);
    if (isOn) void switchPanelOff(options);
    else if ('serviceWorker' in navigator) void switchPanelOn(options);
  };
  return (
    <div>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-note`}
          disabled={state === 'starting'}
          onChange={toggle}
        />{' '}
        Show demo calls in the browser’s network panel
      </label>
      <p id={`${id}-note`} className={styles.switchNote}>
        {notes[state]}
      </p>
    </div>
  );
}

function absolute(workerPath: string, scopePath: string): {workerUrl: string; scope: string} {
  return {workerUrl: new URL(workerPath, location.href).href, scope: new URL(scopePath, location.href).href};
}
