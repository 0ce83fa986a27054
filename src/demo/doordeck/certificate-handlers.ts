import {utf8ToBytes} from '@noble/hashes/utils.js';
import type {RequestHandler} from 'msw';
import {createOpenApiHttp} from 'openapi-msw';
import type {components, paths} from '../../generated/doordeck/types.d.ts';
import type {HandlerContext} from '../back-ends.ts';
import {codeFrom} from '../derived-values.ts';
import {isSignature} from '../ed25519.ts';
import {decodeBase64, encodeBase64} from '../json-web-token.ts';
import {withMail} from '../mailbox.ts';
import type {Account, DoordeckState} from './accounts.ts';
import {certify, readPublicKey} from './certificates.ts';
import {factorMail} from './messages.ts';
import {callerOf, withChangedSession} from './sessions.ts';

/** A key of the user's is certified, at once or after a second factor: a code that they sign with it. */
export function certificateHandlers({baseUrl, store, problems, now}: HandlerContext<DoordeckState>): RequestHandler[] {
  const http = createOpenApiHttp<paths>({baseUrl});
  const certificateFor = ({id}: Account, key: Uint8Array): components['schemas']['Certificate'] => ({
    certificateChain: certify(key, id, now()),
    userId: id,
  });

  return [
    http.post('/auth/certificate', async ({request, response}) => {
      const caller = callerOf(store.get(), request.headers, now());
      if (caller === undefined) return response(401).empty();
      if (problems.length > 0) return response(400).empty();
      const key = readPublicKey((await request.json()).ephemeralKey);
      if (key === undefined) return response(400).empty();
      const {account, session} = caller;
      if (account.secondFactor && session?.hasSecondFactor !== true) return response(423).empty();
      return response(200).json(certificateFor(account, key));
    }),

    http.post('/auth/certificate/verify', async ({request, query, response}) => {
      const caller = callerOf(store.get(), request.headers, now());
      if (caller?.session === undefined) return response(401).empty();
      if (problems.length > 0) return response(400).empty();
      const key = readPublicKey((await request.json()).ephemeralKey);
      if (key === undefined) return response(400).empty();
      const {account, session} = caller;
      const made = store.get().made + 1;
      const code = codeFrom(`factor:${session.id}:${made}`);
      const pendingKey = {key: encodeBase64(key), code};
      store.update((state) =>
        withMail(
          withChangedSession({...state, made}, {...session, pendingKey}),
          factorMail(account, query.get('method') ?? 'EMAIL', code, now()),
        ),
      );
      return response(204).empty();
    }),

    http.post('/auth/certificate/check', async ({request, response}) => {
      const caller = callerOf(store.get(), request.headers, now());
      if (caller === undefined) return response(401).empty();
      if (problems.length > 0) return response(400).empty();
      const {verificationSignature} = await request.json();
      const {account, session} = caller;
      if (session?.pendingKey === undefined) return response(423).empty();
      const {pendingKey, ...rest} = session;
      const key = decodeBase64(pendingKey.key);
      if (!isSignature(readSignature(verificationSignature), utf8ToBytes(pendingKey.code), key)) {
        return response(403).empty();
      }
      store.update((state) => withChangedSession(state, {...rest, hasSecondFactor: true}));
      return response(200).json(certificateFor(account, key));
    }),
  ];
}

/** The bytes of a signature; none when the text is no base64, which no key has signed. */
function readSignature(text: string): Uint8Array {
  try {
    return decodeBase64(text);
  } catch {
    return new Uint8Array();
  }
}
