import {useId, useState, type KeyboardEvent, type ReactNode} from 'react';
import {readVariables} from '../../form/server-address.ts';
import type {Operation} from '../../model/operation.ts';
import {resolveServer} from '../../request/resolve-server.ts';
import NetworkPanelSwitch from './live/simulate/NetworkPanelSwitch.tsx';
import Simulate from './live/simulate/Simulate.tsx';
import ServerVariables from './ServerVariables.tsx';
import {chooseTarget, parseServerUrl, serversKey} from './target-store.ts';
import {useDocumentUrl} from './use-document-url.ts';
import styles from './OperationForm.module.css';

/** The option that opens the field for a server of the reader's own; never a target itself. */
const ownServer = 'own';

interface TargetSelectProps {
  operation: Operation;
  /** `demo` or a server URL. */
  target: string;
  /** Shown beside the explanation of the demo. */
  demoControls: ReactNode;
}

/** Says where calls go, and lets the reader choose: the demo, a server of the document, a server of their own. */
export default function TargetSelect({operation, target, demoControls}: TargetSelectProps): ReactNode {
  const id = useId();
  const [editing, setEditing] = useState(false);
  const documentUrl = useDocumentUrl(operation.apiId);
  const current = operation.servers.find((server) => readVariables(server, target, documentUrl) !== undefined);
  const documented = operation.servers.map((server) => ({
    // The chosen one with the values that were chosen for its variables.
    url: server === current ? target : resolveServer(server, documentUrl),
    description: server.description,
  }));
  const isOwn = target !== 'demo' && current === undefined;
  const adopt = (url: string) => chooseTarget(operation.apiId, url, serversKey(operation.servers));
  const choose = (value: string) => {
    setEditing(value === ownServer);
    if (value === target && isOwn) chooseTarget(operation.apiId, value);
    else if (value !== ownServer) adopt(value);
  };
  return (
    <div className={styles.target}>
      <div className={styles.targetRow}>
        <label htmlFor={id}>Send to</label>
        <select
          id={id}
          className={styles.input}
          data-target={target}
          value={editing ? ownServer : target}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="demo">Demo in this page</option>
          {documented.map(({url, description}) => (
            <option key={url} value={url}>
              {description === undefined ? url : `${plainText(description)}: ${url}`}
            </option>
          ))}
          {isOwn && <option value={target}>{target}</option>}
          <option value={ownServer}>Another server …</option>
        </select>
      </div>
      {editing && <OwnServer apiId={operation.apiId} onDone={() => setEditing(false)} />}
      {target === 'demo' && !editing && (
        <p className={styles.targetNote}>
          <strong>This is a demo.</strong> Nothing is sent over the network; its data lives in this browser tab only.{' '}
          {demoControls}
        </p>
      )}
      {target === 'demo' && !editing && (
        <>
          <Simulate operation={operation} />
          <NetworkPanelSwitch operation={operation} />
        </>
      )}
      {target !== 'demo' && !editing && (
        <>
          <p className={styles.targetNote}>
            <strong>This is live.</strong> What you send goes to <code>{target}</code>.
            {current !== undefined && !current.url.includes('://') && <RelativeNote url={current.url} />}
          </p>
          {current?.variables !== undefined && (
            <ServerVariables key={current.url} server={current} target={target} base={documentUrl} onAddress={adopt} />
          )}
        </>
      )}
    </div>
  );
}

/** Why the address of this site stands there. */
function RelativeNote({url}: {url: string}): ReactNode {
  return (
    <>
      {' '}
      The document gives <code>{url === '' ? '/' : url}</code>, which is relative to where the document is served, and
      that is this site. If the API is somewhere else, choose “Another server …” and type its address.
    </>
  );
}

function OwnServer({apiId, onDone}: {apiId: string; onDone: () => void}): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const adopt = () => {
    const parsed = parseServerUrl(text);
    if ('problem' in parsed) {
      setProblem(parsed.problem);
      return;
    }
    chooseTarget(apiId, parsed.url);
    onDone();
  };
  // Enter belongs to this field here: it must not send the form.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    adopt();
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>Address of the server</label>
      <div className={styles.inputRow}>
        <input
          id={id}
          className={styles.input}
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="http://localhost:8080"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.button} onClick={adopt}>
          Use
        </button>
      </div>
      <p id={`${id}-error`} className={styles.error}>
        {problem}
      </p>
    </div>
  );
}

function plainText(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').trim();
}
