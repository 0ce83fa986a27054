import {useHistory} from '@docusaurus/router';
import {useState, type ReactNode} from 'react';
import {bodyState} from '../../../form/body-state.ts';
import type {Renewal} from '../../../form/credentials.ts';
import {placeValues} from '../../../form/place-values.ts';
import {useReference} from '../../PageLayout/use-reference.ts';
import formStyles from '../OperationForm.module.css';
import {deliverPrefill, type Prefill} from '../prefill.ts';
import styles from './Live.module.css';

interface RenewButtonProps {
  apiId: string;
  audience: string;
  scheme: string;
  renewal: Renewal;
  /** The credential has run out. */
  isUrgent: boolean;
  onAnnounce: (sentence: string) => void;
}

/** Replaces a credential: at the provider that gave it, or with the operation of the API that issues it anew. */
export default function RenewButton(props: RenewButtonProps): ReactNode {
  const {apiId, audience, scheme, renewal, isUrgent, onAnnounce} = props;
  const addressOf = useReference();
  const history = useHistory();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);

  const refresh = async (known: Extract<Renewal, {kind: 'oauth'}>) => {
    setBusy(true);
    setProblem('');
    const {refreshCredential} = await import('../auth/refresh-credential.ts');
    const trouble = await refreshCredential({apiId, audience, scheme, renewal: known});
    setBusy(false);
    setProblem(trouble ?? '');
    if (trouble === undefined) onAnnounce(`The credential ${scheme} is renewed.`);
  };
  const open = (known: Extract<Renewal, {kind: 'operation'}>, button: Element) => {
    const {operationKey, label, parameters, body} = known;
    const prefill: Prefill = {
      origin: `the link “${label}”`,
      state: (fields) => ({...bodyState(fields, body), ...placeValues(fields, parameters)}),
    };
    const isHere = deliverPrefill(operationKey, prefill, button);
    if (!isHere) history.push(`${addressOf(operationKey)}#try-it`);
  };
  return (
    <>
      {' '}
      <button
        type="button"
        className={isUrgent ? formStyles.button : formStyles.textButton}
        disabled={isBusy}
        onClick={({currentTarget}) => (renewal.kind === 'oauth' ? void refresh(renewal) : open(renewal, currentTarget))}
      >
        {renewal.kind === 'oauth' ? `Renew ${scheme}` : `Renew ${scheme} with “${renewal.label}”`}
      </button>
      <span role="alert" className={styles.expired}>
        {problem}
      </span>
    </>
  );
}
