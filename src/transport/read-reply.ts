import {createTextStream, decodeBody, isStream, mediaTypeOf} from './decode-body.ts';
import type {Arrival, Reply, ReplyHead} from './exchange.ts';

/** A reply while its body is read. */
export interface ReplyReader {
  head: ReplyHead;
  isStream: boolean;
  /** Reads to the end. Rejects where the connection breaks; what had arrived is not lost. */
  readAll: (onArrival: (arrival: Arrival) => void) => Promise<void>;
  /** The reply with all that has arrived so far. */
  soFar: () => Reply;
}

/** Reads the body of a response piece by piece. `url` is where it was asked for, should the response not say. */
export function createReplyReader(response: Response, url: string): ReplyReader {
  const contentType = response.headers.get('content-type');
  const head: ReplyHead = {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    url: response.url || url,
    redirected: response.redirected,
    mediaType: mediaTypeOf(contentType),
  };
  const streams = isStream(head.mediaType);
  const decoder = streams ? createTextStream(contentType) : undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  let text = '';

  return {
    head,
    isStream: streams,
    async readAll(onArrival) {
      onArrival({head, size, text: decoder && text});
      const reader = response.body?.getReader();
      for (;;) {
        const read = await reader?.read();
        if (read === undefined || read.done) return;
        chunks.push(read.value);
        size += read.value.byteLength;
        if (decoder !== undefined) text += decoder.decode(read.value, {stream: true});
        onArrival({head, size, text: decoder && text});
      }
    },
    soFar() {
      const bytes = concat(chunks, size);
      return {...head, bytes, text: decodeBody(bytes, contentType), size};
    },
  };
}

function concat(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
