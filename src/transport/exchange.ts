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

export type Outcome =
  | {kind: 'reply'; reply: Reply}
  /** `partial` is what had arrived by then; missing when not even the status had. */
  | {kind: 'failure'; failure: Failure; partial?: Reply};

/** A reply of the server, whatever its status. */
export interface Reply {
  status: number;
  /** The reason phrase as it was sent; empty over HTTP/2 and later. */
  statusText: string;
  /** In the order given by the platform; names in lower case. In a browser only those that CORS exposes. */
  headers: [name: string, value: string][];
  /** Where the reply came from: after redirects not the address that was asked. */
  url: string;
  redirected: boolean;
  bytes: Uint8Array<ArrayBuffer>;
  /** The body decoded by its charset; undefined when it is not text. Empty for an empty body. */
  text: string | undefined;
  /** `type/subtype` in lower case, without parameters; undefined when the reply does not name one. */
  mediaType: string | undefined;
  /** Of the body, in bytes, after content decoding. */
  size: number;
}

/** What is known of a reply before its body. */
export type ReplyHead = Omit<Reply, 'bytes' | 'text' | 'size'>;

/** A reply on its way: told again and again while it arrives. */
export interface Arrival {
  head: ReplyHead;
  /** Of the body, in bytes so far. */
  size: number;
  /** The text so far of a stream; undefined for every other reply. */
  text: string | undefined;
}

/** Why there is no reply, or not the whole of it. */
export interface Failure {
  /** `cut-off`: the reply began and broke off. */
  kind: 'network' | 'timeout' | 'cancelled' | 'cut-off';
  /** A plain sentence, fit to be shown. */
  message: string;
}
