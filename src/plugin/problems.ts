import {readFileSync} from 'node:fs';
import {isAbsolute, relative} from 'node:path';
import type {Document, NormalizedProblem, ResolveError, YamlParseError} from '@redocly/openapi-core';
import {getLineColLocation} from '@redocly/openapi-core';
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
    message: oneLine(remark.message),
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
export function fromReadError(error: ResolveError | YamlParseError, path: string, siteDir: string): Problem {
  const place = {file: shownPath(path, siteDir), line: 1, column: 1, pointer: '#/'};
  if ('line' in error) {
    return {
      ...place,
      line: error.line,
      column: error.col,
      message: `This is not readable as YAML or JSON: ${oneLine(error.originalError.message)}`,
      hint: 'Mend the syntax at this place; often an indent, a quote or a bracket is missing, or a key stands twice.',
    };
  }
  return {
    ...place,
    message: `The file cannot be read: ${oneLine(error.originalError.message)}`,
    hint: `Check the path in docusaurus.config.ts${isReadable(path) ? '' : ' and that the file exists'}.`,
  };
}

/** A path as the author knows it: from the site's folder where it lies inside it. */
export function shownPath(path: string, siteDir: string): string {
  const inside = relative(siteDir, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replaceAll('\\', '/');
}

function hintFor({ruleId, suggest}: NormalizedProblem): string | undefined {
  if (suggest.length > 0) return `Did you mean ${suggest.map((text) => `"${text}"`).join(' or ')}?`;
  if (ruleId === 'no-unresolved-refs') return 'Correct the $ref, or add what it points to.';
  return undefined;
}

function isReadable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
