import {bodyAddress, headerAddress, partHeaderAddress, responseAddress} from '../../model/addresses.ts';
import {valueInWords} from '../../model/describe-schema.ts';
import {describeEncoding, describeSerialisation} from '../../model/describe-serialisation.ts';
import type {
  Accept,
  CallbackOperation,
  Example,
  Header,
  MediaType,
  Parameter,
  ParameterLocation,
  Response,
} from '../../model/operation.ts';
import {isSecret, resolveSchema, type NamedSchemas} from '../../model/schema.ts';
import type {SchemaNode} from '../../model/schema-tree.ts';
import {reasonPhrase} from '../../model/status.ts';
import {proseMarkdown} from './prose-markdown.ts';
import {headMarkdown, inlineMarkdown, rowTable, treeRows, type Row, type TableOptions} from './schema-table.ts';
import {blocks, codeSpan, escapeText, fence, link} from './syntax.ts';

/** What the Markdown of a request and its responses is made with. */
export interface MessageOptions extends TableOptions {
  /** The trees of the page, by their addresses. */
  trees: Readonly<Record<string, SchemaNode>>;
  schemas: NamedSchemas;
  /** What the addresses of this request begin with: nothing, or that of a callback with a dot. */
  prefix: string;
  /** Of the headings of its parts. */
  level: number;
}

type Message = Pick<CallbackOperation, 'parameters' | 'requestBody'> & {accept?: Accept | undefined};

/** Everything that a request carries: headers, path, query, cookies, body. Empty for one that carries nothing. */
export function requestMarkdown({accept, parameters, requestBody}: Message, options: MessageOptions): string {
  const {level, prefix} = options;
  const section = (title: string, location: ParameterLocation, first: Row[] = []): string => {
    const own = parameters.filter((parameter) => parameter.in === location);
    const rows = [...first, ...own.flatMap((parameter) => parameterRows(parameter, options))];
    return rows.length === 0 ? '' : blocks(heading(level, title), rowTable('Name', rows, options));
  };
  return blocks(
    section('Headers', 'header', acceptRow(accept, options)),
    section('Path parameters', 'path'),
    section('Query parameters', 'query'),
    section('Cookies', 'cookie'),
    requestBody && heading(level, 'Body'),
    requestBody && `${requestBody.required ? 'Required' : 'Optional'}.`,
    requestBody?.description && proseMarkdown(requestBody.description, {...options, shift: level}),
    ...(requestBody?.content ?? []).map((media, index) =>
      mediaMarkdown(media, `${prefix}${bodyAddress(index)}`, options),
    ),
  );
}

/** A response: when it comes, its headers, its bodies. */
export function responseMarkdown(
  {status, summary, description, headers, content}: Response,
  options: MessageOptions,
): string {
  const {level, prefix} = options;
  const rows = headerRows(headers, (name) => `${prefix}${headerAddress(status, name)}`, options);
  return blocks(
    heading(level, escapeText(`${status} ${reasonPhrase(status)}`.trim())),
    summary && escapeText(summary),
    proseMarkdown(description, {...options, shift: level}),
    rows.length === 0 ? undefined : rowTable('Header', rows, options),
    content.length === 0 ? 'No documented body.' : undefined,
    ...content.map((media, index) => mediaMarkdown(media, `${prefix}${responseAddress(status, index)}`, options)),
  );
}

/** A heading of this level. */
function heading(level: number, text: string): string {
  return `${'#'.repeat(Math.min(level, 6))} ${text}`;
}

const anything: SchemaNode = {type: {type: 'any'}, facts: []};

/** The tree at an address; a name in it may be that of a member of every object. */
function treeAt(address: string, {trees}: MessageOptions): SchemaNode | undefined {
  return Object.hasOwn(trees, address) ? trees[address] : undefined;
}

function parameterRows(parameter: Parameter, options: MessageOptions): Row[] {
  const {name, in: location, required, deprecated, description} = parameter;
  const node = treeAt(`${options.prefix}${location}.${name}`, options) ?? anything;
  const notes = [...describeSerialisation(parameter, options.schemas), ...exampleNotes(parameter, options.schemas)];
  const external = (parameter.externalExamples ?? []).map(
    ({summary, name: key, url}) => `example ${summary ?? key}: ${url}`,
  );
  return [
    {name, node, required, deprecated, description, notes: [...notes, ...external]},
    ...treeRows(node).map((row) => ({...row, name: row.name === '' ? name : `${name}.${row.name}`})),
  ];
}

/** The header that OpenAPI keeps in the responses' `content`. */
function acceptRow(accept: Accept | undefined, options: MessageOptions): Row[] {
  if (accept === undefined) return [];
  const description = accept.required
    ? 'The media type, and with it the version, that the reply comes in.'
    : 'The media type that the reply comes in.';
  const node = treeAt('header.Accept', options) ?? anything;
  return [{name: 'Accept', node, required: accept.required, description}];
}

/** Examples of a parameter, unless they were made, for its type tells as much; those of a secret stay in the document. */
function exampleNotes({examples, schema}: Parameter, schemas: NamedSchemas): string[] {
  const given = examples.filter(({generated}) => generated !== true);
  if (given.length === 0 || isSecret(resolveSchema(schema, schemas))) return [];
  return given.map(
    ({summary, value}) => `for example ${valueInWords(value)}${summary === undefined ? '' : `, ${summary}`}`,
  );
}

function headerRows(headers: Header[], addressOf: (name: string) => string, options: MessageOptions): Row[] {
  return headers.flatMap(({name, required, deprecated, description}): Row[] => {
    const node = treeAt(addressOf(name), options) ?? anything;
    return [
      {name, node, required, deprecated, description},
      ...treeRows(node).map((row) => ({...row, name: row.name === '' ? name : `${name}.${row.name}`})),
    ];
  });
}

/** A body of one media type: what it is, its properties, how its parts are written, its examples. */
function mediaMarkdown(media: MediaType, address: string, options: MessageOptions): string {
  const {mediaType, examples, externalExamples = [], isSequence} = media;
  const node = treeAt(address, options);
  const rows = node === undefined ? [] : treeRows(node);
  const sequence = isSequence === true ? ', its items one after the other' : '';
  const shift = {...options, shift: 4};
  return blocks(
    `Body as ${codeSpan(mediaType)}${sequence}${node === undefined ? '.' : `: ${headMarkdown(node, shift)}`}`,
    rows.length === 0 ? undefined : rowTable('Property', rows, options),
    encodingMarkdown(media, address, options),
    ...examples.map((example) => exampleMarkdown(example, mediaType, options)),
    ...externalExamples.map(({name, summary, description, url}) =>
      blocks(`Example: ${link(escapeText(summary ?? name), url)}.`, description && proseMarkdown(description, shift)),
    ),
  );
}

/** How the parts of a body are written (OpenAPI 3.1, Encoding Object). */
function encodingMarkdown({encoding = {}}: MediaType, address: string, options: MessageOptions): string {
  return blocks(
    ...Object.entries(encoding).map(([part, given]) => {
      const rows = headerRows(given.headers, (name) => partHeaderAddress(address, part, name), options);
      return blocks(
        `${codeSpan(part)} ${inlineMarkdown(describeEncoding(given))}.`,
        rows.length === 0 ? undefined : rowTable('Header of the part', rows, options),
      );
    }),
  );
}

function exampleMarkdown(example: Example, mediaType: string, options: MessageOptions): string {
  const {name, summary, description, value, generated} = example;
  const title = generated ? 'Example, made from the schema' : `Example: ${escapeText(summary ?? name)}`;
  const isText = typeof value === 'string' && !/\bjson\b/.test(mediaType);
  return blocks(
    `${title}.`,
    description && proseMarkdown(description, {...options, shift: 4}),
    isText ? fence(value, 'text') : fence(JSON.stringify(value, undefined, 2), 'json'),
  );
}
