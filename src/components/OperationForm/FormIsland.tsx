import {useCallback, useEffect, useRef, useState, type ComponentType, type ReactNode} from 'react';
import {flushSync} from 'react-dom';
import {sharePrefix} from '../../form/share-prefix.ts';
import type {OperationFormProps} from './OperationForm.tsx';
import {hasPrefill} from './prefill.ts';
import {StaticForm} from './static-form.ts';
import {choseTarget} from './target-store.ts';
import {watchStaticUse, type StaticUse} from './static-use.ts';
import {wakeWhenNear} from './wake-when-near.ts';

/** The form together with what the reader did to its static twin. */
interface Awake {
  Form: ComponentType<OperationFormProps>;
  staticForm: HTMLFormElement | null;
}

/**
 * The form of an operation page. The static page holds it complete; its code is loaded when the form is near or used, and
 * takes its place without losing what was typed or pressed before (docs/decisions/008-the-form-wakes-up.md).
 */
export default function FormIsland(props: OperationFormProps): ReactNode {
  const {operation} = props;
  const [awake, setAwake] = useState<Awake>();
  const place = useRef<HTMLDivElement>(null);
  const use = useRef<StaticUse>(undefined);
  const isWaking = useRef(false);

  const wake = useCallback(() => {
    if (isWaking.current) return;
    isWaking.current = true;
    void import('./OperationForm.tsx').then(({default: Form}) => {
      const takePlace = () => {
        if (place.current === null) return;
        if (use.current?.isBusy()) {
          setTimeout(takePlace, 20);
          return;
        }
        const restoreFocus = use.current?.focus();
        const staticForm = place.current.querySelector('form');
        flushSync(() => setAwake({Form, staticForm}));
        restoreFocus?.();
        use.current?.replay();
      };
      takePlace();
    });
  }, []);

  useEffect(() => {
    const element = place.current;
    if (element === null || StaticForm !== undefined) return undefined;
    const watched = watchStaticUse(element, wake);
    use.current = watched;
    // After a navigation in the page there is no static form; and one must not say "demo" to a reader who chose a server.
    const isOutOfDate = element.querySelector('form') === null || choseTarget(operation.apiId);
    if (isOutOfDate || hasPrefill(operation.key)) wake();
    const wakeForLink = () => {
      if (location.hash.startsWith(sharePrefix)) wake();
    };
    wakeForLink();
    window.addEventListener('hashchange', wakeForLink);
    const stop = wakeWhenNear(element, wake);
    return () => {
      stop();
      window.removeEventListener('hashchange', wakeForLink);
      watched.stop();
    };
  }, [operation, wake]);

  return <div ref={place}>{contents(props, awake)}</div>;
}

function contents(props: OperationFormProps, awake: Awake | undefined): ReactNode {
  if (awake !== undefined) return <awake.Form {...props} staticForm={awake.staticForm} />;
  if (StaticForm !== undefined) {
    return (
      <div>
        <StaticForm {...props} />
      </div>
    );
  }
  // React leaves the inside of this element to us, also while it hydrates the page.
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{__html: ''}} />;
}
