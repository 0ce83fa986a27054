import type {Operation} from '../../model/operation.ts';
import {exampleValues} from '../../request/example-values.ts';
import {curl} from '../../request/snippets/curl.ts';
import {buildSnippetRequest} from '../../request/snippets/write-snippet.ts';

/**
 * The example of an operation as a curl line that answers a digest challenge (RFC 7616). curl asks for the password, so
 * that it stands in no history of a terminal.
 */
export function digestLine(operation: Operation, server: string): string {
  const request = buildSnippetRequest(operation, exampleValues(operation), {server});
  return curl.generate(request).replace(/(^|\n {2})curl /, "$1curl --digest --user 'YOUR_USERNAME' ");
}
