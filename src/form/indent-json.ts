/**
 * Indents JSON text by two spaces without changing a token: numbers keep every digit, strings every escape. Text that is
 * not JSON is given back as it came, with a sentence that says what is wrong.
 */
export function indentJson(text: string): {text: string; problem?: string} {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {text, problem: message.endsWith('.') ? message : `${message}.`};
  }
  return {text: indentTokens(text)};
}

/** Strings, numbers and literals as one token each, else a single bracket, comma or colon. */
const token = /"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+|[{}[\],:]/g;

function indentTokens(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let previous = '';
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (const [current] of text.matchAll(token)) {
    const opensEmpty = (previous === '{' && current === '}') || (previous === '[' && current === ']');
    if (current === '}' || current === ']') depth--;
    if (current === ':') parts.push(': ');
    else if (current === ',') parts.push(',');
    else if ((current === '}' || current === ']') && !opensEmpty) parts.push(newLine(), current);
    else if (previous === '{' || previous === '[' || previous === ',') parts.push(opensEmpty ? '' : newLine(), current);
    else parts.push(current);
    if (current === '{' || current === '[') depth++;
    previous = current;
  }
  return parts.join('');
}
