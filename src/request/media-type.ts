/** The type and subtype of a media type in lower case, without its parameters (RFC 9110, section 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether bodies of this media type are JSON: `application/json`, `text/json`, or anything `+json` (RFC 6839). */
export function isJsonMediaType(mediaType: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(essence(mediaType));
}

/** Whether bodies of this media type are the fields of an HTML form (WHATWG URL, section 5). */
export function isFormMediaType(mediaType: string): boolean {
  return essence(mediaType) === 'application/x-www-form-urlencoded';
}

/** Whether bodies of this media type have parts (RFC 2046, section 5.1). */
export function isMultipartMediaType(mediaType: string): boolean {
  return essence(mediaType).startsWith('multipart/');
}

/** Whether bodies of this media type are XML: `application/xml`, `text/xml`, or anything `+xml` (RFC 7303). */
export function isXmlMediaType(mediaType: string): boolean {
  return /^(application|text)\/xml$|\+xml$/.test(essence(mediaType));
}

/** Whether bodies of this media type are JSON values, one on each line: JSON Lines, also known as NDJSON. */
export function isJsonLinesMediaType(mediaType: string): boolean {
  return /^(application|text)\/(x-)?(jsonl|jsonlines|json-lines|ndjson|ldjson)$|\+jsonl$/.test(essence(mediaType));
}

/** Whether this is a range of media types, such as `image/*`, and not one of them (RFC 9110, section 12.5.1). */
export function isMediaRange(mediaType: string): boolean {
  return essence(mediaType).includes('*');
}

/** Whether a media type is this one, or within this range. Parameters do not count. */
export function isWithin(mediaType: string, range: string): boolean {
  const [one, all] = [essence(mediaType), essence(range)];
  if (all === '*' || all === '*/*') return true;
  const [before = '', after] = all.split('*');
  return after === undefined ? one === all : one.startsWith(before) && one.endsWith(after);
}
