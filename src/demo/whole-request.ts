/** A request that has been read to its end, so that it can be copied and looked at more than once. */
export interface WholeRequest {
  method: string;
  url: string;
  headers: Headers;
  /** Undefined when there is none, or an empty one. */
  body: ArrayBuffer | undefined;
}

/** Reads a request to its end and uses it up. */
export async function readWhole(request: Request): Promise<WholeRequest> {
  const body = await request.arrayBuffer();
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: body.byteLength === 0 ? undefined : body,
  };
}

/** A fresh request of the same content, at another address if one is given. */
export function copyOf({method, url, headers, body}: WholeRequest, otherUrl?: string): Request {
  return new Request(otherUrl ?? url, {method, headers, body: body ?? null, credentials: 'omit'});
}
