import {callbackAddress} from '../../model/addresses.ts';
import type {Callback, Link, Operation, Response, Server} from '../../model/operation.ts';
import {growOperationTrees} from '../../model/operation-trees.ts';
import {exampleValues} from '../../request/example-values.ts';
import {resolveServer} from '../../request/resolve-server.ts';
import {buildSnippets} from '../../request/snippets/index.ts';
import {authorisationInWords} from './authorisation-in-words.ts';
import {requestMarkdown, responseMarkdown, type MessageOptions} from './message-markdown.ts';
import {proseMarkdown, type ResolveLink} from './prose-markdown.ts';
import {blocks, codeSpan, escapeText, fence, link} from './syntax.ts';

/** What an operation's Markdown needs to know of its surroundings. */
export interface OperationSurroundings {
  /** Of links in its prose. */
  resolveLink: ResolveLink;
  /** The address of the Markdown of another operation, by its key; undefined where there is none. */
  operationAddress: (key: string) => string | undefined;
  /** The address of the Markdown of a named schema; undefined where it has no page. */
  schemaAddress: (name: string) => string | undefined;
}

/** An operation whose prose is CommonMark, as one Markdown document: all that its page says. Pure. */
export function operationMarkdown(operation: Operation, surroundings: OperationSurroundings): string {
  const {resolveLink} = surroundings;
  const {title, description, deprecated, externalDocs, responses, callbacks = []} = operation;
  const options = messageOptions(operation, surroundings);
  const request = requestMarkdown(operation, options);
  return `${blocks(
    `# ${escapeText(title)}`,
    fence(`${operation.method} ${address(operation)}`, 'http'),
    deprecated ? '**Deprecated.**' : undefined,
    authorisationInWords(operation),
    serversMarkdown(operation.servers, resolveLink),
    description && proseMarkdown(description, {resolveLink, shift: 2}),
    externalDocs && link(escapeText(externalDocs.description ?? 'More about this operation'), externalDocs.url),
    '## Request',
    request === '' ? 'Nothing but the address.' : request,
    '## Responses',
    ...responses.map((response) => blocks(responseMarkdown(response, options), linksMarkdown(response, surroundings))),
    callbacks.length === 0 ? undefined : '## Callbacks',
    ...callbacks.map((callback) => callbackMarkdown(callback, options)),
    snippetsMarkdown(operation),
  )}\n`;
}

/** What its request and responses are written with. `isOutgoing`: the API sends it, as it does a webhook. */
export function messageOptions(
  operation: Operation,
  {resolveLink, schemaAddress}: OperationSurroundings,
  isOutgoing = false,
): MessageOptions {
  const trees = growOperationTrees(operation, isOutgoing);
  return {trees, schemas: operation.schemas, prefix: '', level: 3, resolveLink, schemaAddress};
}

/** `https://api.example.com/account/{id}` */
function address({servers: [server], path}: Operation): string {
  return `${server === undefined ? '' : resolveServer(server)}${path}`;
}

/** All servers, where there is more to say than the address says. */
function serversMarkdown(servers: Server[], resolveLink: ResolveLink): string {
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

/** The requests that the API sends in turn: where to, when, with what, and which answers it expects. */
function callbackMarkdown({name, expression, operations}: Callback, options: MessageOptions): string {
  return blocks(
    ...operations.map((request) => {
      const inner = {...options, prefix: `${callbackAddress(name, request.method)}.`, level: 4};
      const {title, description, deprecated, externalDocs} = request;
      return blocks(
        `### ${escapeText(title)}`,
        fence(`${request.method} ${expression}`, 'http'),
        deprecated ? '**Deprecated.**' : undefined,
        description && proseMarkdown(description, {...options, shift: 3}),
        externalDocs && link(escapeText(externalDocs.description ?? 'More about this callback'), externalDocs.url),
        requestMarkdown(request, inner),
        ...request.responses.map((response) => responseMarkdown(response, inner)),
      );
    }),
  );
}

/** What can be called next, and which of its values come from this call. */
function linksMarkdown({links}: Response, {resolveLink, operationAddress}: OperationSurroundings): string {
  if (links.length === 0) return '';
  const items = links.map(({label, description, operationKey, parameters, requestBody}: Link) => {
    const target = operationAddress(operationKey);
    const values = [
      ...Object.entries(parameters).map(([name, value]) => `${codeSpan(name)} = ${valueOf(value)}`),
      ...(requestBody === undefined ? [] : [`body = ${valueOf(requestBody)}`]),
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
function valueOf(value: unknown): string {
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
