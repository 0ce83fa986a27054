import {code} from './describe-schema.ts';
import type {Encoding, Parameter} from './operation.ts';
import {resolveSchema, typesOf, type NamedSchemas} from './schema.ts';

/**
 * How a parameter is written on the wire, in words where it could be written otherwise (OpenAPI 3.1, Parameter Object,
 * `style`, `explode`, `content`). Code stands between backticks.
 */
export function describeSerialisation(parameter: Parameter, schemas: NamedSchemas): string[] {
  const {contentType, isQueryString, allowReserved, style, explode} = parameter;
  const types = typesOf(resolveSchema(parameter.schema, schemas));
  const isCompound = types.includes('array') || types.includes('object');
  const isUsual = (style === 'simple' && !explode) || ((style === 'form' || style === 'cookie') && explode);
  return [
    ...(isQueryString === true ? ['the whole query string'] : []),
    ...(contentType === undefined ? [] : [`written as ${code(contentType)}`]),
    ...(contentType === undefined && isQueryString !== true && (isCompound || !isUsual)
      ? [styleInWords(parameter, types.includes('object'))]
      : []),
    ...(allowReserved === true ? ['reserved characters as they are'] : []),
  ];
}

function styleInWords({name, style, explode}: Parameter, isObject: boolean): string {
  switch (style) {
    case 'matrix':
      return `written ${code(isObject && explode ? ';member=value' : `;${name}=value`)}${explode ? ', each by itself' : ''}`;
    case 'label':
      return explode ? `values begin with ${code('.')} each` : `values with commas between them, after ${code('.')}`;
    case 'simple':
      return explode && isObject ? `members as ${code('name=value')} with commas` : 'values with commas between them';
    case 'spaceDelimited':
      return explode ? `${code(`${name}=value`)} for each value` : 'values with blanks between them';
    case 'pipeDelimited':
      return explode ? `${code(`${name}=value`)} for each value` : `values with ${code('|')} between them`;
    case 'deepObject':
      return `${code(`${name}[member]=value`)} for each member`;
    case 'form':
    case 'cookie':
      if (!explode) return 'values with commas between them';
      return isObject ? `${code('member=value')} for each member` : `${code(`${name}=value`)} for each value`;
  }
}

/** How a part of a body is written, in words (OpenAPI 3.1, Encoding Object). Code stands between backticks. */
export function describeEncoding({contentType, style, explode, allowReserved}: Encoding): string {
  const words = [
    ...(contentType === undefined ? [] : [`as ${code(contentType)}`]),
    ...(style === undefined ? [] : [`in the style ${code(style)}`]),
    ...(explode === undefined ? [] : [explode ? 'each value by itself' : 'all values together']),
    ...(allowReserved === true ? ['with reserved characters as they are'] : []),
  ];
  return words.length === 0 ? 'is a part of its own' : `is written ${words.join(', ')}`;
}
