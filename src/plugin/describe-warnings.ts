import {describeProblem, type Problem} from './openapi-error.ts';

/** How many remarks are shown whole. */
const shown = 10;

/**
 * Lint remarks as text: the first ones with their places, and how often each rule found something more. Thousands of
 * lines help nobody; `npx redocly lint` lists them all.
 */
export function describeWarnings(warnings: Problem[]): string {
  const rest = warnings.slice(shown);
  const text = warnings.slice(0, shown).map(describeProblem).join('\n\n');
  if (rest.length === 0) return text;
  const counts = new Map<string, number>();
  for (const {rule = 'other'} of rest) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `${rule} (${count})`);
  return `${text}\n\nand ${rest.length} more: ${rules.join(', ')}.`;
}
