import {useMemo, type ReactNode} from 'react';
import type {Json} from '../../model/json.ts';
import CodeBox from './CodeBox.tsx';
import {highlightJson} from './highlight-json.ts';
import {escapeHtml, markLines} from './mark-code.ts';

interface ExampleCodeProps {
  /** What it is an example of, for the names of the buttons. */
  label: string;
  title: string;
  /** A string is shown as it is, any other value as JSON. */
  value: Json;
}

/** An example of a body as the document gives it, or as it was made from the schema. */
export default function ExampleCode({label, title, value}: ExampleCodeProps): ReactNode {
  const html = useMemo(() => toHtml(value), [value]);
  return (
    <CodeBox label={label} title={title}>
      <code dangerouslySetInnerHTML={{__html: html}} />
    </CodeBox>
  );
}

function toHtml(value: Json): string {
  if (typeof value === 'string') return markLines(escapeHtml(value));
  const text = JSON.stringify(value, undefined, 2);
  return text.length > longestColoured ? markLines(escapeHtml(text)) : highlightJson(text);
}

/** In characters: the colours of a longer example would weigh more than all the rest of its page. */
const longestColoured = 20_000;
