import {useCallback, useEffect, useRef, useState} from 'react';
import {sharePrefix} from '../../../../form/share-prefix.ts';
import type {Operation} from '../../../../model/operation.ts';
import type {Prefill} from '../../prefill.ts';
import type {Load} from '../use-load.ts';

interface OpenedLinkInput {
  operation: Operation;
  isEnabled: boolean;
  fill: (prefill: Prefill) => Promise<void>;
  load: Load;
}

/**
 * Fills the form from a link to a request, when the page is opened with one and when one is put into its address. A link
 * fills once: going back to its address takes nothing away that was typed since. Gives what is to be said of it, and the
 * function that takes this away.
 */
export function useOpenedLink({operation, isEnabled, fill, load}: OpenedLinkInput): [string[], () => void] {
  const [sentences, setSentences] = useState<string[]>([]);
  const opened = useRef<string>(undefined);
  useEffect(() => {
    if (!isEnabled) return undefined;
    const open = async () => {
      const {hash} = location;
      if (!hash.startsWith(sharePrefix) || opened.current === hash) return;
      opened.current = hash;
      const found = (await load(import('./open-link.ts')))?.openLink(operation, hash);
      if (found?.prefill !== undefined) await fill(found.prefill);
      if (found !== undefined) setSentences(found.sentences);
    };
    const openNew = () => void open();
    openNew();
    window.addEventListener('hashchange', openNew);
    return () => window.removeEventListener('hashchange', openNew);
  }, [operation, isEnabled, fill, load]);
  return [sentences, useCallback(() => setSentences([]), [])];
}
