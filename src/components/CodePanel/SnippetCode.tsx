import {useLayoutEffect, useRef, useState, type ReactNode} from 'react';
import type {LanguageId} from '../../request/snippets/language-names.ts';
import CodeBox from './CodeBox.tsx';
import type {CodeStore} from './code-store.ts';
import {showLines} from './show-lines.ts';
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
  const [first] = useState(html ?? '');
  // React writes the first code only; of what comes after, the lines that differ are written.
  useLayoutEffect(() => {
    if (code.current !== null && html !== undefined) showLines(code.current, html);
  }, [html]);
  return (
    <CodeBox label={label} title={title}>
      <code ref={code} data-snippet={language} suppressHydrationWarning dangerouslySetInnerHTML={{__html: first}} />
    </CodeBox>
  );
}
