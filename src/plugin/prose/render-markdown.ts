import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import {unified} from 'unified';
import {remarkAdmonitions} from './admonitions.ts';
import type {DocumentLinks} from './document-links.ts';
import {isPlainProse} from './is-plain-prose.ts';
import {parseOwnProse} from './parse-prose.ts';
import {rehypeFocusableCode} from './rehype-focusable-code.ts';
import {rehypeLinks} from './rehype-links.ts';
import {rehypeRawHtml} from './rehype-raw-html.ts';
import {rehypeScrollableTables} from './rehype-scrollable-tables.ts';
import {rehypeShiftHeadings} from './rehype-shift-headings.ts';
import {remarkUnknownTags} from './remark-unknown-tags.ts';
import {listenTo, renderOnce} from './rendered-texts.ts';
import {sanitiseSchema} from './sanitise-schema.ts';

/** Turns a description of the document into HTML. */
export type RenderMarkdown = (markdown: string, place: string) => string;

/**
 * Makes the function that turns CommonMark with GFM and `:::` admonitions into sanitised HTML. Headings of the
 * description that a page begins with stand beside the page's own, others below them; every id begins with the `place` of the description on its page, so that none stands twice.
 * Links into the document (`#/paths/~1account/get`) lead to the page of their target, or stay plain text. Pure; throws
 * for no text.
 */
export function createRenderMarkdown(links: DocumentLinks): RenderMarkdown {
  const renderers = new Map<string, (markdown: string) => string>();
  const rendered = new Map<string, string>();
  const heard = listenTo(links);
  return (markdown, place) => {
    if (isPlainProse(markdown)) return `<p>${markdown.trim()}</p>`;
    // Where nothing has an id or is a heading, the place makes no difference.
    const prefix = hasIds(markdown) ? `${place.replace(/[^\w.-]+/g, '-')}-` : '';
    // Most documents say the same thing in many places; parsing is what costs.
    const key = `${prefix}\n${markdown}`;
    const known = rendered.get(key);
    if (known !== undefined) return known;
    const top = place === 'description' ? 2 : 3;
    const render = renderers.get(prefix) ?? createRenderer(prefix, top, heard.links);
    renderers.set(prefix, render);
    const surroundings = JSON.stringify([links.baseUrl, links.folder, top]);
    const html = renderOnce(`${surroundings}${key}`, heard, () => render(markdown));
    rendered.set(key, html);
    return html;
  };
}

function createRenderer(prefix: string, top: number, links: DocumentLinks): (markdown: string) => string {
  const processor = unified()
    .use(remarkAdmonitions)
    .use(remarkUnknownTags)
    .use(remarkRehype, {allowDangerousHtml: true, clobberPrefix: ''})
    .use(rehypeRawHtml)
    .use(rehypeShiftHeadings, {top})
    .use(rehypeSlug)
    .use(rehypeLinks, {prefix, links})
    .use(rehypeSanitize, sanitiseSchema(prefix))
    .use(rehypeFocusableCode)
    .use(rehypeScrollableTables)
    .use(rehypeStringify)
    .freeze();
  return (markdown) => processor.stringify(processor.runSync(parseOwnProse(markdown), markdown));
}

/** Headings, footnotes and raw HTML can carry ids; when in doubt, yes. A `#` within a word or an address makes no heading. */
function hasIds(markdown: string): boolean {
  return /(?:^|[\s>])#{1,6}(?:\s|$)|\[\^|<|^[\s>]*(?:=+|-+)\s*$/m.test(markdown);
}
