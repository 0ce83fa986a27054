import {describeType} from '../../model/describe-type.ts';
import {mergeSchema} from '../../model/merge-schema.ts';
import type {Example, MediaType, Operation, ParameterLocation, Response} from '../../model/operation.ts';
import type {Schema} from '../../model/schema.ts';
import {reasonPhrase} from '../../model/status.ts';
import {exampleValues} from '../../request/example-values.ts';
import {resolveServer} from '../../request/resolve-server.ts';
import {buildSnippets} from '../../request/snippets/index.ts';
import {authorisationInWords} from './authorisation-in-words.ts';
import {proseMarkdown, type ResolveLink} from './prose-markdown.ts';
import {limits, rowTable, schemaRows, type Direction, type Row} from './schema-table.ts';
import {blocks, codeSpan, escapeText, fence, link} from './syntax.ts';

/** What an operation's Markdown needs to know of its surroundings. */
export interface OperationSurroundings {
  /** Of links in its prose. */
  resolveLink: ResolveLink;
  /** The address of the Markdown of another operation, by its key; undefined where there is none. */
  operationAddress: (key: string) => string | undefined;
}

/** An operation whose prose is CommonMark, as one Markdown document: all that its page says. Pure. */
export function operationMarkdown(operation: Operation, surroundings: OperationSurroundings): string {
  const {resolveLink} = surroundings;
  const {title, description, deprecated, externalDocs} = operation;
  return `${blocks(
    `# ${escapeText(title)}`,
    fence(`${operation.method} ${address(operation)}`, 'http'),
    deprecated ? '**Deprecated.**' : undefined,
    authorisationInWords(operation),
    serversMarkdown(operation, resolveLink),
    description && proseMarkdown(description, {resolveLink, shift: 2}),
    externalDocs && link(escapeText(externalDocs.description ?? 'More about this operation'), externalDocs.url),
    requestMarkdown(operation, resolveLink),
    '## Responses',
    ...operation.responses.map((response) => responseMarkdown(response, operation, surroundings)),
    snippetsMarkdown(operation),
  )}\n`;
}

/** `https://api.example.com/account/{id}` */
function address({servers: [server], path}: Operation): string {
  return `${server === undefined ? '' : resolveServer(server)}${path}`;
}

/** All servers, where there is more to say than the address says. */
function serversMarkdown({servers}: Operation, resolveLink: ResolveLink): string {
  if (servers.length < 2 && servers[0]?.variables === undefined) return '';
  const prose = (text: string | undefined): string =>
    text === undefined ? '' : `. ${proseMarkdown(text, {resolveLink, shift: 4}).replaceAll('\n', '\n  ')}`;
  const items = servers.flatMap(({url, name, description, variables = {}}) => [
    `- ${codeSpan(url)}${name === undefined ? '' : ` ${escapeText(name)}`}${prose(description)}`,
    ...Object.entries(variables).map(([variable, {default: preset, enum: values, description: text}]) => {
      const allowed = values === undefined ? '' : `, one of ${values.map(codeSpan).join(', ')}`;
      return `  - ${codeSpan(variable)}: ${codeSpan(preset)} by default${allowed}${prose(text).replaceAll('\n', '\n  ')}`;
    }),
  ]);
  return blocks('Servers:', items.join('\n'));
}

function requestMarkdown(operation: Operation, resolveLink: ResolveLink): string {
  const {accept, requestBody, parameters} = operation;
  const isEmpty = parameters.length === 0 && accept === undefined && requestBody === undefined;
  return blocks(
    '## Request',
    isEmpty ? 'Nothing but the address.' : undefined,
    parametersMarkdown('Headers', 'header', operation, resolveLink),
    parametersMarkdown('Path parameters', 'path', operation, resolveLink),
    parametersMarkdown('Query parameters', 'query', operation, resolveLink),
    parametersMarkdown('Cookies', 'cookie', operation, resolveLink),
    requestBody && '### Body',
    requestBody && `${requestBody.required ? 'Required' : 'Optional'}.`,
    requestBody?.description && proseMarkdown(requestBody.description, {resolveLink, shift: 3}),
    ...(requestBody?.content ?? []).map((media) => contentMarkdown(media, operation, 'request', resolveLink)),
  );
}

function parametersMarkdown(
  title: string,
  location: ParameterLocation,
  operation: Operation,
  resolveLink: ResolveLink,
): string {
  const {parameters, schemas} = operation;
  const rows = parameters
    .filter((parameter) => parameter.in === location)
    .flatMap(({name, schema, required, deprecated, description, examples}): Row[] => [
      {name, schema, required, deprecated, description, notes: exampleNotes(examples)},
      ...schemaRows(schema, schemas, 'request').map((row) => ({...row, name: `${name}.${row.name}`})),
    ]);
  const all = location === 'header' ? [...acceptRow(operation), ...rows] : rows;
  return all.length === 0 ? '' : blocks(`### ${title}`, rowTable('Name', all, schemas, {resolveLink}));
}

/** The header that OpenAPI keeps in the responses' `content`. */
function acceptRow({accept}: Operation): Row[] {
  if (accept === undefined) return [];
  const description = accept.required
    ? 'The media type, and with it the version, that the reply comes in.'
    : 'The media type that the reply comes in.';
  return [{name: 'Accept', schema: {type: 'string', const: accept.value}, required: accept.required, description}];
}

/** Examples of a parameter, unless they were made: its type tells as much. */
function exampleNotes(examples: Example[]): string[] {
  const given = examples.filter(({generated}) => generated !== true);
  if (given.length === 0) return [];
  return [`for example ${given.map(({value}) => JSON.stringify(value)).join(', ')}`];
}

function responseMarkdown(response: Response, operation: Operation, surroundings: OperationSurroundings): string {
  const {resolveLink} = surroundings;
  const {status, description, headers, content} = response;
  const rows = headers.map(({name, schema, required, deprecated, description: text}): Row => {
    return {name, schema, required, deprecated, description: text};
  });
  return blocks(
    `### ${`${status} ${reasonPhrase(status)}`.trim()}`,
    proseMarkdown(description, {resolveLink, shift: 3}),
    rows.length === 0 ? undefined : rowTable('Header', rows, operation.schemas, {resolveLink}),
    content.length === 0 ? 'No documented body.' : undefined,
    ...content.map((media) => contentMarkdown(media, operation, 'response', resolveLink)),
    linksMarkdown(response, surroundings),
  );
}

/** A body of one media type: what it is, its properties, its examples. */
function contentMarkdown(
  {mediaType, schema, examples, externalExamples = []}: MediaType,
  {schemas}: Operation,
  direction: Direction,
  resolveLink: ResolveLink,
): string {
  const rows = schema === undefined ? [] : schemaRows(schema, schemas, direction);
  return blocks(
    `Body as ${codeSpan(mediaType)}${schema === undefined ? '' : `: ${schemaInWords(schema, schemas)}`}.`,
    schema === undefined ? undefined : schemaProse(schema, schemas, resolveLink),
    rows.length === 0 ? undefined : rowTable('Property', rows, schemas, {resolveLink}),
    ...examples.map((example) => exampleMarkdown(example, mediaType, resolveLink)),
    ...externalExamples.map(({name, summary, description, url}) =>
      blocks(
        `Example: ${link(escapeText(summary ?? name), url)}.`,
        description && proseMarkdown(description, {resolveLink, shift: 4}),
      ),
    ),
  );
}

function schemaInWords(schema: Schema, schemas: Operation['schemas']): string {
  const {type, format} = describeType(schema, schemas);
  return [format === undefined ? type : `${type} (${format})`, ...limits(mergeSchema(schema, schemas))]
    .map((words, index) => (index === 0 ? escapeText(words) : words))
    .join('; ');
}

function schemaProse(schema: Schema, schemas: Operation['schemas'], resolveLink: ResolveLink): string | undefined {
  const {description} = mergeSchema(schema, schemas);
  return description && proseMarkdown(description, {resolveLink, shift: 4});
}

function exampleMarkdown(example: Example, mediaType: string, resolveLink: ResolveLink): string {
  const {name, summary, description, value, generated} = example;
  const title = generated ? 'Example, made from the schema' : `Example: ${escapeText(summary ?? name)}`;
  const isText = typeof value === 'string' && !/\bjson\b/.test(mediaType);
  return blocks(
    `${title}.`,
    description && proseMarkdown(description, {resolveLink, shift: 4}),
    isText ? fence(value, 'text') : fence(JSON.stringify(value, undefined, 2), 'json'),
  );
}

/** What can be called next, and which of its values come from this call. */
function linksMarkdown({links}: Response, {resolveLink, operationAddress}: OperationSurroundings): string {
  if (links.length === 0) return '';
  const items = links.map(({label, description, operationKey, parameters, requestBody}) => {
    const target = operationAddress(operationKey);
    const values = [
      ...Object.entries(parameters).map(([name, value]) => `${codeSpan(name)} = ${valueCode(value)}`),
      ...(requestBody === undefined ? [] : [`body = ${valueCode(requestBody)}`]),
    ];
    const prose = description === undefined ? '' : proseMarkdown(description, {resolveLink, shift: 4});
    return [
      `- ${target === undefined ? escapeText(label) : link(escapeText(label), target)}`,
      ...(prose === '' ? [] : [`: ${prose.replaceAll('\n', '\n  ')}`]),
      ...(values.length === 0 ? [] : [` (${values.join(', ')})`]),
    ].join('');
  });
  return blocks('What can be called next:', items.join('\n'));
}

/** A value or runtime expression of a link. */
function valueCode(value: unknown): string {
  return codeSpan(typeof value === 'string' ? value : JSON.stringify(value));
}

function snippetsMarkdown(operation: Operation): string {
  const [server] = operation.servers;
  const snippets = buildSnippets(operation, exampleValues(operation), {server: server ? resolveServer(server) : ''});
  const samples = operation.codeSamples ?? [];
  if (snippets.length + samples.length === 0) return '';
  return blocks(
    '## Code',
    ...snippets.map(({label, grammar, code}) => blocks(`### ${label}`, fence(code, grammar))),
    ...samples.map(({language, label, code}) =>
      blocks(`### ${escapeText(label ?? language)}, from the document`, fence(code, infoString(language))),
    ),
  );
}

/** The name of a language where a fence has it: one word (CommonMark 0.31, section 4.5). */
function infoString(language: string): string {
  return language.toLowerCase().replaceAll(/[`\s].*/g, '');
}
