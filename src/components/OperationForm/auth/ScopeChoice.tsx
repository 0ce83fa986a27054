import type {ReactNode} from 'react';
import formStyles from '../OperationForm.module.css';
import styles from './Auth.module.css';

interface ScopeChoiceProps {
  /** Description by scope. */
  offered: Record<string, string>;
  /** Those of this operation. */
  needed: string[];
  chosen: string[];
  onChange: (scopes: string[]) => void;
}

/** The scopes to ask for; those that the operation needs are chosen already. */
export default function ScopeChoice({offered, needed, chosen, onChange}: ScopeChoiceProps): ReactNode {
  const scopes = [...new Set([...needed, ...Object.keys(offered)])];
  if (scopes.length === 0) return null;
  const toggle = (scope: string) =>
    onChange(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  return (
    <fieldset className={formStyles.field}>
      <legend>Scopes</legend>
      <ul className={styles.scopes}>
        {scopes.map((scope) => (
          <li key={scope}>
            <label className={formStyles.checkboxLabel}>
              <input type="checkbox" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />
              <span>
                <code>{scope}</code>
                {needed.includes(scope) && <span className={formStyles.optional}>needed for this call</span>}
                {offered[scope] && <span className={styles.scopeHelp}>{offered[scope]}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
