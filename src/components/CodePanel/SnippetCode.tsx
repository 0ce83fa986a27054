import {useRef, type ReactNode} from 'react';
import type {LanguageId} from '../../request/snippets/language-names.ts';
import CodeBox from './CodeBox.tsx';
import type {CodeStore} from './code-store.ts';
import {useCode} from './use-code.ts';

interface SnippetCodeProps {
  language: LanguageId;
  /** For the buttons. */
  label: string;
  title: string;
  store: CodeStore;
}

/** The code that makes the call in one language. */
export default function SnippetCode({language, label, title, store}: SnippetCodeProps): ReactNode {
  const code = useRef<HTMLElement>(null);
  const html = useCode(store, language, code);
  return (
    <CodeBox label={label} title={title}>
      <code
        ref={code}
        data-snippet={language}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{__html: html ?? ''}}
      />
    </CodeBox>
  );
}
