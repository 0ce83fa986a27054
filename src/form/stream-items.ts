/** One item of a stream: an event of SSE, a line of NDJSON, a text of a JSON text sequence. */
export interface StreamItem {
  /** The data of an event, or the text of the item. */
  data: string;
  /** SSE: the type, where one is given. */
  event?: string;
  /** SSE: the last event id as it is from here on, where one is given. */
  id?: string;
  /** SSE: the reconnection time in milliseconds, where one is given. */
  retry?: number;
}

/** Takes the text of a stream apart while it grows. */
export interface StreamReader {
  /** All items so far. The same array as long as there is no new one. */
  items: () => readonly StreamItem[];
  /** Reads on in the text so far; what is not finished waits, and what is there at the end of the stream counts. */
  read: (text: string, isEnded: boolean) => void;
}

/**
 * Creates the reader for a media type: `text/event-stream` (HTML, section 9.2.6), `application/json-seq` (RFC 7464), else
 * lines, of which empty ones do not count (NDJSON, JSON Lines).
 */
export function createStreamReader(mediaType: string): StreamReader {
  const {border, toItem} = formatOf(mediaType);
  let items: readonly StreamItem[] = [];
  let from = 0;
  return {
    items: () => items,
    read(text, isEnded) {
      const found: StreamItem[] = [];
      const add = (piece: string) => {
        const item = toItem(piece);
        if (item !== undefined) found.push(item);
      };
      border.lastIndex = from;
      for (let match = border.exec(text); match !== null; match = border.exec(text)) {
        // A carriage return at the very end may be one half of a line break.
        if (!isEnded && match[0].endsWith('\r') && border.lastIndex === text.length) break;
        add(text.slice(from, match.index));
        from = border.lastIndex;
      }
      if (isEnded) {
        add(text.slice(from));
        from = text.length;
      }
      if (found.length > 0) items = [...items, ...found];
    },
  };
}

/** The items of a text that has ended. */
export function streamItems(text: string, mediaType: string): readonly StreamItem[] {
  const reader = createStreamReader(mediaType);
  reader.read(text, true);
  return reader.items();
}

interface Format {
  /** What ends an item. */
  border: RegExp;
  toItem: (piece: string) => StreamItem | undefined;
}

function formatOf(mediaType: string): Format {
  if (mediaType === 'text/event-stream') return {border: /(?:\r\n|\n|\r(?!\n)){2,}/g, toItem: toEvent};
  if (mediaType === 'application/json-seq') return {border: /\x1e/g, toItem: toText}; // eslint-disable-line no-control-regex -- RFC 7464 separates by RS
  return {border: /\n/g, toItem: toText};
}

function toText(piece: string): StreamItem | undefined {
  const data = piece.trim();
  return data === '' ? undefined : {data};
}

/** Comments and fields that nobody knows are passed over; without data there is no event. */
function toEvent(piece: string): StreamItem | undefined {
  const data: string[] = [];
  const item: Omit<StreamItem, 'data'> = {};
  for (const line of piece.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') item.event = value;
    else if (field === 'id' && !value.includes('\0')) item.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) item.retry = Number(value);
  }
  return data.length === 0 ? undefined : {...item, data: data.join('\n')};
}
