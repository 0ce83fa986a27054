import useBaseUrl from '@docusaurus/useBaseUrl';
import {useState, type ReactNode} from 'react';
import MarkdownTwin, {useMarkdownTwin} from './MarkdownTwin.tsx';
import styles from './PageActions.module.css';

interface PageActionsProps {
  apiId: string;
  /** Offer the document as JSON too. */
  withJson?: boolean;
}

/** What a reader can take from a reference page: its Markdown, and the OpenAPI document it is made from. */
export default function PageActions({apiId, withJson = false}: PageActionsProps): ReactNode {
  const twin = useMarkdownTwin();
  const document = useBaseUrl(`/openapi/${apiId}`, {forcePrependBaseUrl: true});
  const [message, setMessage] = useState('');
  const copy = (): void => {
    setMessage('');
    void copyText(twin).then(setMessage);
  };
  return (
    <div className={styles.row} data-screen-only="">
      <MarkdownTwin />
      <button type="button" className={styles.action} onClick={copy}>
        Copy page
      </button>
      <a className={styles.action} href={twin}>
        View as Markdown
      </a>
      <a className={styles.action} href={`${document}.yaml`} download>
        Download OpenAPI
      </a>
      {withJson && (
        <a className={styles.action} href={`${document}.json`} download>
          OpenAPI as JSON
        </a>
      )}
      <span role="status" className={styles.message}>
        {message}
      </span>
    </div>
  );
}

/**
 * Copies the text at an address, and gives the sentence that tells the reader how it went. The clipboard is asked at
 * once and gets the text when it has come: some browsers allow it only in the moment of the press.
 */
async function copyText(address: string): Promise<string> {
  const text = fetchText(address);
  const copied = writeToClipboard(text).then(
    () => 'Copied.',
    () => 'The browser does not let this page copy. View it as Markdown and copy it there.',
  );
  return text.then(
    () => copied,
    () => 'The page could not be fetched as Markdown. Check the connection and try again.',
  );
}

/** Without a secure context a page has no clipboard. */
async function writeToClipboard(text: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({'text/plain': text})]);
}

/** Hosts without the file may answer with a page instead. */
async function fetchText(address: string): Promise<Blob> {
  const reply = await fetch(address);
  if (!reply.ok || reply.headers.get('content-type')?.includes('html')) throw new Error(`No text at ${address}.`);
  return new Blob([await reply.text()], {type: 'text/plain'});
}
