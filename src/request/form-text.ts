import type {Encoding} from '../model/operation.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import type {Value, ValueObject} from '../model/values.ts';
import {fittingSchemas, memberSchemas} from './applicable-schemas.ts';
import {contentText, defaultContentType, firstContentType} from './content-text.ts';
import {encodeReserved, encodeValue, wellFormed} from './percent-encoding.ts';
import {definedPart, stylePairs} from './style-pairs.ts';
import type {PairStyle} from './style-pairs.ts';

/** What a body of fields is written with. */
interface FormOptions {
  encoding?: Record<string, Encoding> | undefined;
  schemas?: NamedSchemas;
}

/**
 * The fields of an object as `application/x-www-form-urlencoded` (OpenAPI 3.2, Encoding the x-www-form-urlencoded Media
 * Type): a field with a style as a query parameter has it, others by their content type, with lists repeating their
 * name. Null is left out.
 */
export function formText(fields: ValueObject, schema: Schema | undefined, options: FormOptions): string {
  const {encoding = {}, schemas = {}} = options;
  const applicable = fittingSchemas([schema], fields, schemas);
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      if (value === undefined || value === null) return [];
      const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
      if (own !== undefined && isStyled(own)) return styledFields(name, value, own);
      const candidates = memberSchemas(applicable, name);
      return contentFields(name, value, own, candidates, schemas);
    })
    .join('&');
}

/** OpenAPI 3.2, Encoding Object: one of these fields makes `contentType` not count. */
export function isStyled({style, explode, allowReserved}: Encoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}

/** The style of a field in full, with what the specification has by default. */
export function fieldStyle(
  name: string,
  {style, explode}: Encoding,
): {name: string; style: PairStyle; explode: boolean} {
  const known = style === undefined || style === 'simple' || style === 'label' || style === 'matrix' ? 'form' : style;
  return {name, style: known, explode: explode ?? known === 'form'};
}

function styledFields(name: string, value: Value, encoding: Encoding): string[] {
  const defined = definedPart(value);
  if (defined === undefined) return [];
  const encode = encoding.allowReserved === true ? encodeReserved : encodeValue;
  return stylePairs(fieldStyle(name, encoding), defined, encode).map(([key, text]) => `${key}=${text}`);
}

function contentFields(
  name: string,
  value: Value,
  encoding: Encoding | undefined,
  candidates: (Schema | undefined)[],
  schemas: NamedSchemas,
): string[] {
  const applicable = fittingSchemas(candidates, value, schemas);
  const items = Array.isArray(value) ? value : [value];
  return items
    .filter((item) => item !== null)
    .map((item) => {
      const own = Array.isArray(value) ? applicable.map(({items: inner}) => inner) : candidates;
      const type =
        firstContentType(encoding?.contentType) ?? defaultContentType(item, fittingSchemas(own, item, schemas));
      const text = contentText(type, item, {candidates: own, schemas, name});
      return new URLSearchParams([[wellFormed(name), wellFormed(text)]]).toString();
    });
}
