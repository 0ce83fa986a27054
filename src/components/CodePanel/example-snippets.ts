import type {Operation} from '../../model/operation.ts';
import type {Snippet} from '../../model/page.ts';
import {exampleValues} from '../../request/example-values.ts';
import {resolveServer} from '../../request/resolve-server.ts';
import {buildSnippets} from '../../request/snippets/index.ts';

/** The request of an operation's example in every language, before anything is filled in. Pure. */
export function exampleSnippets(operation: Operation, documentUrl: string): Snippet[] {
  const [server] = operation.servers;
  return buildSnippets(operation, exampleValues(operation), {
    server: server === undefined ? '' : resolveServer(server),
    documentUrl,
  });
}
