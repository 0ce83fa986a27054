import type {Document} from '@redocly/openapi-core';
import {escapeToken} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';
import {problemAt} from './problems.ts';

/** Deeper than any document that someone means, and as deep as every later step can follow. */
const deepest = 400;

/** How many values aliases may stand for, and how often each, before they are a mistake or an attack. */
const mostValues = 2_000_000;

/**
 * What no later step could take: values nested without end, or YAML aliases that stand for millions of values
 * (YAML 1.2, section 7.1: an alias is the value itself, not a reference to it).
 */
export function checkSize(root: Document, siteDir: string): Problem[] {
  const measured = measure(root.parsed);
  if (measured.tooDeep !== undefined) {
    const message = `This is nested more than ${deepest} levels deep.`;
    const hint = 'Take out what is nested without need, or give inner schemas names in `components`.';
    return [problemAt(root, pointerOf(measured.tooDeep), siteDir, {message, hint})];
  }
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
  tooDeep?: string[];
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
    else if (way.length > deepest) measured.tooDeep ??= [...way];
    if (measured.itself !== undefined || measured.tooDeep !== undefined) return 1;
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
