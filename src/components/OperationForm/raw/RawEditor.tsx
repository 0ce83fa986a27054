import {useContext, useEffect, useId, useRef, useState, useSyncExternalStore, type ReactNode} from 'react';
import {contentTypeKey, rawKey} from '../../../form/body-field.ts';
import {chosenContentType, rawTextOf} from '../../../form/form-state.ts';
import {indentJson} from '../../../form/indent-json.ts';
import {chooseTextType} from '../../../form/raw-state.ts';
import type {Operation} from '../../../model/operation.ts';
import {hasSecretInBody} from '../../../request/redact.ts';
import {isJsonMediaType, isXmlMediaType} from '../../../request/media-type.ts';
import {FieldContext, useHeld} from '../fields/field-context.ts';
import formStyles from '../OperationForm.module.css';
import LineNumbers from './LineNumbers.tsx';
import ProblemList from './ProblemList.tsx';
import {findSyntaxProblem, offsetOf, placeMessages, type TextProblem} from './text-problems.ts';
import styles from './Raw.module.css';

/** After the last keystroke, for so long nothing is said. */
const restMs = 300;

/** The body as text: what stands here is what is sent. Loaded when it is first shown. */
export default function RawEditor({operation}: {operation: Operation}): ReactNode {
  const {store, fields} = useContext(FieldContext);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [scrolled, setScrolled] = useState(0);
  useHeld(rawKey);
  useHeld(contentTypeKey);
  const state = store.state();
  const text = rawTextOf(state) ?? '';
  const content = operation.requestBody?.content ?? [];
  const chosen = chosenContentType(state);
  const mediaType = chosen ?? content[0]?.mediaType ?? '';
  const syntax = useSyntaxProblem(operation, chosen, text);
  const errors = useSyncExternalStore(store.subscribe, store.errors, store.errors);
  const problems = syntax === undefined ? placeMessages(text, errors) : [syntax];
  const isJson = isJsonMediaType(mediaType);

  const goTo = (at: {line: number; column: number}) => {
    const offset = offsetOf(text, at);
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset);
  };
  return (
    <div className={formStyles.field}>
      {content.length > 1 && (
        <>
          <label htmlFor={`${id}-type`}>Body as</label>
          <select
            id={`${id}-type`}
            name="contentType"
            className={formStyles.input}
            value={mediaType}
            onChange={(event) => store.change(chooseTextType(operation, fields, event.target.value, state))}
          >
            {content.map((media) => (
              <option key={media.mediaType}>{media.mediaType}</option>
            ))}
          </select>
        </>
      )}
      <div className={styles.head}>
        <label htmlFor={id}>Body as text</label>
        <span className={styles.type}>{mediaType}</span>
        {isJson && (
          <button
            type="button"
            className={formStyles.textButton}
            disabled={syntax !== undefined || text.trim() === ''}
            onClick={() => store.setValue(rawKey, indentJson(text).text)}
          >
            Format
          </button>
        )}
      </div>
      <div className={styles.frame}>
        <LineNumbers text={text} scrolled={scrolled} marked={problems.flatMap(({at}) => at?.line ?? [])} />
        <textarea
          ref={area}
          id={id}
          name={rawKey}
          data-field={rawKey}
          className={styles.text}
          value={text}
          rows={Math.min(20, Math.max(6, text.split('\n').length + 1))}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-note ${id}-error`}
          onChange={(event) => store.setValue(rawKey, event.target.value)}
          onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
        />
      </div>
      <ProblemList id={`${id}-error`} problems={problems} onGoTo={goTo} />
      <p id={`${id}-note`} className={formStyles.note}>
        {noteOf(operation, mediaType, text)}
      </p>
    </div>
  );
}

/** What is wrong with the text once the reader stops to type; at once when it is shown. */
function useSyntaxProblem(operation: Operation, mediaType: string | undefined, text: string): TextProblem | undefined {
  const [problem, setProblem] = useState(() => findSyntaxProblem(operation, mediaType, text));
  useEffect(() => {
    const timer = setTimeout(() => setProblem(findSyntaxProblem(operation, mediaType, text)), restMs);
    return () => clearTimeout(timer);
  }, [operation, mediaType, text]);
  return problem;
}

function noteOf(operation: Operation, mediaType: string, text: string): string {
  const sent = text === '' ? 'Without text, no body is sent.' : 'Sent exactly as it stands here.';
  const isUnchecked = !isJsonMediaType(mediaType) && !isXmlMediaType(mediaType) && text !== '';
  return [
    sent,
    ...(isXmlMediaType(mediaType) ? ['Checked for being well-formed, not against the schema.'] : []),
    ...(isUnchecked && mediaType.startsWith('multipart/') ? ['Not checked.'] : []),
    ...(hasSecretInBody(operation) ? ['Secrets can be read here; in the code they are placeholders.'] : []),
  ].join(' ');
}
