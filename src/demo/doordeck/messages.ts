import type {Mail} from '../../model/demo-state.ts';
import type {Account} from './accounts.ts';

/** The e-mail that asks the owner of a new account to confirm the address. */
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
