import type {Operation} from '../../model/operation.ts';
import type {LanguageId} from '../../request/snippets/language-names.ts';
import type {FilledCall} from '../../request/snippets/filled-call.ts';
import type {LoadCodeWriter, OnFill} from '../OperationForm/live-contract.ts';
import {staticSnippets} from './static-snippets.ts';

/** The code of one operation page, by language, as HTML. Only what is in sight is written. Framework-free. */
export interface CodeStore {
  /** The code of a language; undefined: what the page holds. */
  html: (language: LanguageId) => string | undefined;
  /** Takes over the HTML that the static page holds: the theme makes its tabs anew, and would lose it. */
  adopt: (language: LanguageId, html: string) => void;
  /** A language is in sight: from here on its code is that of what is filled in. Gives the function that ends it. */
  show: (language: LanguageId) => () => void;
  /** What is filled in is this now. */
  fill: OnFill;
  /** Calls back after each change; gives the function that ends it. */
  subscribe: (listener: () => void) => () => void;
}

/** Creates the store of an operation; until there is a call it holds the example. What writes code is loaded when it is needed. */
export function createCodeStore(operation: Operation, documentUrl: string): CodeStore {
  /** Of what a language's code was written; undefined is the example. */
  const writtenOf = new Map<LanguageId, FilledCall | undefined>();
  const written = staticSnippets(operation, documentUrl) ?? new Map<string, string>();
  const shown = new Map<LanguageId, number>();
  const listeners = new Set<() => void>();
  let filled: FilledCall | undefined;
  let loadWriter: LoadCodeWriter | undefined;

  const isStale = (language: LanguageId) => !written.has(language) || writtenOf.get(language) !== filled;
  const refresh = async (language: LanguageId) => {
    if (!isStale(language)) return;
    const write = await loadWrite(language);
    // Of several calls while it was loading the newest is written, and once.
    if (!isStale(language) || !shown.has(language)) return;
    written.set(language, write());
    writtenOf.set(language, filled);
    for (const listener of [...listeners]) listener();
  };
  const loadWrite = async (language: LanguageId) => {
    if (filled !== undefined && loadWriter !== undefined) {
      const [write, call] = [await loadWriter(language), filled];
      return () => write(filled ?? call);
    }
    const {exampleCall, loadCodeWriter} = await import('./write-code.ts');
    const write = await loadCodeWriter(language);
    return () => write(filled ?? exampleCall(operation, documentUrl));
  };
  return {
    html: (language) => written.get(language),
    adopt(language, html) {
      if (html !== '' && !written.has(language)) written.set(language, html);
    },
    show(language) {
      shown.set(language, (shown.get(language) ?? 0) + 1);
      void refresh(language);
      return () => {
        const rest = (shown.get(language) ?? 1) - 1;
        if (rest > 0) shown.set(language, rest);
        else shown.delete(language);
      };
    },
    fill(call, load) {
      filled = call;
      loadWriter = load;
      for (const language of shown.keys()) void refresh(language);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
