/**
 * Whether a pattern (ECMA-262, as JSON Schema uses it) takes a text; undefined when it is no expression, or when saying so
 * may take for ever.
 */
export function patternTakes(pattern: string, text: string): boolean | undefined {
  if (text.length > (isSteep(pattern) ? 20 : 500)) return undefined;
  try {
    return expressionOf(pattern).test(text);
  } catch {
    return undefined;
  }
}

/** As validators read it: with Unicode where the pattern allows that. Throws for what is no expression. */
export function expressionOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/** Whether something repeated is repeated again: each character then may double the ways to read a text. */
function isSteep(pattern: string): boolean {
  return /[*+}][^(]*\)[*+{]/.test(pattern);
}
