import {member} from '../model/member.ts';
import type {MediaType, Operation, Parameter} from '../model/operation.ts';
import {namesIn, schemaSignature} from '../model/schema-signature.ts';

/**
 * A short text that is the same as long as the form of an operation is: method, path, parameters, bodies and the schemas
 * that they reach. Words for readers, examples, responses and the order of parameters do not count. Not a secret.
 */
export function fingerprintOf(operation: Operation): string {
  const {method, path, parameters, requestBody, schemas} = operation;
  const own = [
    `${method} ${path}`,
    ...parameters.map(parameterText).sort(),
    requestBody === undefined ? '' : `${requestBody.required}`,
    ...(requestBody?.content ?? []).map(mediaTypeText),
  ].join('\n');
  const reached = new Map<string, string>();
  const visit = (signature: string): void => {
    for (const name of namesIn(signature)) {
      if (reached.has(name)) continue;
      const inner = schemaSignature(member(schemas, name));
      reached.set(name, inner);
      visit(inner);
    }
  };
  visit(own);
  const named = [...reached].map(([name, signature]) => `${name}=${signature}`).sort();
  return hash([own, ...named].join('\n'));
}

function parameterText(parameter: Parameter): string {
  const {name, in: place, required, style, explode, contentType, allowReserved, schema} = parameter;
  return `${JSON.stringify([place, name, required, style, explode, contentType, allowReserved])} ${schemaSignature(schema)}`;
}

function mediaTypeText({mediaType, schema, encoding = {}, isSequence}: MediaType): string {
  const encodings = Object.entries(encoding)
    .map(([name, {contentType, style, explode}]) => JSON.stringify([name, contentType, style, explode]))
    .sort();
  return `${mediaType} ${isSequence === true} ${encodings.join()} ${schemaSignature(schema)}`;
}

/** FNV-1a over the UTF-16 code units, two lanes of 32 bits. */
function hash(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b) ^ (two >>> 13);
  }
  return [one, two].map((lane) => (lane >>> 0).toString(36)).join('');
}
