import {useId, useState, type ReactNode} from 'react';
import {fillVariables, readVariables} from '../../form/server-address.ts';
import type {Server} from '../../model/operation.ts';
import Prose from '../Prose/Prose.tsx';
import styles from './OperationForm.module.css';

interface ServerVariablesProps {
  server: Server;
  /** The address with the values that are chosen. */
  target: string;
  /** The address of the document. */
  base: string;
  onAddress: (url: string) => void;
}

/** The variables of a server (OpenAPI 3.1, Server Variable Object): lists where the values are known, else text. */
export default function ServerVariables({server, target, base, onAddress}: ServerVariablesProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const values = {...readVariables(server, target, base), ...typed};
  const adopt = (next: Record<string, string>) => {
    const filled = fillVariables(server, next, base);
    setProblem('problem' in filled ? filled.problem : undefined);
    if ('problem' in filled) return;
    setTyped({});
    if (filled.url !== target) onAddress(filled.url);
  };
  return (
    <fieldset className={styles.group}>
      <legend>The server’s variables</legend>
      {Object.entries(server.variables ?? {}).map(([name, {enum: allowed, description}]) => (
        <div key={name} className={styles.field}>
          <label htmlFor={`${id}-${name}`}>{name}</label>
          <Prose html={description} className={styles.help} />
          {allowed === undefined ? (
            <input
              id={`${id}-${name}`}
              className={styles.input}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={values[name] ?? ''}
              aria-invalid={problem !== undefined && name in typed}
              aria-describedby={`${id}-error`}
              onChange={(event) => setTyped({...typed, [name]: event.target.value})}
              // What is typed counts before the button that sends can be pressed.
              onBlur={() => adopt(values)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                adopt(values);
              }}
            />
          ) : (
            <select
              id={`${id}-${name}`}
              className={styles.input}
              value={values[name]}
              onChange={(event) => adopt({...values, [name]: event.target.value})}
            >
              {allowed.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          )}
        </div>
      ))}
      <p id={`${id}-error`} className={styles.error} role="status">
        {problem}
      </p>
    </fieldset>
  );
}
