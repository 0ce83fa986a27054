import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {essence} from './media-type.ts';
import {toText} from './style-pairs.ts';
import {writeJson} from './write-json.ts';

/**
 * The items of a sequence one after the other (OpenAPI 3.2, Sequential Media Types): events (HTML, section 9.2.5), JSON
 * texts after a record separator (RFC 7464), else a line of JSON each.
 */
export function sequenceText(contentType: string, items: Value[]): string {
  const type = essence(contentType);
  if (type === 'text/event-stream') return items.map(eventText).join('');
  const before = /[/+]json-seq$/.test(type) ? '\u001e' : '';
  return items.map((item) => `${before}${writeJson(item)}\n`).join('');
}

function eventText(event: Value): string {
  const fields = isValueObject(event) ? Object.entries(event) : [['data', event] as const];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : toText(value)
          .split(/\r\n|\r|\n/)
          .map((line) => `${name}: ${line}\n`),
  );
  return `${lines.join('')}\n`;
}
