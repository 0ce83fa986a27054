/** The text with each character that XML 1.0 does not have (section 2.2, Char) replaced by U+FFFD. */
export function xmlText(text: string): string {
  // With the flag u a surrogate pair is one character, and only half of one is replaced.
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** Text between tags. A carriage return must be a reference, or parsers make a line feed of it (section 2.11). */
export function escapeText(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Text of an attribute in double quotes. Line breaks and tabs would be read as blanks (section 3.3.3). */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

const start = 'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c-\\u200d';
const rest = '\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const inside = '\\u0300-\\u036f\\u203f-\\u2040\\-.0-9\\u00b7';
const notInName = new RegExp(`[^${inside}${start}${rest}]`, 'gu');
const nameStart = new RegExp(`^[${start}${rest}]`, 'u');

/** A name without a colon (Namespaces in XML, NCName): what may not stand in one becomes `_`. */
export function xmlName(text: string): string {
  const name = text.replace(notInName, '_');
  return nameStart.test(name) ? name : `_${name}`;
}
