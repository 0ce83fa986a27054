import type {RequestHandler} from 'msw';
import {createOpenApiHttp} from 'openapi-msw';
import type {components, paths} from '../../generated/coindroids/types.d.ts';
import type {BackEndDefinition, HandlerContext} from '../back-ends.ts';
import {bearerToken} from '../json-web-token.ts';
import {hashPassword} from '../password-hash.ts';
import {listPlayers} from './player-list.ts';
import {findPlayer, findPlayerByCredentials, isInviteCode, seedCoindroids, withPlayer} from './players.ts';
import type {CoindroidsState, Player} from './players.ts';
import {refusalsFor} from './refusals.ts';
import type {FieldError} from './refusals.ts';
import {issueToken, playerOfToken} from './tokens.ts';

/** The demo of Coindroids: players, one invite code and tokens. Functions refuse in `errors`, with status 200. */
export const coindroids: BackEndDefinition<CoindroidsState> = {version: 2, seed: seedCoindroids, handlers};

type Identity = components['schemas']['Identity'];

function handlers({baseUrl, store, problems, now}: HandlerContext<CoindroidsState>): RequestHandler[] {
  const http = createOpenApiHttp<paths>({baseUrl});

  function identityOf(player: Player, state = store.get()): Identity {
    const issued = issueToken(state, player, now());
    store.update(() => issued.state);
    const {id, username, email} = player;
    return {profile: {id, username, email}, errors: [], token: issued.token};
  }

  return [
    http.post('/rpc/register', async ({request, response}) => {
      if (problems.length > 0) return response(200).json({errors: refusalsFor(problems)});
      const {username, password, email, invite_code} = await request.json();
      const errors: FieldError[] = [];
      if (findPlayer(store.get(), username) !== undefined) errors.push({field: 'username', message: 'already taken'});
      if (!isInviteCode(invite_code)) errors.push({field: 'invite_code', message: 'invalid'});
      if (errors.length > 0) return response(200).json({errors});

      const joined = withPlayer(store.get(), {username, email, password: hashPassword(password)});
      return response(200).json(identityOf(joined.player, joined.state));
    }),

    http.post('/rpc/identify', async ({request, response}) => {
      if (problems.length > 0) return response(200).json({errors: refusalsFor(problems)});
      const credentials = (await isEmpty(request)) ? undefined : await request.json();
      if (credentials !== undefined) {
        const player = findPlayerByCredentials(store.get(), credentials.username, credentials.password);
        return response(200).json(player ? identityOf(player) : refusal('password', 'invalid'));
      }
      const token = bearerToken(request.headers);
      const player = token === undefined ? undefined : playerOfToken(store.get(), token, now());
      return response(200).json(player ? identityOf(player) : refusal('general', 'invalid token'));
    }),

    http.get('/player', ({request, response}) => {
      const rows = store.get().players.map(({id, username, droids}) => ({id, username, droids}));
      const list = listPlayers(rows, new URL(request.url).searchParams, request.headers.get('Range'));
      if (list.status === 400) return response(400).empty();
      const headers = {'Content-Range': list.contentRange};
      return list.status === 416 ? response(416).empty({headers}) : response(list.status).json(list.rows, {headers});
    }),
  ];
}

function refusal(field: string, message: string): Identity {
  return {errors: [{field, message}]};
}

/** Not every browser has `Request.body`. */
async function isEmpty(request: Request): Promise<boolean> {
  return (await request.clone().arrayBuffer()).byteLength === 0;
}
