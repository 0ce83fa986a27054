import {checkReply} from '../../src/form/check-reply.ts';
import {deserialiseText} from '../../src/form/deserialise-parameter.ts';
import {findResponse} from '../../src/form/find-response.ts';
import {validateValue} from '../../src/form/validate.ts';
import type {Json} from '../../src/model/json.ts';
import type {Operation, Parameter} from '../../src/model/operation.ts';
import {decodeBody, mediaTypeOf} from '../../src/transport/decode-body.ts';

/** Headers that every server may send, whatever the document says. */
const ofHttp = ['content-type', 'content-length', 'date', 'connection', 'keep-alive', 'transfer-encoding'];

/**
 * Where a reply differs from what the operation documents: status, media type, body, and every header, also those that
 * the document does not name. Empty when it holds. Reads a clone.
 */
export async function contractProblems(operation: Operation, response: Response): Promise<string[]> {
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  const contentType = response.headers.get('content-type');
  const text = decodeBody(bytes, contentType);
  const headers = Object.fromEntries(response.headers);
  const facts = {status: response.status, mediaType: mediaTypeOf(contentType), headers, body: parsed(text), text};
  return [
    ...checkReply(operation, facts).problems.map(({name, message}) => `${name} ${message}`.trim()),
    ...headerProblems(operation, response),
  ];
}

function headerProblems(operation: Operation, response: Response): string[] {
  const documented = findResponse(operation, response.status).response?.headers ?? [];
  return [...response.headers].flatMap(([name, text]) => {
    if (ofHttp.includes(name) || name.startsWith('access-control-')) return [];
    const header = documented.find((candidate) => candidate.name.toLowerCase() === name);
    if (header === undefined) return [`The header ${name} is not documented.`];
    const asParameter: Parameter = {...header, in: 'header', style: 'simple', explode: false, examples: []};
    const value = deserialiseText(asParameter, text, operation.schemas);
    return validateValue(header.schema, value, operation.schemas, 'response').map(({message}) => `${name}: ${message}`);
  });
}

function parsed(text: string | undefined): Json | undefined {
  try {
    return JSON.parse(text ?? '') as Json;
  } catch {
    return undefined;
  }
}
