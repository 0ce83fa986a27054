import {useEffect} from 'react';
import type {FormRequest} from '../../../form/read-request.ts';
import type {Operation} from '../../../model/operation.ts';
import {resetDemo} from '../../../transport/demo.ts';
import {useReference} from '../../PageLayout/use-reference.ts';
import {audienceOf} from '../Authorisation.tsx';
import type {LivePartProps} from '../live-contract.ts';
import {announceProvider} from '../shared-values.ts';
import {useAuthorisation} from '../use-credentials.ts';
import {serverUrl} from '../use-target.ts';
import {focusSubmit} from './field-messages.ts';
import {keepFocus} from './keep-focus.ts';
import {loadWorkingPart} from './load-working-part.ts';
import type {SharedLink} from './share/make-link.ts';
import {useMadeLink} from './share/use-made-link.ts';
import {useOpenedLink} from './share/use-opened-link.ts';
import {useFilledCall} from './use-filled-call.ts';
import {useLiveView, type View} from './use-live-view.ts';
import {useLoad} from './use-load.ts';
import {usePrefill} from './use-prefill.ts';
import {useSubmit} from './use-submit.ts';
import {useTransmit} from './use-transmit.ts';
import {watchFields} from './watch-fields.ts';

interface LiveForm {
  /** What the credentials belong to: `demo`, or the origin of a server. */
  audience: string;
  server: string;
  credentials: Readonly<Record<string, string>>;
  /** The operation with the one security requirement that is used. */
  authorised: Operation;
  view: View;
  announcement: string;
  sendAnyway: () => void;
  confirm: (request: FormRequest) => void;
  decline: () => void;
  /** The link that was made to what is filled in. */
  link: SharedLink | undefined;
  closeLink: () => void;
  /** What is to be said of the link that the page was opened with. */
  opened: string[];
  closeOpened: () => void;
}

/** All that a form does from its first use on: it gives the form its handlers, and what is to be shown under it. */
export function useLiveForm(props: LivePartProps): LiveForm {
  const {operation, fields, store, target, form, revealSecrets, bind, onState, onFill} = props;
  const {opensLinks, provides, onRequest, onResponse} = props;
  const page = useReference()(operation.key);
  const audience = audienceOf(target);
  const server = target === 'demo' ? (operation.servers.map(serverUrl)[0] ?? '') : target;
  const {operation: authorised, credentials} = useAuthorisation(operation, audience);
  const {view, announcement, show} = useLiveView(onState);
  const load = useLoad(show);
  const setting = {operation: authorised, fields, store, server, credentials};
  const typed = {operation, fields, store};

  useFilledCall({...setting, revealSecrets, onFill});
  const {transmit, isSending, cancel, drop} = useTransmit({
    ...setting,
    documented: operation,
    target,
    audience,
    provides,
    load,
    show,
    onRequest,
    onResponse,
  });
  const {submit, sendAnyway, confirm, decline} = useSubmit({
    ...typed,
    authorised,
    target,
    credentials,
    form,
    load,
    show,
    transmit,
    isSending,
  });
  const fill = usePrefill({...typed, form, load, show});
  const {link, share, closeLink, dropLink} = useMadeLink({...typed, page, load});
  const [opened, forgetOpened] = useOpenedLink({operation, isEnabled: opensLinks, fill, load});

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
      cancel,
      resetDemo: () => {
        resetDemo(operation.apiId);
        show({view: {kind: 'empty'}, announcement: 'The demo is as it was at first.', state: 'idle'});
      },
      clear: () => {
        drop();
        show({view: {kind: 'empty'}, announcement: 'The form is as it was at first.', state: 'idle'});
        dropLink();
        forgetOpened();
      },
      share,
    });
    return () => bind(undefined);
  }, [bind, submit, cancel, drop, share, dropLink, forgetOpened, operation, fields, store, show]);

  useEffect(
    () => (provides === undefined ? undefined : announceProvider(provides, operation.title)),
    [provides, operation.title],
  );
  useEffect(() => watchFields({operation, fields, store}), [operation, fields, store]);
  useEffect(() => {
    const root = form.current?.parentElement;
    return root ? keepFocus(root) : undefined;
  }, [form]);

  const closeOpened = () => {
    focusSubmit(form);
    forgetOpened();
  };
  return {
    audience,
    server,
    credentials,
    authorised,
    view,
    announcement,
    sendAnyway,
    confirm,
    decline,
    link,
    closeLink,
    opened,
    closeOpened,
  };
}
