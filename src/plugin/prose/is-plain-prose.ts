/**
 * Whether a description is words and commas in one line, as most descriptions of fields are: no sign of them means
 * anything in CommonMark, GFM or HTML, so that it need not be parsed.
 */
export function isPlainProse(markdown: string): boolean {
  return /^\p{L}[\p{L}\p{N} ,.;()'"?!%$/-]*$/u.test(markdown) && !/www\.| {2}/i.test(markdown);
}
