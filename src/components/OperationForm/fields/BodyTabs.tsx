import {
  lazy,
  Suspense,
  useContext,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import {isOfBody, rawKey} from '../../../form/body-field.ts';
import type {Field} from '../../../form/fields.ts';
import type {BodySwitch} from '../../../form/raw-state.ts';
import type {Operation} from '../../../model/operation.ts';
import FieldView from './FieldView.tsx';
import SwitchQuestion from './SwitchQuestion.tsx';
import {FieldContext} from './field-context.ts';
import tabStyles from '../Tabs.module.css';
import styles from './BodyTabs.module.css';

const RawEditor = lazy(() => import('../raw/RawEditor.tsx'));

const tabs = ['Fields', 'Raw'] as const;

/** The body of a request, in fields or as text: two ways to edit the same. The text is loaded when it is asked for. */
export default function BodyTabs({operation, field}: {operation: Operation; field: Field}): ReactNode {
  const {store, fields} = useContext(FieldContext);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const isRaw = useSyncExternalStore(
    store.subscribe,
    () => typeof store.value(rawKey) === 'string',
    () => false,
  );
  const [asked, setAsked] = useState<BodySwitch & {isRaw: boolean}>();
  // A question about a switch from where the body is no longer, as after "Clear", is none.
  const question = asked?.isRaw === isRaw ? asked : undefined;
  const selected = isRaw ? 1 : 0;

  const change = ({state, loses, refusal}: BodySwitch) => {
    const others = Object.entries(store.errors()).filter(([name]) => !isOfBody(name));
    store.replace(state, loses.length > 0 || refusal !== undefined ? 'the switch' : undefined);
    store.setErrors(Object.fromEntries(others));
    setAsked(undefined);
  };
  const choose = async (index: number) => {
    if (index === selected) {
      setAsked(undefined);
      return;
    }
    const {switchToFields, switchToText} = await import('../../../form/raw-state.ts');
    const next = (isRaw ? switchToFields : switchToText)(operation, fields, store.state());
    if (next.loses.length === 0 && next.refusal === undefined) change(next);
    else setAsked({...next, isRaw});
  };
  const focusTab = (index: number) => list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  // A switch may be refused: arrows move the focus, and Enter or Space chooses.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const index = {ArrowRight: 1, End: 1, ArrowLeft: 0, Home: 0}[event.key];
    if (index === undefined) return;
    event.preventDefault();
    focusTab(index);
  };

  return (
    <div className={styles.body} data-body-tabs="">
      <div
        ref={list}
        className={tabStyles.tabs}
        role="tablist"
        tabIndex={-1}
        aria-label="Edit the body"
        onKeyDown={onKeyDown}
      >
        {tabs.map((name, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            className={tabStyles.tab}
            aria-selected={index === selected}
            aria-controls={`${id}-panel`}
            tabIndex={index === selected ? 0 : -1}
            onClick={() => void choose(index)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tabs[selected]}`}>
        {question !== undefined && (
          <SwitchQuestion
            question={question}
            onSwitch={() => {
              change(question);
              focusTab(1 - selected);
            }}
            onStay={() => {
              setAsked(undefined);
              focusTab(selected);
            }}
          />
        )}
        {isRaw ? (
          <Suspense fallback={null}>
            <RawEditor operation={operation} />
          </Suspense>
        ) : (
          <FieldView field={field} />
        )}
      </div>
    </div>
  );
}
