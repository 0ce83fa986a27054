import {useState, type ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import {toFormState} from '../../form/form-state.ts';
import type {FormStore} from '../../form/form-store.ts';
import type {Operation} from '../../model/operation.ts';
import {exampleValues} from '../../request/example-values.ts';
import Prose from '../Prose/Prose.tsx';
import styles from './OperationForm.module.css';

interface ExampleButtonsProps {
  operation: Operation;
  fields: Field[];
  store: FormStore;
}

/** The request examples of the document, each a button that fills the form with it. */
export default function ExampleButtons({operation, fields, store}: ExampleButtonsProps): ReactNode {
  const [chosen, setChosen] = useState<string>();
  const examples = (operation.requestBody?.content[0]?.examples ?? []).filter((example) => !example.generated);
  if (examples.length === 0) return null;
  const fill = (name: string) => {
    setChosen(name);
    const confirmed = Object.fromEntries(
      Object.entries(toFormState(fields, exampleValues(operation, name))).flatMap(([field, value]) =>
        fields.some((candidate) => candidate.name === field && candidate.confirm !== undefined)
          ? [
              [field, value],
              [`${field}#confirm`, value],
            ]
          : [[field, value]],
      ),
    );
    store.replace(confirmed);
  };
  const description = examples.find((example) => example.name === chosen)?.description;
  return (
    <div className={styles.examples} role="group" aria-label="Fill in an example">
      <span className={styles.examplesLabel}>Fill in an example</span>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              className={styles.chip}
              aria-pressed={chosen === example.name}
              onClick={() => fill(example.name)}
            >
              {example.summary ?? example.name}
            </button>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        <Prose html={description} className={styles.exampleNote} />
      </div>
    </div>
  );
}
