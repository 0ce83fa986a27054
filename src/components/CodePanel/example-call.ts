import type {Operation} from '../../model/operation.ts';
import {exampleValues} from '../../request/example-values.ts';
import {resolveServer} from '../../request/resolve-server.ts';
import type {FilledCall} from '../../request/snippets/filled-call.ts';

/** The call of an operation's example to its first server, before anything is filled in. Pure. */
export function exampleCall(operation: Operation, documentUrl: string): FilledCall {
  const [server] = operation.servers;
  const options = {server: server === undefined ? '' : resolveServer(server), documentUrl};
  return {operation, values: exampleValues(operation), options};
}
