import type {ReactNode} from 'react';
import type {Operation, Server} from '../../model/operation.ts';
import Prose from '../Prose/Prose.tsx';
import styles from './OperationPage.module.css';

/** The servers of an operation, folded away, where there is more to say than the address above says. */
export default function Servers({operation: {servers}}: {operation: Operation}): ReactNode {
  if (servers.length < 2 && servers[0]?.variables === undefined) return null;
  return (
    <details className={styles.servers}>
      <summary>{servers.length === 1 ? 'Variables of the server' : `${servers.length} servers`}</summary>
      <ul aria-label="Servers">
        {servers.map((server, index) => (
          <li key={index}>
            <code>{server.url}</code> {server.name}
            <Prose html={server.description} />
            <Variables variables={server.variables} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Variables({variables}: {variables: Server['variables']}): ReactNode {
  if (variables === undefined) return null;
  return (
    <ul>
      {Object.entries(variables).map(([variable, {default: preset, enum: values, description}]) => (
        <li key={variable}>
          <code>{variable}</code>: <code>{preset}</code> by default
          {values !== undefined && `, one of ${values.join(', ')}`}
          <Prose html={description} />
        </li>
      ))}
    </ul>
  );
}
