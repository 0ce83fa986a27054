import {useId, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import {
  forgetKeyPair,
  heldKeyPair,
  makeKeyPair,
  signText,
  subscribeKeyPair,
  type KeyPair,
} from '../../../form/key-pairs.ts';
import {validateValue} from '../../../form/validate.ts';
import formStyles from '../OperationForm.module.css';
import styles from './Fields.module.css';

export interface KeyHelperProps {
  field: Field;
  label: string;
  onText: (text: string) => void;
}

/** Fills an `x-ed25519` field: with the public key of a key pair made here, or with a signature of that pair. */
export default function KeyHelper({field, label, onText}: KeyHelperProps): ReactNode {
  const pair = useSyncExternalStore(subscribeKeyPair, heldKeyPair, () => undefined);
  const [note, setNote] = useState('');
  const isSignature = field.merged['x-ed25519'] === 'signature';
  return (
    <div role="group" aria-label={`Help with ${label}`} className={styles.keyHelper}>
      {isSignature ? (
        <Sign pair={pair} onText={onText} onNote={setNote} />
      ) : (
        <MakePair field={field} pair={pair} onText={onText} onNote={setNote} />
      )}
      {pair !== undefined && (
        <button
          type="button"
          className={formStyles.textButton}
          onClick={() => {
            forgetKeyPair();
            setNote('The key pair is forgotten.');
          }}
        >
          Forget the key pair
        </button>
      )}
      <p role="status" className={formStyles.note}>
        {note}
      </p>
      <details>
        <summary>Do it with OpenSSL instead</summary>
        <pre className={styles.commands}>
          <code>{isSignature ? signCommands : keyCommands}</code>
        </pre>
      </details>
    </div>
  );
}

interface PartProps {
  pair: KeyPair | undefined;
  onText: (text: string) => void;
  onNote: (sentence: string) => void;
}

function MakePair({field, pair, onText, onNote}: PartProps & {field: Field}): ReactNode {
  const make = async () => {
    const made = await makeKeyPair();
    if (made === undefined) {
      onNote('This browser cannot make Ed25519 keys on this page. The commands below can.');
      return;
    }
    onText(fitting(made, field));
    onNote('Made. The private key stays in the memory of this tab; it cannot be read out, and is gone with the tab.');
  };
  return (
    <>
      <button type="button" className={formStyles.button} onClick={() => void make()}>
        {pair === undefined ? 'Make a key pair' : 'Make another key pair'}
      </button>
      {pair !== undefined && (
        <button type="button" className={formStyles.textButton} onClick={() => onText(fitting(pair, field))}>
          Fill in the public key
        </button>
      )}
    </>
  );
}

function Sign({pair, onText, onNote}: PartProps): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  if (pair === undefined) {
    return (
      <p className={formStyles.note}>
        There is no key pair in this tab to sign with. Make one where the public key is registered.
      </p>
    );
  }
  const sign = async () => {
    if (text === '') {
      onNote('Enter the text to sign first.');
      return;
    }
    onText(await signText(pair, text));
    onNote('Signed with the private key of this tab.');
  };
  // Enter belongs to this field here: it must not send the form.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void sign();
  };
  return (
    <>
      <label htmlFor={id} className={formStyles.note}>
        Text to sign
      </label>
      <div className={formStyles.inputRow}>
        <input
          id={id}
          className={formStyles.input}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={formStyles.button} onClick={() => void sign()}>
          Sign
        </button>
      </div>
    </>
  );
}

/** The form of the public key that the schema admits; DER, as OpenSSL gives it, where it admits both. */
function fitting({der, raw}: KeyPair, {schema, place}: Field): string {
  return [der, raw].find((text) => validateValue(schema, text, place.schemas).length === 0) ?? der;
}

const keyCommands = `openssl genpkey -algorithm ed25519 -out key.pem
openssl pkey -in key.pem -pubout -outform DER | base64`;

const signCommands = `printf %s 'TEXT TO SIGN' > text.txt
openssl pkeyutl -sign -inkey key.pem -rawin -in text.txt | base64 | tr -d '\\n'`;
