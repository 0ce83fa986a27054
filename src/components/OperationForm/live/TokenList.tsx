import {useId, useMemo, type ReactNode} from 'react';
import {decodeJwt, describeLife} from '../../../form/decode-jwt.ts';
import {isJsonObject, type Json} from '../../../model/json.ts';
import CopyButton from './CopyButton.tsx';
import TokenClaims from './TokenClaims.tsx';
import {useNow} from './use-now.ts';
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
  const token = useMemo(() => decodeJwt(text), [text]);
  const now = useNow(token?.expiresAt);
  if (token === undefined) return null;
  return (
    <div className={styles.token}>
      <div className={styles.row}>
        <label htmlFor={id}>
          <code>{name}</code>
        </label>
        {token.expiresAt && <span className={styles.muted}>{describeLife(token.expiresAt, now)}</span>}
      </div>
      <div className={styles.row}>
        <input id={id} className={styles.tokenText} readOnly value={text} onFocus={(event) => event.target.select()} />
        <CopyButton text={text} label={`Copy ${name}`} />
      </div>
      <TokenClaims token={token} />
    </div>
  );
}
