import {useState, type ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import {rawTextOf, toFormState, withRepeats} from '../../form/form-state.ts';
import type {FormState} from '../../form/form-state.ts';
import type {FormStore} from '../../form/form-store.ts';
import type {Example, Operation} from '../../model/operation.ts';
import {exampleValues} from '../../request/example-values.ts';
import Prose from '../Prose/Prose.tsx';
import styles from './OperationForm.module.css';

interface ExampleButtonsProps {
  operation: Operation;
  fields: Field[];
  store: FormStore;
}

interface TypedExample {
  example: Example;
  /** Of a body of several media types: the one that the example is for. */
  mediaType: string | undefined;
}

/** The request examples of the document, each a button that fills the form with it. */
export default function ExampleButtons({operation, fields, store}: ExampleButtonsProps): ReactNode {
  const [chosen, setChosen] = useState<TypedExample>();
  const examples = examplesOf(operation);
  if (examples.length === 0) return null;
  const fill = (typed: TypedExample) => {
    setChosen(typed);
    const values = {...exampleValues(operation), body: typed.example.value};
    const incoming = withRepeats(fields, toFormState(fields, values, typed.mediaType));
    if (rawTextOf(store.state()) === undefined) store.replace(incoming, 'the example');
    else void fillText(incoming);
  };
  /** A body that is edited as text stays text. */
  const fillText = async (incoming: FormState) => {
    const {fillState} = await import('../../form/raw-state.ts');
    store.replace(fillState(operation, fields, store.state(), {incoming, isWhole: true}), 'the example');
  };
  return (
    <div className={styles.examples} role="group" aria-label="Fill in an example">
      <span className={styles.examplesLabel}>Fill in an example</span>
      <ul>
        {examples.map((typed) => (
          <li key={`${typed.mediaType} ${typed.example.name}`}>
            <button
              type="button"
              className={styles.chip}
              aria-pressed={chosen?.example === typed.example}
              onClick={() => fill(typed)}
            >
              {typed.example.summary ?? typed.example.name}
              {typed.mediaType !== undefined && ` (${typed.mediaType})`}
            </button>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        <Prose html={chosen?.example.description} className={styles.exampleNote} />
      </div>
    </div>
  );
}

function examplesOf({requestBody}: Operation): TypedExample[] {
  const content = requestBody?.content ?? [];
  return content.flatMap(({mediaType, examples}) =>
    examples
      .filter(({generated}) => generated !== true)
      .map((example) => ({example, mediaType: content.length > 1 ? mediaType : undefined})),
  );
}
