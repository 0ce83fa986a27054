import type {Json, JsonObject} from '../../model/json.ts';
import type {Encoding} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {toHeaders} from './header.ts';
import {toStyle} from './parameter-style.ts';
import {membersOf, textOf, trueOrAbsent} from './read.ts';

/** How the parts of a body are written, by property (OpenAPI 3.1, Encoding Object); undefined when nothing is said. */
export function toEncodings(value: Json | undefined, context: Context): Record<string, Encoding> | undefined {
  const encodings = membersOf(value).map(([name, encoding]) => [name, toEncoding(follow(encoding, context), context)]);
  return encodings.length === 0 ? undefined : (Object.fromEntries(encodings) as Record<string, Encoding>);
}

function toEncoding(object: JsonObject | undefined, context: Context): Encoding {
  return {
    contentType: textOf(object?.['contentType']),
    headers: toHeaders(object?.['headers'], context),
    style: toStyle(object?.['style']),
    explode: typeof object?.['explode'] === 'boolean' ? object['explode'] : undefined,
    allowReserved: trueOrAbsent(object?.['allowReserved']),
  };
}
