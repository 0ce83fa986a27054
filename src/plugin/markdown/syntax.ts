/** Pieces of CommonMark and GFM whose content may be any text. */

/** The blocks of a text, a blank line between them; what is empty is left out. */
export function blocks(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** Text as code within a line (CommonMark 0.31, section 6.1): between more backticks than it has in a row. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
  if (line.trim() === '') return `"${line}"`;
  const marks = '`'.repeat(longestRun(line, '`') + 1);
  const pad = marks.length > 1 || (line.startsWith(' ') && line.endsWith(' ')) ? ' ' : '';
  return `${marks}${pad}${line}${pad}${marks}`;
}

/**
 * Text as code in a cell of a table. There GFM takes away a backslash before a pipe even within code, so that text with
 * these two can only stand as plain text.
 */
export function cellCode(text: string): string {
  return /(?<!\\)(?:\\\\)*\\\|/.test(text) ? escapeText(text) : codeSpan(text);
}

/** Text as a fenced block (CommonMark 0.31, section 4.5): the fence is longer than any run of backticks in it. */
export function fence(text: string, language = ''): string {
  const marks = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${marks}${language}\n${text.replace(/\n$/, '')}\n${marks}`;
}

/** Text in which no character means anything to Markdown, in one line (CommonMark 0.31, section 2.4). */
export function escapeText(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

/** A link; its text is Markdown. */
export function link(text: string, address: string): string {
  return `[${text}](${destination(address)})`;
}

/** An address where a link has it (CommonMark 0.31, section 6.3). */
export function destination(address: string): string {
  const encoded = address.replaceAll(/[\s<>]/g, (character) => encodeURIComponent(character));
  return /[()]/.test(encoded) ? `<${encoded}>` : encoded;
}

/** A table (GFM, section 4.10). Cells are Markdown within a line; columns without any content are left out. */
export function table(heads: string[], rows: string[][]): string {
  const columns = heads.map((_, index) => index).filter((index) => rows.some((row) => (row[index] ?? '') !== ''));
  const line = (cells: string[]): string => `| ${columns.map((index) => cell(cells[index] ?? '')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Markdown of a line as it stands in a cell. A pipe would end the cell; one that has its backslash already keeps it. The
 * backslash also works within code, where GFM takes it away before anything else is read.
 */
function cell(markdown: string): string {
  if (!/[\r\n|]/.test(markdown)) return markdown.trim();
  return markdown
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll(/(\\*)\|/g, (_, before: string) => `${before}${before.length % 2 === 0 ? '\\' : ''}|`)
    .trim();
}

function longestRun(text: string, character: string): number {
  return Math.max(0, ...text.split(new RegExp(`[^${character}]+`)).map((run) => run.length));
}
