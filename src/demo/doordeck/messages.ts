import type {Mail} from '../../model/demo-state.ts';
import type {Account} from './accounts.ts';

/** How a code of the second factor can be sent. */
export type FactorMethod = 'EMAIL' | 'TELEPHONE' | 'SMS';

/** The e-mail that asks the owner of an account to confirm the address. */
export function validationMail(account: Account, code: string, now: number): Omit<Mail, 'id'> {
  return {
    to: account.email,
    subject: 'Confirm your e-mail address',
    text: [
      `Hello${account.displayName === null ? '' : ` ${account.displayName}`},`,
      '',
      'an account has been registered with this address. To confirm that the address is yours, use this code:',
      '',
      code,
      '',
      'If it was not you, ignore this message: without the code the address stays unconfirmed.',
    ].join('\n'),
    date: new Date(now).toISOString(),
    code,
  };
}

const factorSubjects: Record<FactorMethod, string> = {
  EMAIL: 'Your code for a new key',
  SMS: 'Text message: your code for a new key',
  TELEPHONE: 'Telephone call: your code for a new key',
};

/** The message with the code of the second factor. What goes to a telephone lies in the mailbox as well. */
export function factorMail(account: Account, method: FactorMethod, code: string, now: number): Omit<Mail, 'id'> {
  return {
    to: account.email,
    subject: factorSubjects[method],
    text: [
      'Somebody wants to have a key certified for your account. If it is you, sign this code with the private key:',
      '',
      code,
      '',
      'If it was not you, do nothing: without the signature the key is not certified.',
    ].join('\n'),
    date: new Date(now).toISOString(),
    code,
  };
}
