import type {RequestHandler} from 'msw';
import {createOpenApiHttp} from 'openapi-msw';
import type {paths} from '../../generated/doordeck/types.d.ts';
import type {HandlerContext} from '../back-ends.ts';
import {codeFrom, publicKeyFrom} from '../derived-values.ts';
import {withMail} from '../mailbox.ts';
import {hashPassword, isPassword} from '../password-hash.ts';
import {withChangedAccount, withoutAccount} from './accounts.ts';
import type {Account, DoordeckState} from './accounts.ts';
import {validationMail} from './messages.ts';
import {callerOf} from './sessions.ts';

/** The account of a token: look at it, change it, confirm its address, delete it. */
export function accountHandlers({baseUrl, store, problems, now}: HandlerContext<DoordeckState>): RequestHandler[] {
  const http = createOpenApiHttp<paths>({baseUrl});
  const accountOf = (request: Request): Account | undefined => callerOf(store.get(), request.headers, now())?.account;

  return [
    http.get('/account', ({request, response}) => {
      const account = accountOf(request);
      if (account === undefined) return response(401).empty();
      const {id, email, displayName, emailVerified} = account;
      return response(200).json({publicKey: publicKeyFrom(id), email, displayName, emailVerified});
    }),

    http.post('/account', async ({request, response}) => {
      const account = accountOf(request);
      if (account === undefined) return response(401).empty();
      if (problems.length > 0) return response(400).empty();
      const {displayName} = await request.json();
      store.update((state) => withChangedAccount(state, {...account, displayName}));
      return response(204).empty();
    }),

    http.delete('/account', ({request, response}) => {
      const account = accountOf(request);
      if (account === undefined) return response(401).empty();
      store.update((state) => withoutAccount(state, account));
      return response(204).empty();
    }),

    http.post('/account/password', async ({request, response}) => {
      const account = accountOf(request);
      if (account === undefined) return response(401).empty();
      if (problems.length > 0) return response(400).empty();
      const {oldPassword, newPassword} = await request.json();
      if (!isPassword(oldPassword, account.password)) return response(401).empty();
      store.update((state) => withChangedAccount(state, {...account, password: hashPassword(newPassword)}));
      return response(204).empty();
    }),

    http.put('/account/email/verify', ({query, response}) => {
      if (problems.length > 0) return response(400).empty();
      const code = query.get('code');
      const {accounts} = store.get();
      const account = accounts.find(({verificationCode}) => verificationCode === code);
      if (account !== undefined) {
        store.update((state) => withChangedAccount(state, {...withoutCode(account), emailVerified: true}));
        return response(200).empty();
      }
      return accounts.some(({pastCodes}) => pastCodes.includes(code)) ? response(410).empty() : response(404).empty();
    }),

    http.post('/account/email/reverify', ({request, response}) => {
      const account = accountOf(request);
      if (account === undefined) return response(401).empty();
      const made = store.get().made + 1;
      const verificationCode = codeFrom(`${account.email}:${made}`);
      const changed: Account = {...withoutCode(account), verificationCode};
      store.update((state) =>
        withMail(withChangedAccount({...state, made}, changed), validationMail(account, verificationCode, now())),
      );
      return response(200).empty();
    }),
  ];
}

/** The account whose code, if one was sent, is no longer good. */
function withoutCode({verificationCode, ...account}: Account): Account {
  return verificationCode === undefined
    ? account
    : {...account, pastCodes: [...account.pastCodes, verificationCode].slice(-20)};
}
