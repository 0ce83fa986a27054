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
