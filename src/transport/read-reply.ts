import {createTextStream, decodeBody, isJson, isStream, mediaTypeOf} from './decode-body.ts';
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

/** After so many bytes the page goes on before more is decoded. */
const restAfter = 4 * 1024 * 1024;

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
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
  // JSON may be long: decoded while it arrives, it does not hold up the page at its end.
  const jsonDecoder = head.mediaType !== undefined && isJson(head.mediaType) ? new TextDecoder() : undefined;
  let jsonPieces: string[] = [];
  let unseen = 0;
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
        if (read === undefined || read.done) break;
        chunks.push(read.value);
        size += read.value.byteLength;
        if (decoder !== undefined) text += decoder.decode(read.value, {stream: true});
        onArrival({head, size, text: decoder && text});
        if (jsonDecoder === undefined) continue;
        jsonPieces.push(jsonDecoder.decode(read.value, {stream: true}));
        unseen += read.value.byteLength;
        if (unseen > restAfter) {
          unseen = 0;
          await nextTask();
        }
      }
      if (jsonPieces.length === 0 || size < restAfter) return;
      await nextTask();
      jsonPieces = [jsonPieces.join('')];
      await nextTask();
    },
    soFar() {
      const bytes = concat(chunks, size);
      const whole =
        jsonDecoder === undefined ? decodeBody(bytes, contentType) : jsonPieces.join('') + jsonDecoder.decode();
      return {...head, bytes, text: whole, size};
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
