import {YamlParseError} from '@redocly/openapi-core';
import {LineCounter, parseDocument, type YAMLParseError} from 'yaml';
import type {Problem} from './openapi-error.ts';
import {shownPath} from './problems.ts';

/** One wrong bracket can make thousands. */
const mostProblems = 20;

const mend = 'Mend the syntax at this place; often an indent, a quote or a bracket is missing.';

const tooDeep = {
  message: 'This is nested too deeply to be read.',
  hint: 'Take out what is nested without need, or give inner schemas names in `components`.',
};

/**
 * Why a document could not be parsed: all mistakes at once, as a second parser finds them that goes on after the first.
 */
export function syntaxProblems(error: Error, text: string, path: string, siteDir: string): Problem[] {
  const file = shownPath(path, siteDir);
  if (isTooDeep(error)) return [{severity: 'error', file, ...deepestPlace(text), pointer: '#/', ...tooDeep}];
  const found = allMistakes(text);
  const mistakes = found.length > 0 ? found.slice(0, mostProblems) : [firstMistake(error)];
  return mistakes.map(({line, column, message, hint = mend}) => {
    return {severity: 'error', file, line, column, pointer: '#/', message, hint};
  });
}

interface Mistake {
  line: number;
  column: number;
  message: string;
  hint?: string;
}

function firstMistake(error: Error): Mistake {
  if (!(error instanceof YamlParseError)) return {line: 1, column: 1, message: unreadable(error.message)};
  // Not every error of the parser has a place.
  return {line: error.line || 1, column: error.col || 1, message: unreadable(error.originalError.message)};
}

function allMistakes(text: string): Mistake[] {
  const lineCounter = new LineCounter();
  let errors: Pick<YAMLParseError, 'pos' | 'code' | 'message'>[];
  try {
    errors = parseDocument(text, {lineCounter, logLevel: 'error'}).errors;
  } catch {
    // It may give up on what the first parser has given up on already.
    return [];
  }
  return errors.map(({pos: [offset], code, message}) => {
    const {line, col: column} = lineCounter.linePos(offset);
    if (code !== 'DUPLICATE_KEY') return {line, column, message: unreadable(message)};
    const [key = ''] = /^(["']?).*?\1(?=\s*:)/.exec(text.slice(offset)) ?? [];
    return {line, column, message: `The key ${key} stands twice.`, hint: 'Remove one of the two, or make them one.'};
  });
}

function isTooDeep(error: Error): boolean {
  const cause = error instanceof YamlParseError ? error.originalError : error;
  return cause instanceof RangeError || /nesting|maxDepth|call stack/i.test(cause.message);
}

/** Where the most brackets are open. Brackets within quotes count too: this is for finding the place, not for parsing. */
function deepestPlace(text: string): {line: number; column: number} {
  let depth = 0;
  let deepest = {depth: 0, offset: 0};
  for (let offset = 0; offset < text.length; offset++) {
    const sign = text[offset];
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth > deepest.depth) deepest = {depth, offset};
  }
  const before = text.slice(0, deepest.offset).split('\n');
  return {line: before.length, column: (before.at(-1) ?? '').length + 1};
}

/** Parsers put the place and an excerpt behind what they say. */
function unreadable(message: string): string {
  const [first = ''] = message.split('\n');
  const said = first.replace(/ in ".*" \(\d+:\d+\)$/, '').replace(/ at line \d+.*$/, '');
  return `This is not readable as YAML or JSON: ${said.replace(/[.:]+$/, '').trim()}.`;
}
