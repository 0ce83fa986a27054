import {useEffect} from 'react';
import type {FormRequest} from '../../../form/read-request.ts';
import {resetDemo} from '../../../transport/demo.ts';
import type {LivePartProps} from '../live-contract.ts';
import {announceProvider} from '../shared-values.ts';
import {focusSubmit} from './field-messages.ts';
import {keepFocus} from './keep-focus.ts';
import {loadWorkingPart} from './load-working-part.ts';
import type {SharedLink} from './share/make-link.ts';
import {useMadeLink} from './share/use-made-link.ts';
import {useOpenedLink} from './share/use-opened-link.ts';
import {useFilledCall} from './use-filled-call.ts';
import {useLiveSetting, type LiveSetting} from './use-live-setting.ts';
import {useLiveView, type View} from './use-live-view.ts';
import {usePrefill} from './use-prefill.ts';
import {useSubmit} from './use-submit.ts';
import {useTransmit} from './use-transmit.ts';
import {watchFields} from './watch-fields.ts';

interface LiveForm {
  setting: LiveSetting;
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
  const {operation, fields, store, form, revealSecrets, bind, opensLinks, provides, onState, onFill} = props;
  const setting = useLiveSetting(props);
  const live = useLiveView(onState);
  const {view, announcement, show, load} = live;
  useFilledCall({...setting, store, revealSecrets, onFill});
  const transmission = useTransmit(props, setting, live);
  const {cancel, drop} = transmission;
  const {submit, ...answers} = useSubmit(props, setting, live, transmission);
  const fill = usePrefill(props, live);
  const {link, share, closeLink, dropLink} = useMadeLink(props, load);
  const [opened, forgetOpened] = useOpenedLink({operation, isEnabled: opensLinks, fill, load});

  // The handlers change with what they close over; the form always calls the newest.
  useEffect(() => {
    const begin = (announcement: string) => show({view: {kind: 'empty'}, announcement, state: 'idle'});
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
        begin('The demo is as it was at first.');
      },
      clear: () => {
        drop();
        begin('The form is as it was at first.');
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
  return {setting, view, announcement, ...answers, link, closeLink, opened, closeOpened};
}
