/**
 * One HTTP request as plain data, before it is a Fetch `Request`. Snippets are made while the static page is rendered,
 * and the body of a `Request` cannot be read synchronously.
 */
export interface HttpRequest {
  /** In capitals. */
  method: string;
  /** Absolute and percent-encoded (RFC 3986): a URL parser and every tool leave it as it is. */
  url: string;
  /** No name twice, whatever its case. Values are printable ASCII and tabs without blanks at their ends. */
  headers: HttpHeader[];
  /** Always comes with a `Content-Type` among the headers. */
  body?: HttpBody;
}

/** Name and value of a header. */
export type HttpHeader = [name: string, value: string];

/** What a request carries after its headers, by its kind. */
export type HttpBody = TextBody | BytesBody | MultipartBody;

/** Text, which travels as UTF-8. */
interface TextBody {
  kind: 'text';
  text: string;
}

/** A file as the whole body. */
interface BytesBody {
  kind: 'bytes';
  bytes: Uint8Array<ArrayBuffer>;
  /** What snippets read it from. */
  fileName: string;
}

/** The parts of a `multipart/*` body (RFC 2046, section 5.1; RFC 7578). */
export interface MultipartBody {
  kind: 'multipart';
  /** As in the `Content-Type`; in no part. */
  boundary: string;
  parts: BodyPart[];
}

/** One part of a multipart body. */
export interface BodyPart {
  /** Empty where parts go by their position (`multipart/mixed`): the part has no `Content-Disposition` then. */
  name: string;
  /** Set for a file; what snippets read it from. */
  fileName?: string;
  contentType?: string;
  /** Further headers of the part. */
  headers: HttpHeader[];
  content: string | Uint8Array<ArrayBuffer>;
}

/** The value of a header, whose name is compared without regard to case (RFC 9110, section 5.1). */
export function headerValue(http: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  return http.headers.find(([other]) => isSameHeader(other, name))?.[1];
}

/** Whether two header names mean the same header. */
export function isSameHeader(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
