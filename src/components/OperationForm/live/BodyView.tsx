import CodeBlock from '@theme/CodeBlock';
import type {ReactNode} from 'react';
import {indentJson} from '../../../form/indent-json.ts';
import type {Reply} from '../../../transport/exchange.ts';
import formStyles from '../OperationForm.module.css';
import CopyButton from './CopyButton.tsx';
import styles from './Live.module.css';

/** Above this many characters the body is shown without colours, which cost more than they tell. */
const highlightLimit = 20_000;
/** Above this many characters the page shows the beginning, and the rest is had by download. */
const showLimit = 100_000;

/** The body of a reply: JSON indented with every digit as it came, anything else as it is, too much of it in part. */
export default function BodyView({reply}: {reply: Reply}): ReactNode {
  if (reply.size === 0) return <p className={styles.muted}>The reply has no body.</p>;
  if (reply.text === undefined) {
    return (
      <p className={styles.row}>
        A body of {reply.mediaType ?? 'unknown type'} that is not text. <Download reply={reply} />
      </p>
    );
  }
  const isJson = reply.mediaType !== undefined && /[/+]json$/.test(reply.mediaType);
  const {text, problem}: ReturnType<typeof indentJson> = isJson ? indentJson(reply.text) : {text: reply.text};
  const isWhole = text.length <= showLimit;
  return (
    <div className={styles.body}>
      {problem !== undefined && (
        <p className={styles.differs} role="note">
          The reply says that it is JSON, but it is not: {problem} It is shown as it came.
        </p>
      )}
      {text.length <= highlightLimit ? (
        <CodeBlock language={problem !== undefined ? 'text' : grammar(reply.mediaType)} title="Body">
          {text}
        </CodeBlock>
      ) : (
        <>
          {/* A region that scrolls must be reachable by keyboard. */}
          <pre className={styles.plainBody} tabIndex={0} role="region" aria-label="Body">
            {text.slice(0, showLimit)}
          </pre>
          <p className={styles.row}>
            {!isWhole && (
              <span className={styles.muted}>
                The first {showLimit.toLocaleString('en')} of {text.length.toLocaleString('en')} characters.
              </span>
            )}
            <CopyButton text={reply.text} label="Copy the whole body" />
            <Download reply={reply} />
          </p>
        </>
      )}
    </div>
  );
}

function Download({reply}: {reply: Reply}): ReactNode {
  const save = () => {
    const url = URL.createObjectURL(
      new Blob([reply.bytes.slice()], {type: reply.mediaType ?? 'application/octet-stream'}),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName(reply);
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <button type="button" className={formStyles.button} onClick={save}>
      Download
    </button>
  );
}

/** From `Content-Disposition` (RFC 6266, the plain form), else by media type. */
function fileName(reply: Reply): string {
  const disposition = reply.headers.find(([name]) => name === 'content-disposition')?.[1] ?? '';
  const given = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  const extension = reply.mediaType?.split(/[/+]/).at(-1) ?? 'bin';
  return given ?? `response.${extension}`;
}

function grammar(mediaType: string | undefined): string {
  if (mediaType === undefined) return 'text';
  if (/[/+]json$/.test(mediaType)) return 'json';
  return /[/+](xml|html)$/.test(mediaType) ? 'markup' : 'text';
}
