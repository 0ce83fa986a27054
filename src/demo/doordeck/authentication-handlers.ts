import type {RequestHandler} from 'msw';
import {createOpenApiHttp} from 'openapi-msw';
import type {operations, paths} from '../../generated/doordeck/types.d.ts';
import type {HandlerContext} from '../back-ends.ts';
import {codeFrom, uuidFrom} from '../derived-values.ts';
import {withMail} from '../mailbox.ts';
import {hashPassword} from '../password-hash.ts';
import {findAccount, findAccountByCredentials, isForeign, isInvited, withAccount} from './accounts.ts';
import type {Account, DoordeckState} from './accounts.ts';
import {validationMail} from './messages.ts';
import {callerOf, openSession, refresh, withoutSession} from './sessions.ts';

const registrationType =
  'application/vnd.doordeck.api-v3+json' satisfies keyof operations['register']['responses'][200]['content'];
const loginType =
  'application/vnd.doordeck.api-v2+json' satisfies keyof operations['login']['responses'][200]['content'];

/** Registration and login, refresh and logout. */
export function authenticationHandlers({
  baseUrl,
  store,
  problems,
  now,
}: HandlerContext<DoordeckState>): RequestHandler[] {
  const http = createOpenApiHttp<paths>({baseUrl});

  return [
    http.post('/auth/register', async ({request, query, response}) => {
      if (problems.length > 0) return response(400).empty();
      const {email, password, displayName} = await request.json();
      const state = store.get();
      if (findAccount(state, email) !== undefined || isForeign(state, email)) return response(409).empty();
      if (isInvited(state, email) && query.get('force') !== 'true') return response(409).empty();

      const verificationCode = codeFrom(`${email}:${state.made}`);
      const account: Account = {
        id: uuidFrom(`user:${email.toLowerCase()}:${state.made}`),
        email,
        displayName: displayName ?? null,
        emailVerified: false,
        password: hashPassword(password),
        secondFactor: true,
        verificationCode,
        pastCodes: [],
      };
      const session = openSession(withAccount(state, account), account, now());
      store.update(() => withMail(session.state, validationMail(account, verificationCode, now())));
      return response(200).json(session.tokens, {headers: {'Content-Type': registrationType}});
    }),

    http.post('/auth/token', async ({request, response}) => {
      if (problems.length > 0) return response(400).empty();
      const {email, password} = await request.json();
      if (isForeign(store.get(), email)) return response(403).empty();
      const account = findAccountByCredentials(store.get(), email, password);
      if (account === undefined) return response(401).empty();
      const session = openSession(store.get(), account, now());
      store.update(() => session.state);
      return response(200).json(session.tokens, {headers: {'Content-Type': loginType}});
    }),

    http.post('/auth/token/refresh', ({request, response}) => {
      const refreshed = refresh(store.get(), request.headers, now());
      if (refreshed === 'replaced') return response(409).empty();
      if (refreshed === 'refused') return response(401).empty();
      store.update(() => refreshed.state);
      return response(200).json(refreshed.tokens);
    }),

    http.post('/auth/token/destroy', ({request, response}) => {
      const caller = callerOf(store.get(), request.headers, now());
      if (caller === undefined) return response(401).empty();
      const {session} = caller;
      if (session === undefined) return response(403).empty();
      store.update((state) => withoutSession(state, session));
      return response(204).empty();
    }),
  ];
}
