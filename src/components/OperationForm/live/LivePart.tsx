import {useCallback, useEffect, useRef, useState, type ReactNode} from 'react';
import {messagesByName} from '../../../form/attach-problems.ts';
import {rawTextOf} from '../../../form/form-state.ts';
import {fillState, switchToFields} from '../../../form/raw-state.ts';
import {readRequest, type FormRequest} from '../../../form/read-request.ts';
import {validateRequest} from '../../../form/validate-request.ts';
import type {Arrival} from '../../../transport/exchange.ts';
import {audienceOf} from '../Authorisation.tsx';
import type {LivePartProps} from '../live-contract.ts';
import {useAuthorisation} from '../use-credentials.ts';
import {serverUrl} from '../use-target.ts';
import Arriving from './Arriving.tsx';
import CredentialPanel from './CredentialPanel.tsx';
import History from './History.tsx';
import InvalidNotice from './InvalidNotice.tsx';
import LiveNotice, {confirmServer, isConfirmed} from './LiveNotice.tsx';
import Mailbox from './Mailbox.tsx';
import Outcome from './Outcome.tsx';
import UnsendableNotes from './UnsendableNotes.tsx';
import {checkField, focusFirst, focusSubmit, withoutField} from './field-messages.ts';
import {paceArrivals} from './pace-arrivals.ts';
import {performSend, resetDemoData, type SendResult} from './perform-send.ts';
import {registerForm, type Prefill} from '../prefill.ts';
import {announceProvider, provideExchange} from '../shared-values.ts';
import {adoptIssued} from './adopt-issued.ts';
import {credentialMessages, missingCredentials} from './missing-credentials.ts';
import {useSnippets} from './use-snippets.ts';
import {watchFields} from './watch-fields.ts';
import styles from './Live.module.css';

/** What stands under the form: nothing yet, a refusal to send, a question before a live send, a reply on its way, an outcome. */
type View =
  | {kind: 'empty'}
  | {kind: 'invalid'; count: number}
  | {kind: 'confirm'; request: FormRequest}
  | {kind: 'arriving'; arrival: Arrival}
  | {kind: 'outcome'; result: SendResult};

/** Checks, sends and shows the reply. Loaded when the form is first used. */
export default function LivePart(props: LivePartProps): ReactNode {
  const {operation, fields, store, target, form, revealSecrets, bind, onState, onSnippets} = props;
  const {success, provides, onRequest, onResponse} = props;
  const [view, setView] = useState<View>({kind: 'empty'});
  const [announcement, setAnnouncement] = useState('');
  const abort = useRef<AbortController>(undefined);
  const audience = audienceOf(target);
  const server = target === 'demo' ? (operation.servers.map(serverUrl)[0] ?? '') : target;
  const {operation: authorised, credentials} = useAuthorisation(operation, audience);

  useSnippets({operation: authorised, fields, store, server, credentials, revealSecrets, onSnippets});

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
      const result = await performSend({...input, onRequest, onArrival});
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
        adoptIssued(operation, audience, result);
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

  const submit = useCallback(() => {
    if (abort.current !== undefined) return;
    const problems = [
      ...validateRequest(fields, operation, store.state()),
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
    proceed(readRequest(operation, fields, store.state()));
  }, [fields, operation, authorised, store, credentials, form, onState, proceed]);

  const fill = useCallback(
    (prefill: Prefill) => {
      const given = {incoming: prefill.state(fields), isWhole: prefill.isWhole === true};
      const next = fillState(operation, fields, store.state(), given);
      // A form whose fields a page has arranged, or has chosen, shows no text.
      const isTextShown = Boolean(form.current?.querySelector('[data-body-tabs]'));
      const isFitting = isTextShown || rawTextOf(next) === undefined;
      store.replace(isFitting ? next : switchToFields(operation, fields, next).state, 'filling in');
      setView({kind: 'empty'});
      onState('idle');
      setAnnouncement(`Filled in from ${prefill.origin}. Check it and send.`);
      focusSubmit(form);
    },
    [operation, fields, store, form, onState],
  );

  // The handlers change with what they close over; the form always calls the newest.
  useEffect(() => {
    bind({
      submit,
      leave: (name) => checkField(name, {operation, fields, store}),
      cancel: () => abort.current?.abort(),
      resetDemo: () => {
        resetDemoData(operation.apiId);
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
      },
    });
    return () => bind(undefined);
  }, [bind, submit, operation, fields, store, onState]);

  useEffect(
    () => (provides === undefined ? undefined : announceProvider(provides, operation.title)),
    [provides, operation.title],
  );
  useEffect(() => registerForm(operation.key, fill), [operation.key, fill]);

  useEffect(() => watchFields({operation, fields, store}), [operation, fields, store]);
  useEffect(() => () => abort.current?.abort(), []);

  // What came of the press of a button must be in sight; the focus stays where the reader has it.
  const live = useRef<HTMLDivElement>(null);
  useEffect(() => {
    live.current?.querySelector('[data-result]')?.scrollIntoView({block: 'nearest'});
  }, [view]);

  return (
    <div ref={live} className={styles.live}>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <UnsendableNotes {...{operation: authorised, fields, store, server, credentials}} />
      {view.kind === 'invalid' && (
        <InvalidNotice
          title={operation.title}
          count={view.count}
          onSendAnyway={() => proceed(readRequest(operation, fields, store.state()))}
        />
      )}
      {view.kind === 'confirm' && (
        <LiveNotice
          target={target}
          onConfirm={() => {
            confirmServer(target);
            setView({kind: 'empty'});
            void transmit(view.request);
          }}
          onCancel={() => {
            setView({kind: 'empty'});
            onState('idle');
          }}
        />
      )}
      {view.kind === 'arriving' && <Arriving title={operation.title} arrival={view.arrival} />}
      {view.kind === 'outcome' && (
        <Outcome operation={operation} result={view.result} audience={audience} success={success} />
      )}
      <CredentialPanel operation={operation} audience={audience} />
      {target === 'demo' && <Mailbox operation={operation} />}
      <History title={operation.title} />
    </div>
  );
}
