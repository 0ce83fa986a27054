import {lazy, Suspense, type ReactNode} from 'react';
import type {ReplyProblem} from '../../../../form/check-reply.ts';
import {parseJson} from '../../../../form/parse-json.ts';
import {isJsonMediaType} from '../../../../request/media-type.ts';
import {isStream} from '../../../../transport/decode-body.ts';
import type {Reply} from '../../../../transport/exchange.ts';
import {fileName} from '../../../../transport/file-name.ts';
import formStyles from '../../OperationForm.module.css';
import CopyButton from '../CopyButton.tsx';
import styles from './Reply.module.css';

const JsonBody = lazy(() => import('./JsonBody.tsx'));
const TextBody = lazy(() => import('./TextBody.tsx'));
const StreamBody = lazy(() => import('./StreamBody.tsx'));
const MediaBody = lazy(() => import('./MediaBody.tsx'));
const HtmlPreview = lazy(() => import('./HtmlPreview.tsx'));
const HexBody = lazy(() => import('./HexBody.tsx'));

interface ReplyBodyProps {
  reply: Reply;
  /** Of the operation, for the name of a file. */
  slug: string;
  problems?: readonly ReplyProblem[] | undefined;
  /** The place of a problem to go to; a new object each time. */
  jump?: {name: string} | undefined;
}

/** The body of a reply as what it is, to look at, to copy and to save. Nothing of it is ever run. */
export default function ReplyBody({reply, slug, problems, jump}: ReplyBodyProps): ReactNode {
  if (reply.size === 0) return <p className={styles.count}>The reply has no body.</p>;
  return (
    <div className={styles.body}>
      <div className={styles.bodyHead}>
        <strong>Body</strong>
        <span className={styles.count}>{reply.mediaType ?? 'of no named type'}</span>
        {reply.text !== undefined && <CopyButton text={reply.text} label="Copy the whole body" />}
        <button type="button" className={formStyles.button} onClick={() => save(reply, slug)}>
          Download
        </button>
      </div>
      <Suspense fallback={<p className={styles.count}>Opening the body …</p>}>
        <Content reply={reply} problems={problems} jump={jump} />
      </Suspense>
    </div>
  );
}

function Content({reply, problems, jump}: Omit<ReplyBodyProps, 'slug'>): ReactNode {
  const {mediaType, text} = reply;
  if (mediaType !== undefined && text !== undefined && isStream(mediaType)) {
    return <StreamBody text={text} mediaType={mediaType} isEnded />;
  }
  if (mediaType !== undefined && isShownAsSuch(mediaType)) {
    return (
      <>
        <MediaBody reply={reply} type={mediaType} />
        {text !== undefined && <TextBody text={text} label="Body" />}
      </>
    );
  }
  if (text === undefined) return <HexBody bytes={reply.bytes} label="Body" />;
  if (mediaType === undefined ? /^\s*[{[]/.test(text) : isJsonMediaType(mediaType)) {
    return (
      <>
        <Mistake text={text} isPromised={mediaType !== undefined} />
        <JsonBody text={text} label="Body" problems={problems} jump={jump} />
      </>
    );
  }
  return (
    <>
      <TextBody text={text} label="Body" />
      {/^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType ?? '') && <HtmlPreview text={text} />}
    </>
  );
}

/** Says where a short text stops being the JSON that it is said to be; of a long one the check has said so. */
function Mistake({text, isPromised}: {text: string; isPromised: boolean}): ReactNode {
  if (!isPromised || text.length > 100_000) return null;
  const parsed = parseJson(text);
  if ('value' in parsed) return null;
  return (
    <p className={styles.wrong} role="note">
      The reply says that it is JSON, but it is not: line {parsed.line}, column {parsed.column}: {parsed.reason}. It is
      shown as it came.
    </p>
  );
}

function isShownAsSuch(mediaType: string): boolean {
  return /^(?:image|audio|video)\//.test(mediaType) || mediaType === 'application/pdf';
}

function save(reply: Reply, slug: string): void {
  const url = URL.createObjectURL(new Blob([reply.bytes], {type: reply.mediaType ?? 'application/octet-stream'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(reply.headers.find(([name]) => name === 'content-disposition')?.[1], reply.mediaType, slug);
  link.click();
  URL.revokeObjectURL(url);
}
