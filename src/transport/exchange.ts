/** One request and what came of it. */
export interface Exchange {
  request: SentRequest;
  /** Milliseconds since the Unix epoch. */
  startedAt: number;
  /** Until the last byte of the reply was read, or until it failed. */
  durationMs: number;
  outcome: Outcome;
}

/** The request as it was given to the transport. */
export interface SentRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  /** Missing when no body was sent. */
  body?: string;
}

export type Outcome = {kind: 'reply'; reply: Reply} | {kind: 'failure'; failure: Failure};

/** A reply of the server, whatever its status, read to its end. */
export interface Reply {
  status: number;
  /** The reason phrase as it was sent; empty over HTTP/2 and later. */
  statusText: string;
  /** In the order given by the platform; names in lower case. In a browser only those that CORS exposes. */
  headers: [name: string, value: string][];
  /** Where the reply came from: after redirects not the address that was asked. */
  url: string;
  redirected: boolean;
  bytes: Uint8Array;
  /** The body decoded by its charset; undefined when it is not text. Empty for an empty body. */
  text: string | undefined;
  /** `type/subtype` in lower case, without parameters; undefined when the reply does not name one. */
  mediaType: string | undefined;
  /** Of the body, in bytes, after content decoding. */
  size: number;
}

/** Why there is no reply. */
export interface Failure {
  kind: 'network' | 'timeout' | 'cancelled';
  /** A plain sentence, fit to be shown. */
  message: string;
}
