/** Where the properties of a body are found; those of its second media type under `body-2`. */
export function bodyAddress(index: number): string {
  return index === 0 ? 'body' : `body-${index + 1}`;
}

/** Where the properties of a response are found: `response-200`, `response-200-2`. */
export function responseAddress(status: string, index: number): string {
  return index === 0 ? `response-${status}` : `response-${status}-${index + 1}`;
}

/** Where a header of a response is found. */
export function headerAddress(status: string, name: string): string {
  return `response-${status}.header.${name}`;
}

/** Where a header of a part of a body is found; `address` is that of the body. */
export function partHeaderAddress(address: string, part: string, name: string): string {
  return `${address}-part.${part}.${name}`.replaceAll(/\s/g, '-');
}

/** Where a request of a callback is found; the properties of its body are under `<address>.body`. */
export function callbackAddress(name: string, method: string): string {
  return `callback-${name}-${method.toLowerCase()}`.replaceAll(/\s/g, '-');
}

/**
 * What the id of an API or the key of an operation is in the address of its page. A version of an API that is not the
 * current one is named in both: `museum@1/buy` is at `museum/1/buy`.
 */
export function versionedPath(idOrKey: string): string {
  return idOrKey.replace(/^([^/@]+)@/, '$1/');
}
