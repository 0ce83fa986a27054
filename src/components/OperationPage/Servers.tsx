import type {ReactNode} from 'react';
import type {Operation} from '../../model/operation.ts';
import Prose from '../Prose/Prose.tsx';

/** The servers of an operation, where there is more to say than the address above says. */
export default function Servers({operation: {servers}}: {operation: Operation}): ReactNode {
  if (servers.length < 2 && servers[0]?.variables === undefined) return null;
  return (
    <ul aria-label="Servers">
      {servers.map(({url, name, description, variables = {}}) => (
        <li key={url}>
          <code>{url}</code> {name}
          <Prose html={description} />
          <ul>
            {Object.entries(variables).map(([variable, {default: preset, enum: values, description: text}]) => (
              <li key={variable}>
                <code>{variable}</code>: <code>{preset}</code> by default
                {values !== undefined && `, one of ${values.join(', ')}`}
                <Prose html={text} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
