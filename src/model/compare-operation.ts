import {bodyAddress, headerAddress, responseAddress} from './addresses.ts';
import {compareHeaders} from './compare-headers.ts';
import {compareSchemas, type Difference, type SchemaComparison} from './compare-schemas.ts';
import {compareSecurity} from './compare-security.ts';
import {compareCallbacks, compareLinks} from './compare-surroundings.ts';
import {code} from './describe-schema.ts';
import {member} from './member.ts';
import type {Header, MediaType, Operation, Parameter, RequestBody, Response} from './operation.ts';
import type {MeansTheSame} from './schema-signature.ts';

/** What differs between two operations that are the same one, in the order of its page. Pure. */
export function compareOperation(older: Operation, newer: Operation, meansTheSame: MeansTheSame): Difference[] {
  return [
    ...compareAddress(older, newer),
    ...compareSecurity(older, newer),
    ...compareMessages(older, newer, meansTheSame, 'client'),
    ...compareLinks(older.responses, newer.responses),
    ...compareCallbacks(older, newer, (before, after) =>
      compareMessages({...older, ...before}, {...newer, ...after}, meansTheSame, 'api'),
    ),
  ];
}

/**
 * What differs between two webhooks that are the same one. What a webhook takes is what the API sends, so a client reads
 * the body and writes the response. Pure.
 */
export function compareWebhook(older: Operation, newer: Operation, meansTheSame: MeansTheSame): Difference[] {
  return [...compareAddress(older, newer), ...compareMessages(older, newer, meansTheSame, 'api')];
}

type Sender = 'client' | 'api';

function compareAddress(older: Operation, newer: Operation): Difference[] {
  const found: Difference[] = [];
  const [was, is] = [`${older.method} ${older.path}`, `${newer.method} ${newer.path}`];
  if (was !== is) {
    // What a parameter of the path is called never travels.
    const breaking = was.replaceAll(/\{[^}]*\}/g, '{}') !== is.replaceAll(/\{[^}]*\}/g, '{}');
    found.push({kind: 'changed', breaking, place: '', message: `It moved from ${code(was)} to ${code(is)}.`});
  }
  if (newer.deprecated === true && older.deprecated !== true) {
    found.push({kind: 'changed', breaking: false, place: '', message: 'It is deprecated now.'});
  }
  if (newer.deprecated !== true && older.deprecated === true) {
    found.push({kind: 'changed', breaking: false, place: '', message: 'It is no longer deprecated.'});
  }
  return found;
}

function compareMessages(older: Operation, newer: Operation, meansTheSame: MeansTheSame, sender: Sender): Difference[] {
  const schemas = {older: older.schemas, newer: newer.schemas, meansTheSame};
  const sent: SchemaComparison = {...schemas, direction: sender === 'client' ? 'request' : 'response'};
  const replied: SchemaComparison = {...schemas, direction: sender === 'client' ? 'response' : 'request'};
  return [
    ...compareParameters(older.parameters, newer.parameters, sent),
    ...compareBodies(older.requestBody, newer.requestBody, sent),
    ...compareResponses(older.responses, newer.responses, replied),
  ];
}

function compareParameters(older: Parameter[], newer: Parameter[], comparison: SchemaComparison): Difference[] {
  const isRequest = comparison.direction === 'request';
  const idOf = (parameter: Parameter): string => `${parameter.in}.${nameOf(parameter)}`;
  const before = new Map(older.map((parameter) => [idOf(parameter), parameter]));
  const after = new Set(newer.map(idOf));
  // Parameters of the path go by their place in it: a new name alone changes nothing that travels.
  const isRenamed = (parameter: Parameter): boolean => parameter.in === 'path' && !after.has(idOf(parameter));
  const renamed = older.filter(isRenamed);
  const found = newer.flatMap((parameter): Difference[] => {
    const place = idOf(parameter);
    const was = before.get(place) ?? (parameter.in === 'path' ? renamed.shift() : undefined);
    const name = `${words[parameter.in]} ${code(parameter.name)}`;
    if (was === undefined) {
      const breaking = isRequest && parameter.required;
      return [{kind: 'added', breaking, place, message: `The ${parameter.required ? 'required ' : ''}${name} is new.`}];
    }
    const differences: Difference[] = [];
    if (was.name !== parameter.name && parameter.in === 'path') {
      const message = `The ${words.path} ${code(was.name)} is called ${code(parameter.name)} now.`;
      differences.push({kind: 'changed', breaking: false, place, message});
    }
    if (was.required !== parameter.required) {
      const message = `The ${name} is ${parameter.required ? 'required' : 'optional'} now.`;
      differences.push({kind: 'changed', breaking: parameter.required === isRequest, place, message});
    }
    if (was.deprecated !== true && parameter.deprecated === true) {
      differences.push({kind: 'changed', breaking: false, place, message: `The ${name} is deprecated now.`});
    }
    if (serialisation(was) !== serialisation(parameter)) {
      differences.push({kind: 'changed', breaking: true, place, message: `The ${name} is written in another way now.`});
    }
    return [...differences, ...compareSchemas(was.schema, parameter.schema, place, comparison)];
  });
  const gone = older.filter(
    (parameter) => !after.has(idOf(parameter)) && (parameter.in !== 'path' || renamed.includes(parameter)),
  );
  return [
    ...found,
    ...gone.map((parameter): Difference => {
      const message = `The ${words[parameter.in]} ${code(parameter.name)} is gone.`;
      return {kind: 'removed', breaking: !isRequest, place: idOf(parameter), message};
    }),
  ];
}

const words = {
  path: 'path parameter',
  query: 'query parameter',
  header: 'header',
  cookie: 'cookie',
} as const satisfies Record<Parameter['in'], string>;

/** RFC 9110, section 5.1: the names of headers are the same in any case. */
function nameOf({in: location, name}: Parameter): string {
  return location === 'header' ? name.toLowerCase() : name;
}

function serialisation({style, explode, contentType, isQueryString = false}: Parameter): string {
  return JSON.stringify(contentType === undefined ? [style, explode, isQueryString] : [contentType, isQueryString]);
}

function compareBodies(
  older: RequestBody | undefined,
  newer: RequestBody | undefined,
  comparison: SchemaComparison,
): Difference[] {
  const isRequest = comparison.direction === 'request';
  const place = 'body';
  if (older === undefined && newer === undefined) return [];
  if (older === undefined) {
    const must = newer?.required === true;
    return [
      {kind: 'added', breaking: must && isRequest, place, message: `It takes a ${must ? 'required ' : ''}body now.`},
    ];
  }
  if (newer === undefined)
    return [{kind: 'removed', breaking: !isRequest, place, message: 'It takes no body any more.'}];
  const required: Difference = {
    kind: 'changed',
    breaking: newer.required === isRequest,
    place,
    message: `The body is ${newer.required ? 'required' : 'optional'} now.`,
  };
  return [
    ...(older.required === newer.required ? [] : [required]),
    ...compareContent(older.content, newer.content, bodyAddress, comparison),
  ];
}

function compareContent(
  older: MediaType[],
  newer: MediaType[],
  addressOf: (index: number) => string,
  comparison: SchemaComparison,
): Difference[] {
  const find = (all: MediaType[], name: string) =>
    all.find(({mediaType}) => mediaType.toLowerCase() === name.toLowerCase());
  return [
    ...newer.flatMap((media, index): Difference[] => {
      const {mediaType, schema} = media;
      const was = find(older, mediaType);
      const place = addressOf(index);
      if (was !== undefined) {
        return [
          ...compareSchemas(was.schema, schema, place, comparison),
          ...compareEncodings(was, media, place, comparison),
        ];
      }
      return [{kind: 'added', breaking: false, place, message: `The media type ${code(mediaType)} is new.`}];
    }),
    ...older.flatMap(({mediaType}, index): Difference[] => {
      if (find(newer, mediaType) !== undefined) return [];
      const message = `The media type ${code(mediaType)} is gone.`;
      return [{kind: 'removed', breaking: true, place: addressOf(index), message}];
    }),
  ];
}

/** How the parts of a body are written (OpenAPI 3.1, Encoding Object): who reads them must know. */
function compareEncodings(
  older: MediaType,
  newer: MediaType,
  place: string,
  comparison: SchemaComparison,
): Difference[] {
  const written = ({encoding = {}}: MediaType, part: string): string => {
    const {contentType, style, explode, allowReserved} = member(encoding, part) ?? {};
    return JSON.stringify([contentType, style, explode, allowReserved]);
  };
  const parts = new Set([...Object.keys(older.encoding ?? {}), ...Object.keys(newer.encoding ?? {})]);
  const headersOf = ({encoding = {}}: MediaType, part: string): Header[] => member(encoding, part)?.headers ?? [];
  return [...parts].flatMap((part): Difference[] => {
    const own = `${place}.${part}`;
    const message = `The part ${code(part)} is written in another way now.`;
    return [
      ...(written(older, part) === written(newer, part)
        ? []
        : [{kind: 'changed', breaking: true, place: own, message} as const]),
      ...compareHeaders(headersOf(older, part), headersOf(newer, part), (name) => `${own}.${name}`, comparison),
    ];
  });
}

function compareResponses(older: Response[], newer: Response[], comparison: SchemaComparison): Difference[] {
  const before = new Map(older.map((response) => [response.status, response]));
  const after = new Set(newer.map(({status}) => status));
  return [
    ...newer.flatMap((response): Difference[] => {
      const {status} = response;
      const was = before.get(status);
      if (was === undefined) {
        const message = `The response ${code(status)} is new.`;
        return [{kind: 'added', breaking: false, place: responseAddress(status, 0), message}];
      }
      return [
        ...compareHeaders(was.headers, response.headers, (name) => headerAddress(status, name), comparison),
        ...compareContent(was.content, response.content, (index) => responseAddress(status, index), comparison),
      ];
    }),
    ...older
      .filter(({status}) => !after.has(status))
      .map(({status}): Difference => {
        const message = `The response ${code(status)} is gone.`;
        // Clients wait for a success; that an error comes no more breaks nobody.
        return {kind: 'removed', breaking: status.startsWith('2'), place: responseAddress(status, 0), message};
      }),
  ];
}
