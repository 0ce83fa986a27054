import type {Api, Webhook} from '../model/operation.ts';
import type {OperationEntry, PageLink, TocItem, WebhookPageData} from '../model/page.ts';
import {reasonPhrase} from '../model/status.ts';
import {member} from '../model/member.ts';
import {growOperationTrees} from '../model/operation-trees.ts';
import {firstSentence, toPlainText} from './prose/to-plain-text.ts';
import {escapeHtml, headingsToc} from './prose/headings-toc.ts';
import {schemaLinks} from './schema-pages.ts';
import type {SiteLinks} from './site-links.ts';

/** What search engines show of a description. */
const summaryLength = 160;

/** The webhooks as the overview lists them, in the order of the document; the name stands in the place of the path. */
export function webhookEntries(api: Api, links: SiteLinks): OperationEntry[] {
  return api.webhooks.map((webhook) => {
    const {key, title, method, name, deprecated, description} = webhook;
    const summary = description === undefined ? '' : firstSentence(description);
    return {key, title, method, path: name, permalink: links.operation(webhook), deprecated, summary};
  });
}

/** The pages of the webhooks; `rendered` is the same API with its prose as HTML. Pure. */
export function buildWebhookPages(api: Api, rendered: Api, links: SiteLinks): WebhookPageData[] {
  const overview: PageLink = {title: `Webhooks of ${api.title}`, permalink: `${links.api(api.id)}#webhooks`};
  const all = schemaLinks(api, links);
  const neighbours = api.webhooks.map((webhook) => ({title: webhook.title, permalink: links.operation(webhook)}));
  return rendered.webhooks.map((webhook, index): WebhookPageData => {
    const text = toPlainText(api.webhooks[index]?.description ?? '', summaryLength);
    return {
      webhook,
      schemaLinks: Object.fromEntries(
        Object.keys(webhook.schemas).flatMap((name) => {
          const link = member(all, name);
          return link === undefined ? [] : [[name, link]];
        }),
      ),
      trees: growOperationTrees(webhook, true, rendered.schemas),
      summary: text === '' ? `${webhook.title}: a webhook of the ${api.title} API.` : text,
      toc: webhookToc(webhook),
      previous: neighbours[index - 1] ?? overview,
      next: neighbours[index + 1],
    };
  });
}

function webhookToc({description, responses, requestBody}: Webhook): TocItem[] {
  return [
    ...headingsToc(description),
    {id: 'request', value: 'Request', level: 2},
    ...(requestBody === undefined ? [] : [{id: 'body', value: 'Body', level: 3}]),
    ...(responses.length === 0 ? [] : [{id: 'responses', value: 'Answers', level: 2}]),
    ...responses.map(({status}) => ({
      id: `response-${status}`,
      value: escapeHtml(`${status} ${reasonPhrase(status)}`.trim()),
      level: 3,
    })),
  ];
}
