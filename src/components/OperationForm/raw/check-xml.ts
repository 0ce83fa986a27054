/** What is wrong with XML text and where, in the words of the browser; undefined when it is well-formed, or empty. */
export function checkXml(text: string): {line: number; column: number; message: string} | undefined {
  if (text.trim() === '') return undefined;
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const said = parsed.querySelector('parsererror')?.textContent;
  if (said === undefined) return undefined;
  // Chromium and Safari: "error on line 1 at column 6: …"; Firefox: "… Line Number 1, Column 6:" after the reason.
  const [, line = '1', column = '1'] = /line(?: number)? (\d+)(?: at|,) column (\d+)/i.exec(said) ?? [];
  const [, reason] = /column \d+: ([^\n]+?)(?:\n|Below is|$)/.exec(said) ?? /error: ([^\n]+)/i.exec(said) ?? [];
  return {
    line: Number(line),
    column: Number(column),
    message: `This is not XML${reason === undefined ? '' : `: ${reason.trim().replace(/\.$/, '')}`}.`,
  };
}
