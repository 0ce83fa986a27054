import {useCallback, useRef, useState} from 'react';
import {useReference} from '../../../PageLayout/use-reference.ts';
import type {LivePartProps} from '../../live-contract.ts';
import type {Load} from '../use-load.ts';
import type {SharedLink} from './make-link.ts';

interface MadeLink {
  link: SharedLink | undefined;
  /** Makes a link to the request as it is filled in. */
  share: () => void;
  /** Takes the link away; the focus goes back to where it was when the link was asked for. */
  closeLink: () => void;
  /** Takes the link away; the focus stays. */
  dropLink: () => void;
}

/** Holds the link to the request of a form, from when it is asked for until it is closed. */
export function useMadeLink({operation, fields, store}: LivePartProps, load: Load): MadeLink {
  const page = useReference()(operation.key);
  const [link, setLink] = useState<SharedLink>();
  const opener = useRef<Element>(null);
  const share = useCallback(() => {
    opener.current = document.activeElement;
    void load(import('./make-link.ts')).then((made) => {
      if (made !== undefined) setLink(made.makeLink({operation, fields, state: store.state(), page}));
    });
  }, [operation, fields, store, page, load]);
  const dropLink = useCallback(() => setLink(undefined), []);
  const closeLink = () => {
    if (opener.current instanceof HTMLElement) opener.current.focus();
    dropLink();
  };
  return {link, share, closeLink, dropLink};
}
