import {useId, type ReactNode} from 'react';
import {decodeJwt, describeLife} from '../../../form/decode-jwt.ts';
import {isJsonObject, type Json} from '../../../model/json.ts';
import CopyButton from './CopyButton.tsx';
import styles from './Live.module.css';

/** The JSON Web Tokens at the top of a reply: each to copy, decoded, with the life it has left. */
export default function TokenList({body}: {body: Json | undefined}): ReactNode {
  if (!isJsonObject(body)) return null;
  return Object.entries(body).map(([name, value]) =>
    typeof value === 'string' ? <TokenCard key={name} name={name} text={value} /> : null,
  );
}

function TokenCard({name, text}: {name: string; text: string}): ReactNode {
  const id = useId();
  const token = decodeJwt(text);
  if (token === undefined) return null;
  return (
    <div className={styles.token}>
      <div className={styles.row}>
        <label htmlFor={id}>
          <code>{name}</code>
        </label>
        {token.expiresAt && <span className={styles.muted}>{describeLife(token.expiresAt, new Date())}</span>}
      </div>
      <div className={styles.row}>
        <input id={id} className={styles.tokenText} readOnly value={text} onFocus={(event) => event.target.select()} />
        <CopyButton text={text} label={`Copy ${name}`} />
      </div>
      <details className={styles.details}>
        <summary>What the token says</summary>
        <dl className={styles.headers}>
          {Object.entries(token.claims).map(([claim, content]) => (
            <div key={claim}>
              <dt>{claim}</dt>
              <dd>{describeClaim(claim, content)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

const timeClaims = ['exp', 'iat', 'nbf', 'auth_time'];

/** NumericDate claims (RFC 7519, section 4.1) also as a date. */
function describeClaim(claim: string, content: Json | undefined): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  if (typeof content !== 'number' || !timeClaims.includes(claim)) return text;
  return `${text} (${new Date(content * 1000).toLocaleString()})`;
}
