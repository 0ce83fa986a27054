import {http} from 'msw';
import type {HttpHandler} from 'msw';
import type {Operation, Response as DocumentedResponse} from '../model/operation.ts';
import type {Problem} from '../model/values.ts';
import {documentedReply} from './documented-reply.ts';

/**
 * Answers an operation that has no hand-written behaviour from its documentation: with the example of its first successful
 * response, or, when the request has problems, with the response that is documented for a wrong request.
 */
export function createExampleHandler(operation: Operation, problems: readonly Problem[]): HttpHandler {
  return http.all('*', () => {
    if (problems.length === 0) return documented(operation, successOf(operation));
    const refusal = refusalOf(operation);
    return refusal === undefined ? undocumentedRefusal(problems) : documented(operation, refusal, '400');
  });
}

function successOf({responses}: Operation): DocumentedResponse | undefined {
  return (
    responses.find(({status}) => status.startsWith('2')) ??
    responses.find(({status}) => status === 'default') ??
    responses[0]
  );
}

function refusalOf({responses}: Operation): DocumentedResponse | undefined {
  for (const wanted of ['400', '422', '4XX', 'default']) {
    const found = responses.find(({status}) => status === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function documented(operation: Operation, response: DocumentedResponse | undefined, defaultStatus = '200'): Response {
  if (response === undefined) return new Response(null, {status: 204});
  const status = Number(response.status === 'default' ? defaultStatus : response.status.replaceAll('X', '0'));
  return documentedReply(operation, response, status);
}

function undocumentedRefusal(problems: readonly Problem[]): Response {
  const lines = problems.map(({name, message}) => `  ${name}: ${message}`).join('\n');
  return new Response(
    `The request is not as documented:\n${lines}\n` +
      'This answer comes from the demo: the document has no response for a wrong request.\n',
    {status: 400, headers: {'Content-Type': 'text/plain; charset=utf-8'}},
  );
}
