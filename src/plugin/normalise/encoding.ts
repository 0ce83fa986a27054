import type {JsonObject} from '../../model/json.ts';
import type {Encoding} from '../../model/operation.ts';
import {otherPartsKey, partKey} from '../../model/positional-encoding.ts';
import {follow, type Context} from './context.ts';
import {toHeaders} from './header.ts';
import {toStyle} from './parameter-style.ts';
import {membersOf, textOf, trueOrAbsent} from './read.ts';

/**
 * How the parts of a body are written, by property or by place (OpenAPI 3.2, Encoding By Name and By Position); undefined
 * when nothing is said. Takes a Media Type Object.
 */
export function toEncodings(media: JsonObject, context: Context): Record<string, Encoding> | undefined {
  const {encoding, prefixEncoding, itemEncoding} = media;
  const given = [
    ...membersOf(encoding),
    ...(Array.isArray(prefixEncoding) ? prefixEncoding : []).map((part, index) => [partKey(index), part] as const),
    ...(itemEncoding === undefined ? [] : [[otherPartsKey, itemEncoding] as const]),
  ];
  const encodings = given.map(([name, part]) => [name, toEncoding(follow(part, context), context)]);
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
