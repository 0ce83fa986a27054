import {useLayoutEffect, useSyncExternalStore, type RefObject} from 'react';
import type {LanguageId} from '../../request/snippets/language-names.ts';
import type {CodeStore} from './code-store.ts';
import {watchSight} from './watch-sight.ts';

/** The HTML of the code in one language, for the element that shows it; undefined: what the element holds already. */
export function useCode(
  store: CodeStore,
  language: LanguageId,
  code: RefObject<HTMLElement | null>,
): string | undefined {
  const read = () => store.html(language);
  const html = useSyncExternalStore(store.subscribe, read, read);
  // Before the theme makes its tabs anew, which it does after the first effects.
  useLayoutEffect(() => {
    if (code.current === null) return undefined;
    store.adopt(language, code.current.innerHTML);
    return watchSight(code.current, () => store.show(language));
  }, [store, language, code]);
  return html;
}
