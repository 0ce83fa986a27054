import type {Api} from '../../src/model/operation.ts';
import {resolveServer} from '../../src/request/resolve-server.ts';

/** An API and the address at which it is compared. */
export interface Compared {
  api: Api;
  /** Without a slash at its end. */
  server: string;
}

/**
 * Which of these APIs are compared with a server. `{api}` in the address stands for the id of each. One API is compared
 * as it is; of several, those that name the origin of the server in their document. Pure.
 *
 * @throws Error when the address is none, or says nothing about which API answers there
 */
export function chooseApis(apis: Api[], address: string): Compared[] {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new Error(`--server takes an http or https address, not "${address}".`);
  }
  const at = (api: Api): Compared => ({api, server: address.replaceAll('{api}', api.id).replace(/\/+$/, '')});
  if (address.includes('{api}') || apis.length === 1) return apis.map(at);
  const {origin} = new URL(address);
  const named = apis.filter(({servers}) =>
    servers.some((server) => {
      const url = resolveServer(server);
      return URL.canParse(url) && new URL(url).origin === origin;
    }),
  );
  if (named.length > 0) return named.map(at);
  const ids = apis.map(({id}) => id).join(', ');
  throw new Error(
    `None of the documents has a server at ${origin}. Say which API answers there (one of ${ids}, or a file), ` +
      'or write {api} into the address where the id stands.',
  );
}
