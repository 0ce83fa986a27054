/**
 * The body as text, or undefined when it is not text. The charset is the one that the media type names, else UTF-8; JSON
 * is always UTF-8 (RFC 8259, section 8.1), and a byte order mark is believed before everything else. Without a media
 * type, bytes that are valid UTF-8 and hold no NUL are text.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null): string | undefined {
  if (bytes.byteLength === 0) return '';
  const mediaType = mediaTypeOf(contentType);
  if (mediaType === undefined) return decodeUnnamed(bytes);
  if (isJson(mediaType)) return decoderFor('utf-8').decode(bytes);
  if (!isTextual(mediaType)) return undefined;
  return decoderFor(charsetOfMark(bytes) ?? charsetOf(contentType) ?? 'utf-8').decode(bytes);
}

/** `type/subtype` of a `Content-Type`, in lower case and without parameters (RFC 9110, section 8.3.1). */
export function mediaTypeOf(contentType: string | null): string | undefined {
  const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return mediaType === '' ? undefined : mediaType;
}

/**
 * A decoder for text that arrives in pieces, by the same rules as `decodeBody` but for the byte order mark of UTF-16.
 */
export function createTextStream(contentType: string | null): TextDecoder {
  const mediaType = mediaTypeOf(contentType);
  return decoderFor(mediaType === 'text/event-stream' ? 'utf-8' : (charsetOf(contentType) ?? 'utf-8'));
}

const streamTypes = /^(?:text\/event-stream|application\/(?:x-ndjson|ndjson|x-jsonlines|jsonlines|jsonl|json-seq))$/;

/** Whether bodies of this media type are sequences that are read while they arrive: SSE, NDJSON, JSON text sequences. */
export function isStream(mediaType: string | undefined): boolean {
  return mediaType !== undefined && streamTypes.test(mediaType);
}

/** Whether bodies of this media type are JSON, and so UTF-8 (RFC 8259, section 8.1). */
export function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

const textualApplications =
  /^application\/(?:xml|javascript|ecmascript|x-javascript|x-www-form-urlencoded|yaml|x-yaml|toml|graphql|sql|(?:x-)?ndjson|(?:x-)?jsonlines|jsonl|json-seq|jwt|jose|x-sh|pem-certificate-chain)$/;

function isTextual(mediaType: string): boolean {
  return mediaType.startsWith('text/') || /\+(?:xml|yaml)$/.test(mediaType) || textualApplications.test(mediaType);
}

function decodeUnnamed(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function charsetOf(contentType: string | null): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s;"]+)"?/i.exec(contentType ?? '')?.[1];
}

/** A byte order mark wins over any label (Encoding Standard, section 6, "decode"). */
function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

/** A label that no decoder knows must not cost the reader the body: UTF-8 shows what can be shown. */
function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
