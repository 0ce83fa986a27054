import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type SyntheticEvent,
  type ReactNode,
} from 'react';
import type {Json} from '../../model/json.ts';
import type {Operation} from '../../model/operation.ts';
import {chooseFields} from '../../form/choose-fields.ts';
import {toFields} from '../../form/fields.ts';
import {createFormStore} from '../../form/form-store.ts';
import {placeValues} from '../../form/place-values.ts';
import Authorisation from './Authorisation.tsx';
import ExampleButtons from './ExampleButtons.tsx';
import FieldList from './FieldList.tsx';
import FormActions from './FormActions.tsx';
import FixedTarget from './FixedTarget.tsx';
import SharedNote from './SharedNote.tsx';
import TargetSelect from './TargetSelect.tsx';
import {adoptTypedValues} from './adopt-typed-values.ts';
import type {
  FormReply,
  LiveHandlers,
  LivePartComponent,
  OnFill,
  OnRequest,
  SendState,
  SuccessView,
} from './live-contract.ts';
import {announceForm, hasPrefill} from './prefill.ts';
import {settleForm} from './settle-form.ts';
import {useSharedValues, type UsedValues} from './use-shared-values.ts';
import {usePressEnd} from './use-press-end.ts';
import {useTarget} from './use-target.ts';
import {wakeWhenNear} from './wake-when-near.ts';
import styles from './OperationForm.module.css';

export interface OperationFormProps {
  operation: Operation;
  /** What the fields hold at first, by field name (`body.email`) or by bare name (`email`). */
  defaultValues?: Record<string, Json | undefined> | undefined;
  /** The fields to show, by the same names; all when left out. */
  fields?: readonly string[] | undefined;
  /** The fields that are shown but cannot be edited, by the same names. */
  readOnlyFields?: readonly string[] | undefined;
  /** Where this form sends: `demo`, `live` (the first server of the document) or a server URL. Else the reader chooses. */
  target?: string | undefined;
  /** Instead of the operation's title on the button. */
  submitLabel?: string | undefined;
  /** In place of the fields: text and elements, with `FieldSlot` and `FieldsSlot` among them. */
  children?: ReactNode;
  /** Shown in place of the reply when the call succeeds; the reply can still be opened. */
  success?: SuccessView | undefined;
  /** The name under which other forms of the page use what this one gives. */
  provides?: string | undefined;
  /** Where values of this form come from. */
  uses?: UsedValues | undefined;
  /** Called before each send. */
  onRequest?: OnRequest | undefined;
  /** Called with each reply. */
  onResponse?: ((reply: FormReply) => void) | undefined;
  /** Whether secrets stand in the snippets. */
  revealSecrets?: boolean | undefined;
  /** Called with what is filled in, after each change of it. */
  onFill?: OnFill | undefined;
  /** The static form whose place this one has taken, with what the reader typed into it. */
  staticForm?: HTMLFormElement | null | undefined;
}

/**
 * The form of an operation. It stands in the static page complete with its fields and holds what is typed; checking,
 * sending and showing the reply are loaded when it is first used.
 */
export default function OperationForm(props: OperationFormProps): ReactNode {
  const {operation, defaultValues, fields: shown, submitLabel, onResponse, revealSecrets = false, onFill} = props;
  const {readOnlyFields, target: fixed, children, success, provides, uses, onRequest, staticForm} = props;
  const allFields = useMemo(() => toFields(operation), [operation]);
  const fields = useMemo(() => chooseFields(allFields, shown), [allFields, shown]);
  const [store] = useState(() => {
    const created = createFormStore(placeValues(allFields, defined(defaultValues)));
    if (staticForm) adoptTypedValues(staticForm, fields, created);
    return created;
  });
  const [state, setState] = useState<SendState>('idle');
  /** The example that was chosen is forgotten with the values. */
  const [clears, setClears] = useState(0);
  const [LivePart, setLivePart] = useState<LivePartComponent>();
  const target = useTarget(operation, fixed);
  const shared = useSharedValues(uses, operation, allFields, store);
  const afterPress = usePressEnd();
  const form = useRef<HTMLFormElement>(null);
  const handlers = useRef<LiveHandlers>(undefined);
  const pending = useRef<((live: LiveHandlers) => void)[]>([]);

  const wake = useCallback(() => {
    void import('./live/LivePart.tsx').then((module) => setLivePart(() => module.default));
  }, []);
  /** Runs now, or as soon as the live part is here: a press on the button before that is not lost. */
  const withLive = (run: (live: LiveHandlers) => void) => {
    if (handlers.current !== undefined) {
      run(handlers.current);
      return;
    }
    pending.current.push(run);
    wake();
  };
  const bind = useCallback((live: LiveHandlers | undefined) => {
    handlers.current = live;
    if (live === undefined) return;
    for (const run of pending.current.splice(0)) run(live);
  }, []);

  useEffect(() => {
    if (form.current === null) return undefined;
    if (staticForm === undefined) adoptTypedValues(form.current, fields, store);
    if (staticForm !== undefined || hasPrefill(operation.key)) wake();
    return wakeWhenNear(form.current, wake);
  }, [operation, fields, store, staticForm, wake]);

  useEffect(
    () => (form.current === null ? undefined : announceForm(operation.key, form.current, wake)),
    [operation.key, wake],
  );
  useEffect(() => (form.current === null ? undefined : settleForm(form.current)), []);

  const clear = () => {
    store.replace(placeValues(allFields, defined(defaultValues)), 'clear');
    setClears((count) => count + 1);
    withLive((live) => live.clear());
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    withLive((live) => live.submit());
  };
  const onBlur = (event: FocusEvent) => {
    const name = event.target instanceof HTMLElement ? event.target.dataset['field'] : undefined;
    if (name !== undefined) afterPress(() => withLive((live) => live.leave(name)));
  };
  const resetButton = (
    <button type="button" className={styles.textButton} onClick={() => withLive((live) => live.resetDemo())}>
      Reset demo
    </button>
  );

  return (
    <div className={styles.console}>
      <form
        ref={form}
        className={styles.form}
        data-operation={operation.key}
        data-state={state}
        aria-label={`${operation.title}, form`}
        // Sends nothing anywhere when it is pressed before its script is there, or without one.
        method="dialog"
        noValidate
        onSubmit={submit}
        onBlur={onBlur}
        onFocus={wake}
      >
        {fixed === undefined ? (
          <TargetSelect operation={operation} target={target} demoControls={resetButton} />
        ) : (
          <FixedTarget target={target} demoControls={resetButton} />
        )}
        <SharedNote state={shared} />
        <ExampleButtons key={clears} operation={operation} fields={allFields} store={store} />
        <Authorisation operation={operation} target={target} store={store} staticForm={staticForm} />
        <FieldList fields={fields} store={store} readOnlyFields={readOnlyFields} operation={operation}>
          {children}
        </FieldList>
        {fields.length === 0 && <p className={styles.note}>This call takes no values.</p>}
        <div className={styles.actions}>
          <button
            type="submit"
            className={styles.submit}
            // A button that is disabled loses the focus; a press while it sends does nothing.
            aria-disabled={state === 'sending'}
            aria-busy={state === 'sending'}
          >
            {state === 'sending' && <span className={styles.spinner} aria-hidden="true" />}
            {state === 'sending' ? 'Sending …' : (submitLabel ?? operation.title)}
          </button>
          {state === 'sending' && (
            <button
              type="button"
              className={styles.button}
              onClick={() => {
                // The button goes, the focus stays beside it.
                form.current?.querySelector<HTMLButtonElement>('button[type="submit"]')?.focus();
                handlers.current?.cancel();
              }}
            >
              Cancel
            </button>
          )}
          {state !== 'sending' && (
            <FormActions store={store} onClear={clear} onShare={() => withLive((live) => live.share())} />
          )}
        </div>
        <noscript>
          <p className={styles.note}>Sending needs JavaScript. The code above makes the same call without it.</p>
        </noscript>
      </form>
      {LivePart !== undefined && (
        <LivePart
          operation={operation}
          fields={allFields}
          store={store}
          target={target}
          form={form}
          revealSecrets={revealSecrets}
          bind={bind}
          onState={setState}
          opensLinks={staticForm !== undefined}
          success={success}
          provides={provides}
          onFill={onFill}
          onRequest={onRequest}
          onResponse={onResponse}
        />
      )}
    </div>
  );
}

function defined(values: Record<string, Json | undefined> | undefined): Record<string, Json> {
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value !== undefined) result[name] = value;
  }
  return result;
}
