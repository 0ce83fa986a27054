import CodeBlock from '@theme/CodeBlock';
import {lazy, Suspense, type ReactNode} from 'react';
import {isJsonMediaType} from '../../../../request/media-type.ts';
import {http} from '../../../../request/snippets/http.ts';
import {formatSize} from '../reply/measures.ts';
import type {HistoryEntry, RecordedReply} from './history-store.ts';
import styles from './History.module.css';

const JsonBody = lazy(() => import('../reply/JsonBody.tsx'));
const TextBody = lazy(() => import('../reply/TextBody.tsx'));

/** One exchange of the history: the request and what came of it. */
export default function EntryView({entry}: {entry: HistoryEntry}): ReactNode {
  const {request, outcome} = entry;
  return (
    <div className={styles.view}>
      <CodeBlock language="http" title="Request">
        {http.generate(request)}
      </CodeBlock>
      {outcome.kind === 'reply' ? <RecordedView reply={outcome} /> : <p>{outcome.message}</p>}
    </div>
  );
}

function RecordedView({reply}: {reply: RecordedReply}): ReactNode {
  const {headers, mediaType, size, text} = reply;
  const isJson = mediaType !== undefined && isJsonMediaType(mediaType);
  return (
    <>
      <CodeBlock language="http" title="Headers of the reply">
        {headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
      </CodeBlock>
      {text === undefined && <p className={styles.note}>Its body of {formatSize(size)} is not kept.</p>}
      {text !== undefined && text !== '' && (
        <Suspense fallback={null}>
          {isJson ? <JsonBody text={text} label="Body" /> : <TextBody text={text} label="Body" />}
        </Suspense>
      )}
    </>
  );
}
