import type {Document} from '@redocly/openapi-core';
import {escapeToken} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';
import {problemAt} from './problems.ts';

/** How many values aliases may stand for, and how often each, before they are a mistake or an attack. */
const mostValues = 2_000_000;

/**
 * What no later step could take: YAML aliases that stand for millions of values, or for what they are part of
 * (YAML 1.2, section 7.1: an alias is the value itself, not a reference to it). Depth is what the parser limits.
 */
export function checkSize(root: Document, siteDir: string): Problem[] {
  const measured = measure(root.parsed);
  if (measured.itself !== undefined) {
    const message = 'A YAML alias here stands for a value that it is part of, so the value has no end.';
    return [
      problemAt(root, pointerOf(measured.itself), siteDir, {message, hint: 'Use `$ref` for what refers to itself.'}),
    ];
  }
  if (measured.values <= mostValues || measured.values <= 20 * measured.written) return [];
  const message = `YAML aliases make ${measured.values.toExponential(1)} values of ${measured.written} written ones.`;
  const hint = 'Use `$ref` into `components` instead of anchors and aliases.';
  return [problemAt(root, pointerOf(measured.heaviest), siteDir, {message, hint})];
}

interface Measured {
  /** With every alias counted as what it stands for. */
  values: number;
  /** Without. */
  written: number;
  itself?: string[];
  /** The way to the smallest value that is too much. */
  heaviest: string[];
}

function measure(parsed: unknown): Measured {
  const counts = new Map<object, number>();
  const open = new Set<object>();
  const measured: Measured = {values: 0, written: 0, heaviest: []};
  const count = (value: unknown, way: string[]): number => {
    if (typeof value !== 'object' || value === null) return 1;
    const known = counts.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) measured.itself ??= [...way];
    if (measured.itself !== undefined) return 1;
    open.add(value);
    let sum = 1;
    for (const [key, child] of Object.entries(value)) {
      measured.written++;
      way.push(key);
      const values = count(child, way);
      way.pop();
      sum += values;
    }
    open.delete(value);
    counts.set(value, sum);
    if (sum > mostValues && measured.heaviest.length === 0) measured.heaviest = [...way];
    return sum;
  };
  measured.values = count(parsed, []);
  return measured;
}

function pointerOf(way: string[]): string {
  return `#/${way.map(escapeToken).join('/')}`;
}
