import {audienceOf} from '../Authorisation.tsx';
import type {LivePartProps} from '../live-contract.ts';
import {useAuthorisation} from '../use-credentials.ts';
import {serverUrl} from '../use-target.ts';
import type {CallSetting} from './read-call.ts';

/** `operation` is what to send and show: it has only the security requirement that is used. */
export interface LiveSetting extends CallSetting {
  /** What the credentials belong to: `demo`, or the origin of a server. */
  audience: string;
}

/** Where the calls of a form go and how they are authorised. */
export function useLiveSetting({operation, fields, target}: LivePartProps): LiveSetting {
  const audience = audienceOf(target);
  const server = target === 'demo' ? (operation.servers.map(serverUrl)[0] ?? '') : target;
  const {operation: authorised, credentials} = useAuthorisation(operation, audience);
  return {operation: authorised, fields, server, credentials, audience};
}
