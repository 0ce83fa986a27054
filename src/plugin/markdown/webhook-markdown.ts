import type {Webhook} from '../../model/operation.ts';
import {requestMarkdown, responseMarkdown} from './message-markdown.ts';
import {messageOptions, type OperationSurroundings} from './operation-markdown.ts';
import {proseMarkdown} from './prose-markdown.ts';
import {blocks, codeSpan, escapeText, link} from './syntax.ts';

/** A webhook whose prose is CommonMark, as one Markdown document: all that its page says. Pure. */
export function webhookMarkdown(webhook: Webhook, surroundings: OperationSurroundings): string {
  const {resolveLink} = surroundings;
  const {title, method, name, description, deprecated, externalDocs, responses} = webhook;
  const options = messageOptions(webhook, surroundings, true);
  const request = requestMarkdown(webhook, options);
  return `${blocks(
    `# ${escapeText(title)}`,
    `${codeSpan(`${method} ${name}`)}, sent by the API.`,
    deprecated ? '**Deprecated.**' : undefined,
    description && proseMarkdown(description, {resolveLink, shift: 2}),
    externalDocs && link(escapeText(externalDocs.description ?? 'More about this webhook'), externalDocs.url),
    '## Request',
    request === '' ? 'Nothing but the address.' : request,
    responses.length === 0 ? undefined : '## Answers',
    ...responses.map((response) => responseMarkdown(response, options)),
  )}\n`;
}
