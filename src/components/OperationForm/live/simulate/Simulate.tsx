import {useId, useSyncExternalStore, type ReactNode} from 'react';
import type {Operation} from '../../../../model/operation.ts';
import {documentedChoices, networkChoices, type SimulationChoice} from '../../../../model/simulation.ts';
import {reasonPhrase} from '../../../../model/status.ts';
import {chooseSimulation, chosenSimulation, subscribeSimulation} from '../../../../transport/demo-simulation.ts';
import formStyles from '../../OperationForm.module.css';
import styles from './Simulate.module.css';

/** Lets the reader see any documented response of the demo, or a network that fails. What is chosen stays visible. */
export default function Simulate({operation}: {operation: Operation}): ReactNode {
  const id = useId();
  const {key} = operation;
  const chosen = useSyncExternalStore(
    subscribeSimulation,
    () => chosenSimulation(key),
    () => undefined,
  );
  const documented = documentedChoices(operation);
  const choose = (wanted: string) => {
    chooseSimulation(
      key,
      [...documented, ...networkChoices].find((choice) => choice.id === wanted),
    );
  };
  return (
    <div className={styles.simulate}>
      <div className={formStyles.targetRow}>
        <label htmlFor={id}>Simulate</label>
        <select
          id={id}
          className={formStyles.input}
          data-simulate={chosen?.id ?? ''}
          value={chosen?.id ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">Nothing: the demo answers by itself</option>
          <optgroup label="Documented responses">
            {documented.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {nameOf(choice)}
              </option>
            ))}
          </optgroup>
          <optgroup label="Network">
            {networkChoices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {nameOf(choice)}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      <p className={styles.note} role="status">
        {chosen !== undefined && (
          <>
            <strong>Simulating: {chosen.label}</strong>
            <button type="button" className={formStyles.textButton} onClick={() => chooseSimulation(key, undefined)}>
              Stop simulating
            </button>
          </>
        )}
      </p>
    </div>
  );
}

function nameOf({label, detail, simulation}: SimulationChoice): string {
  if (simulation.kind !== 'response') return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  const phrase = reasonPhrase(label);
  return [`${label} ${phrase}`.trim(), detail].filter((part) => part !== undefined).join(': ');
}
