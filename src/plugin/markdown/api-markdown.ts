import {describeSecurityScheme} from '../../model/describe-security.ts';
import type {Api, Operation, Server} from '../../model/operation.ts';
import {resolveServer} from '../../request/resolve-server.ts';
import {groupOperations} from '../operation-groups.ts';
import {firstSentence} from '../prose/to-plain-text.ts';
import type {OperationSurroundings} from './operation-markdown.ts';
import {proseMarkdown} from './prose-markdown.ts';
import {blocks, codeSpan, escapeText, link} from './syntax.ts';

/** An API whose prose is CommonMark, as one Markdown document: all that its overview says. Pure. */
export function apiMarkdown(api: Api, surroundings: OperationSurroundings): string {
  const {resolveLink, schemaAddress} = surroundings;
  const names = Object.keys(api.schemas);
  const schemes = Object.entries(api.securitySchemes);
  const prose = (text: string | undefined): string =>
    text === undefined ? '' : proseMarkdown(text, {resolveLink, shift: 2});
  const inItem = (text: string | undefined): string =>
    text === undefined ? '' : `: ${prose(text).replaceAll('\n', '\n  ')}`;
  return `${blocks(
    `# ${escapeText(api.title)}`,
    `Version ${codeSpan(api.version)}.`,
    api.summary && escapeText(api.summary),
    prose(api.description),
    aboutMarkdown(api),
    api.servers.length === 0 ? undefined : '## Servers',
    api.servers.map((server) => `- ${serverMarkdown(server)}${inItem(server.description)}`).join('\n'),
    schemes.length === 0 ? undefined : '## Authorisation',
    schemes
      .map(([name, scheme]) => `- ${codeSpan(name)} (${describeSecurityScheme(scheme)})${inItem(scheme.description)}`)
      .join('\n'),
    ...groupOperations(api).map(({tag, title, description, operations}) => {
      const externalDocs = api.tags.find(({name}) => name === tag)?.externalDocs;
      return blocks(
        `## ${escapeText(title)}`,
        prose(description),
        externalDocs && link(escapeText(externalDocs.description ?? `More about ${title}`), externalDocs.url),
        operations.map((operation) => entryMarkdown(operation, operation.path, surroundings)).join('\n'),
      );
    }),
    api.webhooks.length === 0 ? undefined : '## Webhooks',
    api.webhooks.map((webhook) => entryMarkdown(webhook, webhook.name, surroundings)).join('\n'),
    names.length === 0 ? undefined : '## Schemas',
    names
      .map((name) => {
        const target = schemaAddress(name);
        return `- ${target === undefined ? codeSpan(name) : link(codeSpan(name), target)}`;
      })
      .join('\n'),
  )}\n`;
}

/** An operation or webhook in a list. */
function entryMarkdown(
  {key, title, method, deprecated, description}: Operation,
  place: string,
  {operationAddress}: OperationSurroundings,
): string {
  const target = operationAddress(key);
  const name = target === undefined ? escapeText(title) : link(escapeText(title), target);
  const summary = description === undefined ? '' : escapeText(firstSentence(description));
  return `- ${name}, ${codeSpan(`${method} ${place}`)}${deprecated ? ', deprecated' : ''}${summary === '' ? '' : `: ${summary}`}`;
}

function serverMarkdown(server: Server): string {
  const variables = Object.entries(server.variables ?? {}).map(([name, {default: value, enum: values}]) => {
    const choice = values === undefined ? '' : `, one of ${values.map(codeSpan).join(', ')}`;
    return `${codeSpan(name)} is ${codeSpan(value)} unless set${choice}`;
  });
  const resolved = resolveServer(server);
  const used = resolved === server.url ? '' : `, by default ${codeSpan(resolved)}`;
  return `${codeSpan(server.url)}${used}${variables.length === 0 ? '' : ` (${variables.join('; ')})`}`;
}

function aboutMarkdown({contact, license, termsOfService, externalDocs}: Api): string {
  const contactAddress = contact?.url ?? (contact?.email === undefined ? undefined : `mailto:${contact.email}`);
  const lines = [
    contactAddress &&
      `- Contact: ${link(escapeText(contact?.name ?? contact?.email ?? contactAddress), contactAddress)}`,
    license &&
      `- Licence: ${license.url === undefined ? escapeText(license.name) : link(escapeText(license.name), license.url)}`,
    termsOfService && `- ${link('Terms of service', termsOfService)}`,
    externalDocs && `- ${link(escapeText(externalDocs.description ?? 'More about this API'), externalDocs.url)}`,
  ];
  return lines.filter(Boolean).join('\n');
}
