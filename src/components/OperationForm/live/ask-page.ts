import type {HttpRequest} from '../../../request/http-request.ts';
import type {Failure} from '../../../transport/exchange.ts';
import type {OnRequest} from '../live-contract.ts';

/** What the page around the form makes of a request: the one to send, or why nothing is sent. Never rejects. */
export async function askPage(http: HttpRequest, onRequest: OnRequest | undefined): Promise<HttpRequest | Failure> {
  if (onRequest === undefined) return http;
  const text = http.body?.kind === 'text' ? http.body.text : undefined;
  try {
    const headers = http.headers.map(([name, value]): [string, string] => [name, value]);
    const decision = await onRequest({method: http.method, url: http.url, headers, body: text});
    if (decision === false) return {kind: 'cancelled', message: 'The page around this form stopped the call.'};
    if (decision === undefined || decision === true) return http;
    const kept = http.body?.kind === 'text' ? undefined : http.body;
    const body = decision.body === undefined ? kept : {kind: 'text' as const, text: decision.body};
    const {method, url, headers: changed} = decision;
    return {method, url, headers: changed, ...(body === undefined ? {} : {body})};
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return {kind: 'cancelled', message: `Not sent: the page around this form failed in its onRequest: ${words}`};
  }
}
