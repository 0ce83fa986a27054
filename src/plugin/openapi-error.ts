import {inspect} from 'node:util';

/** `error`: what OpenAPI forbids, or what nothing can be shown of. `warning`: what could be better. */
export type Severity = 'error' | 'warning';

/** One thing wrong with an OpenAPI document: where, what, and how to mend it. */
export interface Problem extends Place {
  severity: Severity;
  /** What is wrong, in one sentence. */
  message: string;
  /** What to do about it. */
  hint?: string;
  /** The lint rule that found it, for `redocly.yaml`. */
  rule?: string;
}

export interface Place {
  /** The file as the reader knows it: relative to the site's folder where it lies inside it. */
  file: string;
  /** Counts from 1. */
  line: number;
  /** Counts from 1. */
  column: number;
  /** JSON Pointer as a URI fragment (RFC 6901, section 6): `#/paths/~1account/get`. */
  pointer: string;
}

/**
 * Documents that no site can be built from. The message lists every problem, each with its place, and is all that a
 * terminal shows: a stack trace would say where we noticed, not where to mend it.
 */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError';
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    super(`${count} in the OpenAPI documents:\n\n${problems.map(describeProblem).join('\n\n')}\n`);
    this.problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }

  [inspect.custom](): string {
    return `${this.name}: ${this.message}`;
  }
}

/** A problem as text: `file:line:column`, which terminals make a link, then the pointer, the sentence and the hint. */
export function describeProblem({file, line, column, pointer, message, hint, rule}: Problem): string {
  const lines = [`${file}:${line}:${column}  ${pointer}`, `  ${message}${rule ? ` (${rule})` : ''}`];
  if (hint) lines.push(`  → ${hint}`);
  return lines.join('\n');
}
