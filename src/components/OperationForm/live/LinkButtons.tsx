import {useHistory} from '@docusaurus/router';
import type {ReactNode} from 'react';
import {bodyState} from '../../../form/body-state.ts';
import {placeValues} from '../../../form/place-values.ts';
import {resolveLink} from '../../../form/resolve-link.ts';
import type {Link, Operation} from '../../../model/operation.ts';
import {useReference} from '../../PageLayout/use-reference.ts';
import Prose from '../../Prose/Prose.tsx';
import formStyles from '../OperationForm.module.css';
import {deliverPrefill, type Prefill} from '../prefill.ts';
import {adoptIssued} from './adopt-issued.ts';
import type {SendResult} from './perform-send.ts';
import styles from './Live.module.css';

interface LinkButtonsProps {
  operation: Operation;
  result: SendResult;
  audience: string;
}

/** The links of the documented response as buttons that open the target with its values filled in. */
export default function LinkButtons({operation, result, audience}: LinkButtonsProps): ReactNode {
  const addressOf = useReference();
  const history = useHistory();
  const links = result.check?.response?.links ?? [];
  const {context} = result;
  // A refusal with a 2xx status has nothing to go on with: its links are those of the success.
  if (links.length === 0 || context === undefined) return null;
  if (context.response.status < 300 && !result.isSuccess) return null;

  const follow = (link: Link, button: Element) => {
    adoptIssued(operation, audience, result, link.securitySchemes);
    const {parameters, body} = resolveLink(link, context);
    const prefill: Prefill = {
      origin: `the link “${link.label}”`,
      state: (fields) => ({...bodyState(fields, body), ...placeValues(fields, parameters)}),
    };
    const isHere = deliverPrefill(link.operationKey, prefill, button);
    if (!isHere) history.push(`${addressOf(link.operationKey)}#try-it`);
  };

  return (
    <div className={styles.links}>
      <p className={styles.linksTitle}>What next</p>
      <ul>
        {links.map((link) => (
          <li key={link.name}>
            <button type="button" className={formStyles.button} onClick={(event) => follow(link, event.currentTarget)}>
              {link.label}
            </button>
            <Prose html={link.description} className={styles.muted} />
          </li>
        ))}
      </ul>
    </div>
  );
}
