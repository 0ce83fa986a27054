import {isAbsolute, relative} from 'node:path';
import type {Document, Loc, LocationObject, NormalizedProblem} from '@redocly/openapi-core';
import {getLineColLocation} from '@redocly/openapi-core';
import {isInExtension} from './document-members.ts';
import {withShownNames} from './hidden-names.ts';
import type {Place, Problem, Severity} from './openapi-error.ts';

/**
 * A remark of the linter, with its place in lines and columns and a hint where one can be given.
 *
 * @param version of OpenAPI, `3.1.0`
 */
export function fromLintProblem(remark: NormalizedProblem, siteDir: string, version: string): Problem {
  const [location] = remark.location;
  if (location === undefined) throw new Error(`The lint rule ${remark.ruleId} gave no place: ${remark.message}`);
  const start = startOf(location.pointer ? {...location, pointer: withShownNames(location.pointer)} : location);
  const pointer = withShownNames(pointerOf(remark, location));
  return {
    severity: severityOf(remark, pointer, version),
    file: shownPath(location.source.absoluteRef, siteDir),
    line: start.line,
    column: start.col,
    pointer,
    message: isMissing(remark)
      ? describeMissing(location, start, remark.message)
      : oneLine(withShownNames(remark.message)),
    hint: hintFor(remark),
    rule: remark.ruleId,
  };
}

/** A problem at a pointer (`#/paths/~1account/get`) of a document that was read. */
export function problemAt(
  document: Document,
  pointer: string,
  siteDir: string,
  {severity = 'error', ...rest}: Pick<Problem, 'message' | 'hint' | 'rule'> & {severity?: Severity},
): Problem {
  return {severity, ...placeAt(document, pointer, siteDir), ...rest};
}

/** The place of a pointer in a document that was read, or of the nearest that stands in it. */
export function placeAt(document: Document, pointer: string, siteDir: string): Place {
  const start = startOf({source: document.source, pointer, reportOnKey: true});
  return {file: shownPath(document.source.absoluteRef, siteDir), line: start.line, column: start.col, pointer};
}

/** A path as the author knows it: from the site's folder where it lies inside it. */
export function shownPath(path: string, siteDir: string): string {
  const inside = relative(siteDir, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replaceAll('\\', '/');
}

/** Where something stands: what is empty has no place of its own, but what holds it does. */
function startOf(location: LocationObject): Loc {
  const {start} = getLineColLocation(location);
  const {pointer = '#/'} = location;
  const holder = pointer.slice(0, pointer.lastIndexOf('/'));
  if (start.line > 1 || start.col > 1 || holder.length < 2) return start;
  return startOf({...location, pointer: holder, reportOnKey: true});
}

/** The linter names a repeated operationId by its value, as if that were a key. */
function pointerOf({ruleId}: NormalizedProblem, {pointer = '#/'}: LocationObject): string {
  return ruleId === 'operation-operationId-unique' ? pointer.replace(/[^/]*$/, 'operationId') : pointer;
}

function isMissing({ruleId}: NormalizedProblem): boolean {
  return ruleId === 'no-unresolved-refs';
}

function hintFor(remark: NormalizedProblem): string | undefined {
  if (remark.from !== undefined) {
    const {line, col} = startOf({...remark.from, reportOnKey: true});
    return `Correct this place, or the $ref at ${line}:${col} that takes it for something else.`;
  }
  if (/^#\/paths\/(?!~1)[^/]+$/.test(remark.location[0]?.pointer ?? '')) return 'Begin the path with a slash.';
  if (remark.suggest.length > 0) return `Did you mean ${remark.suggest.map((text) => `"${text}"`).join(' or ')}?`;
  if (isMissing(remark)) return 'Correct the $ref, or add what it points to.';
  if (remark.ruleId === 'struct') return structHint(remark.message);
  return hints[remark.ruleId] ?? `Correct this place, or turn the rule "${remark.ruleId}" off in redocly.yaml.`;
}

const hints: Record<string, string> = {
  'operation-operationId-unique': 'Give each operation an operationId of its own.',
  'operation-parameters-unique': 'Remove one of the two, or change its name or its place (`in`).',
  'path-parameters-defined': 'Describe each name in braces as a parameter with `in: path`, and no other.',
  'path-declaration-must-exist': 'Write a name between the braces.',
  'path-not-include-query': 'Describe what follows the question mark as parameters with `in: query`.',
  'no-undefined-server-variable': 'Describe the variable in `variables` of the server.',
  'no-server-variables-empty-enum':
    'List the values that the variable can have, its default among them, or remove `enum`.',
  'spec-components-invalid-map-name': 'Use only letters, digits, dots, hyphens and underscores in names of components.',
  'security-defined': 'Name a scheme of `components.securitySchemes`, or write `security: []` where none is needed.',
};

function structHint(message: string): string {
  if (message.includes('must be present')) return 'Add the field: OpenAPI demands it here.';
  if (message.includes('not expected here')) return 'Correct the name, move it where it belongs, or remove it.';
  return 'Write here what OpenAPI has at this place.';
}

/** What these rules find is forbidden by OpenAPI, whatever `redocly.yaml` thinks of it. */
const forbidden = new Set([
  'no-unresolved-refs',
  'operation-operationId-unique',
  'operation-parameters-unique',
  'path-parameters-defined',
  'path-declaration-must-exist',
  'path-not-include-query',
  'no-undefined-server-variable',
  'no-server-variables-empty-enum',
]);

/**
 * Whether no site is built from a document with this mistake: a `$ref` to nothing leaves a hole in a page. Every other
 * mistake only takes what stands at its place, or nothing (docs/decisions/014-two-operations-at-one-address.md).
 */
export function stopsBuild({severity, rule}: Pick<Problem, 'severity' | 'rule'>): boolean {
  return severity === 'error' && rule === 'no-unresolved-refs';
}

/** The linter calls more an error than OpenAPI does, and some things that nothing is lost by (names of components). */
function severityOf({ruleId, message}: NormalizedProblem, pointer: string, version: string): Severity {
  // What an extension means, and whether its $ref is one, is for whoever reads it (OpenAPI, Specification Extensions).
  if (isInExtension(pointer)) return 'warning';
  // Only OpenAPI 3.2 says what a path may consist of (Path Templating), and only missing variables leave an address open.
  if (ruleId === 'path-not-include-query' && !version.startsWith('3.2')) return 'warning';
  if (ruleId === 'no-undefined-server-variable' && message.includes('is not used')) return 'warning';
  // Bare names are allowed in a mapping, and a name may only be known to whoever reads the value.
  if (ruleId === 'no-unresolved-refs' && pointer.includes('/discriminator/mapping/')) return 'warning';
  // OpenAPI 3.1, Server Variable Object: only since then the default must be among the values of `enum`.
  if (ruleId === 'no-server-variables-empty-enum' && version.startsWith('3.0') && message.includes('default value')) {
    return 'warning';
  }
  if (ruleId === 'security-defined') return message.startsWith('There is no') ? 'error' : 'warning';
  if (ruleId === 'struct' && understood.test(pointer)) return 'warning';
  if (ruleId === 'struct')
    return message.includes('not expected here') && !losesOperations(pointer) ? 'warning' : 'error';
  return forbidden.has(ruleId) ? 'error' : 'warning';
}

/** Keywords of other versions of JSON Schema, which schemas are read with all the same. */
const understood = /\/(?:examples|exclusiveMinimum|exclusiveMaximum)$/;

/** A path that does not begin with a slash, or a method that there is not: what stands below is not shown. */
function losesOperations(pointer: string): boolean {
  return /^#\/paths\/[^/]+(?:\/[^/]+)?$/.test(pointer);
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

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
