import type {ReactNode} from 'react';
import type {Header} from '../../../../model/operation.ts';
import type {Reply} from '../../../../transport/exchange.ts';
import valueStyles from '../NamedValues.module.css';
import styles from './Reply.module.css';

/** What every page may read, whatever the API says (Fetch, section 2.2.2, CORS-safelisted response-header name). */
const alwaysReadable = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

interface ReplyHeadersProps {
  reply: Reply;
  /** The headers that the document has for this reply. */
  documented: Header[];
  /** Whether the reply is one that CORS may hide headers of. */
  isOtherOrigin: boolean;
}

/** The headers of a reply, and which ones of the document are missing, for what reason. */
export default function ReplyHeaders({reply, documented, isOtherOrigin}: ReplyHeadersProps): ReactNode {
  const came = new Set(reply.headers.map(([name]) => name.toLowerCase()));
  const missing = documented.map(({name}) => name).filter((name) => !came.has(name.toLowerCase()));
  const mayBeHidden = (name: string) =>
    isOtherOrigin && !alwaysReadable.has(name.toLowerCase()) && name.toLowerCase() !== 'set-cookie';
  const hidden = missing.filter(mayBeHidden);
  const absent = missing.filter((name) => !mayBeHidden(name));
  return (
    <details className={styles.headers}>
      <summary>
        Headers of the reply ({reply.headers.length}
        {missing.length > 0 && `, ${missing.length} documented not there`})
      </summary>
      <dl className={valueStyles.values}>
        {reply.headers.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {hidden.length > 0 && (
        <p>
          Hidden by CORS or not sent: {listed(hidden)}. For pages to read {hidden.length === 1 ? 'it' : 'them'}, the API
          would need <code>Access-Control-Expose-Headers: {hidden.join(', ')}</code>.
        </p>
      )}
      {absent.length > 0 && (
        <p>
          Documented and not there: {listed(absent)}.
          {absent.some((name) => name.toLowerCase() === 'set-cookie') && ' No page may read Set-Cookie.'}
        </p>
      )}
      {isOtherOrigin && hidden.length === 0 && (
        <p className={styles.count}>A browser shows a page only those headers of another server that it exposes.</p>
      )}
    </details>
  );
}

function listed(names: string[]): ReactNode {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && ', '}
      <code>{name}</code>
    </span>
  ));
}
