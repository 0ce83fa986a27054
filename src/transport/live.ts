/**
 * Sends over the network with the platform's `fetch`. No cookies of the API's site travel along and no page address is
 * given away; redirects are followed unless the request says otherwise. Rejects as `fetch` does.
 */
export function liveFetch(request: Request): Promise<Response> {
  return fetch(request, {credentials: 'omit', referrerPolicy: 'no-referrer'});
}
