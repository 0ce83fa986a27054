/**
 * Whether a pattern (ECMA-262, as JSON Schema uses it) takes a text; undefined when it is no expression, or when saying so
 * may take for ever.
 */
export function patternTakes(pattern: string, text: string): boolean | undefined {
  if (!isQuick(pattern, text)) return undefined;
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

/** Ways to read a text that are gone through in a moment. */
const mostWays = 1_000_000;

/** Whether this pattern is asked about this text in a moment, at worst. False for many that are quick all the same. */
export function isQuick(pattern: string, text: string): boolean {
  // What is repeated within something repeated can be divided anew at each character, the rest has a start and an end.
  const isNested = /[*+}][^(]*\)[*+{]/.test(pattern);
  const open = pattern.match(/[*+]|,\}/g)?.length ?? 0;
  return (isNested ? 2 ** text.length : text.length ** open) <= mostWays;
}
