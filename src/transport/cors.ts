/**
 * The headers with which the API would have to answer so that a page of this origin may send the request and read the
 * reply (Fetch Standard, section 3.3, CORS protocol). The first line belongs on every answer, the others on the answer
 * to the preflight, the `OPTIONS` request that the browser sends ahead; there are none when no preflight is needed.
 */
export function corsHeadersFor(request: Request, pageOrigin: string): string[] {
  const needed = [`Access-Control-Allow-Origin: ${pageOrigin}`];
  const unsafe = unsafeHeaderNames(request.headers);
  if (isSafelistedMethod(request.method) && unsafe.length === 0) return needed;
  needed.push(`Access-Control-Allow-Methods: ${request.method}`);
  if (unsafe.length > 0) needed.push(`Access-Control-Allow-Headers: ${unsafe.join(', ')}`);
  return needed;
}

/** Fetch Standard, section 2.2.1, CORS-safelisted method. */
export function isSafelistedMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}

/**
 * Fetch Standard, section 2.2.2, CORS-unsafe request-header names: sorted, in lower case. The limit of 1024 bytes for all
 * safelisted values together cannot be reached: there are five such headers, each with 128 bytes at most.
 */
export function unsafeHeaderNames(headers: Headers): string[] {
  return [...headers].filter(([name, value]) => !isSafelistedHeader(name, value)).map(([name]) => name);
}

const unsafeBytes = /[\0-\x08\n-\x1f"():<>?@[\\\]{}\x7f]/; // eslint-disable-line no-control-regex -- the standard names control bytes

/** Fetch Standard, section 2.2.2, CORS-safelisted request-header. */
function isSafelistedHeader(name: string, value: string): boolean {
  if (byteLength(value) > 128) return false;
  switch (name) {
    case 'accept':
      return !unsafeBytes.test(value);
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value);
    case 'content-type':
      return !unsafeBytes.test(value) && isFormMediaType(value);
    case 'range':
      return /^bytes=[0-9]+-[0-9]*$/.test(value);
    default:
      return false;
  }
}

function isFormMediaType(contentType: string): boolean {
  const essence = contentType.split(';', 1)[0]?.trim().toLowerCase();
  return (
    essence === 'application/x-www-form-urlencoded' || essence === 'multipart/form-data' || essence === 'text/plain'
  );
}

function byteLength(value: string): number {
  return new TextEncoder().encode(value).byteLength;
}
