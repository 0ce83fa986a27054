const unreserved = /^[A-Za-z0-9\-._~]$/;

/**
 * Percent-encodes everything but the unreserved characters (RFC 3986, section 2.3), as UTF-8. Half of a surrogate pair
 * becomes U+FFFD, as everywhere in Fetch.
 */
export function encodeValue(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, percentOf);
}

/**
 * Reserved expansion (RFC 6570, section 3.2.3) for a value in the query: reserved characters and percent-encoded triples
 * pass through. Those that would end the value or that URL parsers rewrite are encoded all the same: `# [ ] & + '`.
 */
export function encodeReserved(text: string): string {
  return encodeExcept(text, /[:/?@!$()*,;=]/);
}

/** Reserved expansion for a value in the path: what would begin another segment, the query or the fragment is encoded. */
export function encodeReservedInPath(text: string): string {
  return encodeExcept(text, /[:@!$&'()*+,;=]/);
}

/** Reserved expansion for a value in a `Cookie` header: what would end the value is encoded (RFC 6265, 4.1.1). */
export function encodeReservedInCookie(text: string): string {
  return encodeExcept(text, /[:/?#[\]@!$&'()*+=]/);
}

/** OpenAPI 3.2, style `cookie`: the value as it is, but for what would end it or what HTTP cannot carry. */
export function encodeCookieValue(text: string): string {
  return encodeHeaderValue(text).replaceAll(';', '%3B');
}

/** Makes the fixed text of a path template fit for a URL: only characters that have no place in one are encoded. */
export function encodePathText(text: string): string {
  return encodeExcept(text, /[:/?@!$&()*+,;=]/);
}

/**
 * A header value as HTTP can carry it (RFC 9110, section 5.5) and every tool sends it alike: without blanks at its ends;
 * control characters and whatever is not ASCII are percent-encoded as UTF-8, as RFC 6570 has it for `simple`.
 */
export function encodeHeaderValue(text: string): string {
  return text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '').replace(/[^\t\x20-\x7e]/gu, encodeValue);
}

/** The text with each half surrogate replaced by U+FFFD, which is what encoding it as UTF-8 does. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function encodeExcept(text: string, kept: RegExp): string {
  return text.replace(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~]/gu, (part) => {
    if (part.length === 3 && part.startsWith('%')) return normaliseTriple(part);
    return kept.test(part) ? part : encodeValue(part);
  });
}

/** RFC 3986, section 6.2.2: what clients do to triples on their way anyway. */
function normaliseTriple(triple: string): string {
  const character = String.fromCharCode(Number.parseInt(triple.slice(1), 16));
  return unreserved.test(character) ? character : triple.toUpperCase();
}

function percentOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
