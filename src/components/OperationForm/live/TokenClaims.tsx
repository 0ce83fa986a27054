import type {ReactNode} from 'react';
import {describeClaim, type DecodedJwt} from '../../../form/decode-jwt.ts';
import styles from './Live.module.css';
import valueStyles from './NamedValues.module.css';

/** What a token says, folded away. */
export default function TokenClaims({token}: {token: DecodedJwt}): ReactNode {
  return (
    <details className={styles.details}>
      <summary>What the token says</summary>
      <dl className={valueStyles.values}>
        {Object.entries(token.claims).map(([claim, content]) => (
          <div key={claim}>
            <dt>{claim}</dt>
            <dd>{describeClaim(claim, content)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
