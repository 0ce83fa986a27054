import {isAbsolute, relative} from 'node:path';
import type {Document, Loc, LocationObject, NormalizedProblem} from '@redocly/openapi-core';
import {getLineColLocation, YamlParseError} from '@redocly/openapi-core';
import type {Problem} from './openapi-error.ts';

/** A remark of the linter, with its place in lines and columns and a hint where one can be given. */
export function fromLintProblem(remark: NormalizedProblem, siteDir: string): Problem {
  const [location] = remark.location;
  if (location === undefined) throw new Error(`The lint rule ${remark.ruleId} gave no place: ${remark.message}`);
  const {start} = getLineColLocation(location);
  return {
    file: shownPath(location.source.absoluteRef, siteDir),
    line: start.line,
    column: start.col,
    pointer: location.pointer ?? '#/',
    message: isMissing(remark) ? describeMissing(location, start, remark.message) : oneLine(remark.message),
    hint: hintFor(remark),
    rule: remark.ruleId,
  };
}

/** A problem at a pointer (`#/paths/~1account/get`) of a document that was read. */
export function problemAt(
  document: Document,
  pointer: string,
  siteDir: string,
  {message, hint, rule}: Pick<Problem, 'message' | 'hint' | 'rule'>,
): Problem {
  const {start} = getLineColLocation({source: document.source, pointer, reportOnKey: true});
  const file = shownPath(document.source.absoluteRef, siteDir);
  return {file, line: start.line, column: start.col, pointer, message, hint, rule};
}

/** Why a document could not be read or parsed. */
export function fromReadError(error: Error, path: string, siteDir: string): Problem {
  const place = {file: shownPath(path, siteDir), line: 1, column: 1, pointer: '#/'};
  if (error instanceof YamlParseError) {
    return {
      ...place,
      line: error.line,
      column: error.col,
      message: `This is not readable as YAML or JSON: ${firstLine(error.originalError.message)}.`,
      hint: 'Mend the syntax at this place; often an indent, a quote or a bracket is missing, or a key stands twice.',
    };
  }
  return {
    ...place,
    message: `The file cannot be read: ${firstLine(error.message)}.`,
    hint: 'Check the path in docusaurus.config.ts, and that the file is there and readable.',
  };
}

/** A path as the author knows it: from the site's folder where it lies inside it. */
function shownPath(path: string, siteDir: string): string {
  const inside = relative(siteDir, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replaceAll('\\', '/');
}

function isMissing({ruleId}: NormalizedProblem): boolean {
  return ruleId === 'no-unresolved-refs';
}

function hintFor(remark: NormalizedProblem): string | undefined {
  if (remark.suggest.length > 0) return `Did you mean ${remark.suggest.map((text) => `"${text}"`).join(' or ')}?`;
  if (isMissing(remark)) return 'Correct the $ref, or add what it points to.';
  return undefined;
}

/** What a `$ref` that leads nowhere says, read from the source: the linter does not tell. */
function describeMissing({source}: LocationObject, {line, col}: Loc, message: string): string {
  const text = source
    .getLines()
    .slice(line - 1)
    .join('\n')
    .slice(col - 1);
  const [, target] = /\$ref["']?\s*:\s*["']?([^"'\n,}]+)/.exec(text) ?? [];
  const reason = /:(.*)$/s.exec(message)?.[1] ?? '';
  return `The $ref ${target === undefined ? '' : `"${target.trim()}" `}leads to nothing${reason === '' ? '' : `: ${oneLine(reason)}`}.`;
}

/** Parsers put the place and an excerpt behind what they say. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ in ".*" \(\d+:\d+\)$/, '').trim();
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
