import type {RequestHandler} from 'msw';
import {createOpenApiHttp} from 'openapi-msw';
import type {operations, paths} from '../../generated/doordeck/types.d.ts';
import type {BackEndDefinition, HandlerContext} from '../back-ends.ts';
import {codeFrom, publicKeyFrom} from '../derived-values.ts';
import {withMail} from '../mailbox.ts';
import {hashPassword} from '../password-hash.ts';
import {findAccount, findAccountByCredentials, isInvited, seedDoordeck, withAccount} from './accounts.ts';
import type {Account, DoordeckState} from './accounts.ts';
import {authorisedAccount, openSession} from './sessions.ts';
import {validationMail} from './validation-mail.ts';

/** The demo of Doordeck: accounts, pending invites, sessions and the validation e-mail. */
export const doordeck: BackEndDefinition<DoordeckState> = {version: 1, seed: seedDoordeck, handlers};

const registrationType =
  'application/vnd.doordeck.api-v3+json' satisfies keyof operations['register']['responses'][200]['content'];
const loginType =
  'application/vnd.doordeck.api-v2+json' satisfies keyof operations['login']['responses'][200]['content'];

function handlers({baseUrl, store, problems, now}: HandlerContext<DoordeckState>): RequestHandler[] {
  const http = createOpenApiHttp<paths>({baseUrl});

  return [
    http.post('/auth/register', async ({request, query, response}) => {
      if (problems.length > 0) return response(400).empty();
      const {email, password, displayName} = await request.json();
      const state = store.get();
      if (findAccount(state, email) !== undefined) return response(409).empty();
      if (isInvited(state, email) && query.get('force') !== 'true') return response(409).empty();

      const verificationCode = codeFrom(`${email}:${state.mailbox.length}`);
      const account: Account = {
        email,
        displayName: displayName ?? null,
        emailVerified: false,
        password: hashPassword(password),
        verificationCode,
      };
      const session = openSession(withAccount(state, account), account, now());
      store.update(() => withMail(session.state, validationMail(account, verificationCode, now())));
      return response(200).json(session.tokens, {headers: {'Content-Type': registrationType}});
    }),

    http.post('/auth/token', async ({request, response}) => {
      if (problems.length > 0) return response(400).empty();
      const {email, password} = await request.json();
      const account = findAccountByCredentials(store.get(), email, password);
      if (account === undefined) return response(401).empty();
      const session = openSession(store.get(), account, now());
      store.update(() => session.state);
      return response(200).json(session.tokens, {headers: {'Content-Type': loginType}});
    }),

    http.get('/account', ({request, response}) => {
      const account = authorisedAccount(store.get(), request.headers, now());
      if (account === undefined) return response(401).empty();
      const {email, displayName, emailVerified} = account;
      return response(200).json({publicKey: publicKeyFrom(email), email, displayName, emailVerified});
    }),
  ];
}
