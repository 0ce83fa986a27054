import {lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode} from 'react';
import {messagesByName} from '../../../form/attach-problems.ts';
import type {FormRequest} from '../../../form/read-request.ts';
import {resetDemo} from '../../../transport/demo.ts';
import type {Arrival} from '../../../transport/exchange.ts';
import {useReference} from '../../PageLayout/use-reference.ts';
import {audienceOf} from '../Authorisation.tsx';
import type {LivePartProps} from '../live-contract.ts';
import {useAuthorisation} from '../use-credentials.ts';
import {serverUrl} from '../use-target.ts';
import Arriving from './Arriving.tsx';
import Credentials from './Credentials.tsx';
import History from './History.tsx';
import InvalidNotice from './InvalidNotice.tsx';
import LiveNotice, {confirmServer, isConfirmed} from './LiveNotice.tsx';
import Mailbox from './Mailbox.tsx';
import Outcome from './Outcome.tsx';
import UnsendableNotes from './UnsendableNotes.tsx';
import {focusFirst, focusSubmit, withoutField} from './field-messages.ts';
import {keepFocus} from './keep-focus.ts';
import {paceArrivals} from './pace-arrivals.ts';
import type {SendResult} from './perform-send.ts';
import {registerForm, type Prefill} from '../prefill.ts';
import {announceProvider, provideExchange} from '../shared-values.ts';
import {loadWorkingPart} from './load-working-part.ts';
import {credentialMessages, missingCredentials} from './missing-credentials.ts';
import LinkNotice from './share/LinkNotice.tsx';
import type {SharedLink} from './share/make-link.ts';
import {useOpenedLink} from './share/use-opened-link.ts';
import {useFilledCall} from './use-filled-call.ts';
import {watchFields} from './watch-fields.ts';
import styles from './Live.module.css';

const SharePanel = lazy(() => import('./share/SharePanel.tsx'));

/** What stands under the form: nothing yet, a refusal to send, code that did not come, a question before a live send, a reply on its way, an outcome. */
type View =
  | {kind: 'empty'}
  | {kind: 'invalid'; count: number}
  | {kind: 'unloaded'}
  | {kind: 'confirm'; request: FormRequest}
  | {kind: 'arriving'; arrival: Arrival}
  | {kind: 'outcome'; result: SendResult};

const unloadedSentence = 'A part of this page could not be fetched. Look at the connection and try again.';

/** Checks, sends and shows the reply. Loaded when the form is first used. */
export default function LivePart(props: LivePartProps): ReactNode {
  const {operation, fields, store, target, form, revealSecrets, bind, onState, onFill} = props;
  const {opensLinks, success, provides, onRequest, onResponse} = props;
  const [view, setView] = useState<View>({kind: 'empty'});
  const [announcement, setAnnouncement] = useState('');
  const [link, setLink] = useState<SharedLink>();
  /** What the focus goes back to from the link. */
  const opener = useRef<Element>(null);
  const page = useReference()(operation.key);
  const abort = useRef<AbortController>(undefined);
  const isChecking = useRef(false);
  const audience = audienceOf(target);
  const server = target === 'demo' ? (operation.servers.map(serverUrl)[0] ?? '') : target;
  const {operation: authorised, credentials} = useAuthorisation(operation, audience);

  useFilledCall({operation: authorised, fields, store, server, credentials, revealSecrets, onFill});

  /** Waits for code that is not here yet. Gives undefined, and says so, when it cannot be fetched. */
  const load = useCallback(
    async <Module,>(loading: Promise<Module>): Promise<Module | undefined> => {
      try {
        return await loading;
      } catch {
        setView({kind: 'unloaded'});
        setAnnouncement(unloadedSentence);
        onState('failed');
        return undefined;
      }
    },
    [onState],
  );

  const transmit = useCallback(
    async (request: FormRequest) => {
      if (abort.current !== undefined) return;
      const controller = new AbortController();
      abort.current = controller;
      onState('sending');
      setAnnouncement('Sending.');
      const {signal} = controller;
      const state = store.state();
      const onArrival = paceArrivals(
        (arrival) => setView({kind: 'arriving', arrival}),
        () => abort.current === controller,
      );
      const input = {operation: authorised, request, target, server, credentials, signal};
      const sending = await load(loadWorkingPart().then(({loadSending}) => loadSending()));
      if (sending === undefined) {
        abort.current = undefined;
        return;
      }
      const result = await sending.performSend({...input, onRequest, onArrival});
      void import('./history/record-exchange.ts').then(({recordExchange}) =>
        recordExchange({operation: authorised, values: request.values, credentials, state, result}),
      );
      if (abort.current !== controller) return;
      abort.current = undefined;
      const general = withoutField(result.fieldProblems, fields);
      const ofFields = result.fieldProblems.filter((problem) => !general.includes(problem));
      store.setErrors(messagesByName(ofFields, fields, store.state()));
      setView({kind: 'outcome', result});
      setAnnouncement(result.summary);
      onState(result.isSuccess ? 'done' : 'failed');
      if (result.isSuccess && provides !== undefined && result.context !== undefined) {
        sending.adoptIssued(operation, audience, result);
        provideExchange(provides, {title: operation.title, context: result.context});
      }
      if (result.reply !== undefined) onResponse?.(result.reply);
    },
    [
      operation,
      authorised,
      fields,
      store,
      target,
      audience,
      server,
      credentials,
      provides,
      load,
      onState,
      onRequest,
      onResponse,
    ],
  );

  const proceed = useCallback(
    (request: FormRequest) => {
      if (target !== 'demo' && !isConfirmed(target)) {
        setView({kind: 'confirm', request});
        setAnnouncement(`Real data would go to ${target}. Confirm or cancel.`);
        return;
      }
      void transmit(request);
    },
    [target, transmit],
  );

  const submit = useCallback(async () => {
    if (abort.current !== undefined || isChecking.current) return;
    isChecking.current = true;
    const working = await load(loadWorkingPart());
    isChecking.current = false;
    if (working === undefined) return;
    const problems = [
      ...working.validateRequest(fields, operation, store.state()),
      ...missingCredentials(authorised, credentials),
    ];
    store.setErrors({...messagesByName(problems, fields, store.state()), ...credentialMessages(problems)});
    if (problems.length > 0) {
      setView({kind: 'invalid', count: problems.length});
      setAnnouncement(
        `Not sent. ${problems.length === 1 ? 'One entry needs' : `${problems.length} entries need`} a look.`,
      );
      onState('failed');
      focusFirst(form, problems);
      return;
    }
    proceed(working.readRequest(operation, fields, store.state()));
  }, [fields, operation, authorised, store, credentials, form, load, onState, proceed]);

  const sendAnyway = async () => {
    const working = await load(loadWorkingPart());
    if (working !== undefined) proceed(working.readRequest(operation, fields, store.state()));
  };

  const fill = useCallback(
    async (prefill: Prefill) => {
      const working = await load(loadWorkingPart());
      if (working === undefined) return;
      // A form whose fields a page has arranged, or has chosen, shows no text.
      const isTextShown = Boolean(form.current?.querySelector('[data-body-tabs]'));
      const {isWhole = false} = prefill;
      working.fillForm({operation, fields, store, incoming: prefill.state(fields), isWhole, isTextShown});
      setView({kind: 'empty'});
      onState('idle');
      setAnnouncement(`Filled in from ${prefill.origin}. Check it and send.`);
      focusSubmit(form);
    },
    [operation, fields, store, form, load, onState],
  );

  const [opened, closeOpened] = useOpenedLink({operation, isEnabled: opensLinks, fill, load});

  // The handlers change with what they close over; the form always calls the newest.
  useEffect(() => {
    bind({
      submit: () => void submit(),
      leave: (name) => {
        loadWorkingPart().then(
          ({checkField}) => checkField(name, {operation, fields, store}),
          () => undefined,
        );
      },
      cancel: () => abort.current?.abort(),
      resetDemo: () => {
        resetDemo(operation.apiId);
        setView({kind: 'empty'});
        onState('idle');
        setAnnouncement('The demo is as it was at first.');
      },
      clear: () => {
        abort.current?.abort();
        abort.current = undefined;
        setView({kind: 'empty'});
        onState('idle');
        setAnnouncement('The form is as it was at first.');
        setLink(undefined);
        closeOpened();
      },
      share: () => {
        opener.current = document.activeElement;
        void load(import('./share/make-link.ts')).then((made) => {
          if (made !== undefined) setLink(made.makeLink({operation, fields, state: store.state(), page}));
        });
      },
    });
    return () => bind(undefined);
  }, [bind, submit, operation, fields, store, page, load, onState, closeOpened]);

  useEffect(
    () => (provides === undefined ? undefined : announceProvider(provides, operation.title)),
    [provides, operation.title],
  );
  useEffect(
    () =>
      form.current === null ? undefined : registerForm(operation.key, form.current, (prefill) => void fill(prefill)),
    [operation.key, form, fill],
  );

  useEffect(() => watchFields({operation, fields, store}), [operation, fields, store]);
  useEffect(() => () => abort.current?.abort(), []);
  useEffect(() => {
    const root = form.current?.parentElement;
    return root ? keepFocus(root) : undefined;
  }, [form]);

  // What came of the press of a button must be in sight; the focus stays where the reader has it.
  const live = useRef<HTMLDivElement>(null);
  useEffect(() => {
    live.current?.querySelector('[data-result]')?.scrollIntoView({block: 'nearest'});
  }, [view]);

  const closeLink = () => {
    if (opener.current instanceof HTMLElement) opener.current.focus();
    setLink(undefined);
  };
  return (
    <div ref={live} className={styles.live}>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <LinkNotice
        title={operation.title}
        sentences={opened}
        onClose={() => {
          focusSubmit(form);
          closeOpened();
        }}
      />
      {link !== undefined && (
        <Suspense fallback={null}>
          <SharePanel title={operation.title} link={link} onClose={closeLink} />
        </Suspense>
      )}
      <UnsendableNotes {...{operation: authorised, fields, store, server, credentials}} />
      {view.kind === 'invalid' && (
        <InvalidNotice
          title={operation.title}
          count={view.count}
          onSendAnyway={() => {
            focusSubmit(form);
            void sendAnyway();
          }}
        />
      )}
      {view.kind === 'unloaded' && (
        <p className={styles.notice} data-result="">
          {unloadedSentence}
        </p>
      )}
      {view.kind === 'confirm' && (
        <LiveNotice
          target={target}
          onConfirm={() => {
            focusSubmit(form);
            confirmServer(target);
            setView({kind: 'empty'});
            void transmit(view.request);
          }}
          onCancel={() => {
            focusSubmit(form);
            setView({kind: 'empty'});
            onState('idle');
          }}
        />
      )}
      {view.kind === 'arriving' && <Arriving title={operation.title} arrival={view.arrival} />}
      {view.kind === 'outcome' && (
        <Outcome operation={operation} result={view.result} audience={audience} success={success} />
      )}
      <Credentials operation={operation} audience={audience} />
      {target === 'demo' && <Mailbox operation={operation} />}
      <History title={operation.title} />
    </div>
  );
}
