/** One difference between two versions of an API. */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  /** Whether a client that was made for the older version may fail with the newer one. */
  breaking: boolean;
  /** The key of the operation or webhook: of the newer version, or of the older one where it was removed. None: the whole API. */
  operation?: string;
  /** What differs, as pages address it: `query.force`, `body.email`, `response-200.authToken`; empty for the whole. */
  place: string;
  /** A sentence. Code stands between backticks. */
  message: string;
}

/** Whether a value is sent by the client or comes to it: what breaks one side is harmless to the other. */
export type Direction = 'request' | 'response';
