import type {TocItem} from '../../model/page.ts';

/**
 * The headings of rendered prose as entries of the table of contents: its first two levels, as sections of the page. The
 * HTML is our own, so its headings are well formed and their ids unique.
 */
export function headingsToc(html: string | undefined): TocItem[] {
  const found = [...(html ?? '').matchAll(/<h([23]) id="([^"]*)">(.*?)<\/h\1>/gs)];
  return found.map(([, level, id = '', value = '']) => ({
    id: unescapeHtml(id),
    value: value.replace(/<[^>]*>/g, '').trim(),
    level: Number(level),
  }));
}

/** Text as HTML, for an entry of the table of contents. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&#x3C;', '<').replaceAll('&#x22;', '"').replaceAll('&#x26;', '&');
}
