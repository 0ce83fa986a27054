/** What the parts of a program are called in the style sheet. */
type Part = 'comment' | 'text' | 'number' | 'keyword' | 'call' | 'name';

/** How a language writes what a reader tells apart: regular expressions, without groups, tried in this order. */
export type Grammar = [part: Part, pattern: string][];

const patterns = new Map<Grammar, RegExp>();

/** Code as HTML: each line an element, in it the parts that have a colour. Its text is the code, to the character. */
export function markCode(code: string, grammar: Grammar): string {
  let html = '';
  let end = 0;
  for (const match of code.matchAll(patternOf(grammar))) {
    const [text] = match;
    const part = grammar[match.slice(1).findIndex(Boolean)]?.[0];
    html += escapeHtml(code.slice(end, match.index)) + markPart(text, part ?? 'text');
    end = match.index + text.length;
  }
  return markLines(html + escapeHtml(code.slice(end)));
}

/** HTML with each of its lines in an element of its own; no element may be open over several lines. */
export function markLines(html: string): string {
  return html
    .split('\n')
    .map((line) => `<span>${line}\n</span>`)
    .join('')
    .replace(/\n<\/span>$/, '</span>');
}

/** Text as HTML. A carriage return that stands as such in HTML becomes a line feed when it is read. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
}

function patternOf(grammar: Grammar): RegExp {
  const known = patterns.get(grammar);
  if (known !== undefined) return known;
  const pattern = new RegExp(grammar.map(([, source]) => `(${source})`).join('|') || '(?!)', 'gm');
  patterns.set(grammar, pattern);
  return pattern;
}

/** A part of several lines is marked on each of them. */
function markPart(text: string, part: Part): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `<i data-part="${part}">${escapeHtml(line)}</i>`))
    .join('\n');
}
