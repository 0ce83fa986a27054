import {describe, expect, it} from 'vitest';
import {createStreamReader, streamItems} from './stream-items.ts';

const sse = 'text/event-stream';

describe('server-sent events', () => {
  it('reads data, type, id and retry, and passes over comments', () => {
    const text = ': hello\n\nevent: tick\nid: 7\ndata: {"a":1}\n\ndata:one\ndata: two\nretry: 300\nother: x\n\n';
    expect(streamItems(text, sse)).toEqual([
      {event: 'tick', id: '7', data: '{"a":1}'},
      {data: 'one\ntwo', retry: 300},
    ]);
  });

  it.each(['\n', '\r', '\r\n'])('takes %j for a line break', (end) => {
    expect(streamItems(`data: a${end}${end}data: b${end}data${end}${end}`, sse)).toEqual([{data: 'a'}, {data: 'b\n'}]);
  });

  it('gives an event when it is complete, however the text is cut', () => {
    const text = 'data: one\r\n\r\ndata: two\r\n\r\n';
    const reader = createStreamReader(sse);
    for (let length = 0; length <= text.length; length++) reader.read(text.slice(0, length), false);
    reader.read(text, true);
    expect(reader.items()).toEqual([{data: 'one'}, {data: 'two'}]);
  });

  it('keeps the array while nothing is new', () => {
    const reader = createStreamReader(sse);
    reader.read('data: one\n\n', false);
    const before = reader.items();
    reader.read('data: one\n\ndata: tw', false);
    expect(reader.items()).toBe(before);
  });
});

describe('lines and sequences', () => {
  it('reads lines, the last also without an end', () => {
    const items = streamItems('{"a":1}\r\n\n{"a":2}', 'application/x-ndjson');
    expect(items).toEqual([{data: '{"a":1}'}, {data: '{"a":2}'}]);
  });

  it('reads a JSON text sequence', () => {
    expect(streamItems('\x1e{"a":\n1}\n\x1e2\n', 'application/json-seq')).toEqual([{data: '{"a":\n1}'}, {data: '2'}]);
  });
});
