import {fromRawText} from '../../../form/raw-body.ts';
import {isOfBody} from '../../../form/body-field.ts';
import {indexJson} from '../../../form/json-text/index-json.ts';
import {nodeAtName} from '../../../form/json-text/json-places.ts';
import type {Operation} from '../../../model/operation.ts';
import {isXmlMediaType} from '../../../request/media-type.ts';
import {checkXml} from './check-xml.ts';

/** One thing that is wrong with a text. */
export interface TextProblem {
  message: string;
  /** The place in the value, `address.city`; empty for the whole. */
  name: string;
  /** Counted from 1; undefined where the place in the text is not known. */
  at?: {line: number; column: number};
}

/** Where the text stops being what its media type says; undefined when it does not, or when nothing is known of that. */
export function findSyntaxProblem(
  operation: Operation,
  mediaType: string | undefined,
  text: string,
): TextProblem | undefined {
  const type = mediaType ?? operation.requestBody?.content[0]?.mediaType ?? '';
  const read = isXmlMediaType(type) ? {problem: checkXml(text)} : fromRawText(operation, mediaType, text);
  if (!('problem' in read) || read.problem === undefined) return undefined;
  const {message, line, column} = read.problem;
  return {message, name: '', at: {line, column}};
}

/** The messages about the body with their places in the text, in its order. */
export function placeMessages(text: string, messages: Readonly<Record<string, string>>): TextProblem[] {
  const index = indexJson(text);
  return Object.entries(messages)
    .filter(([name]) => isOfBody(name))
    .map(([fieldName, message]) => {
      const name = fieldName.replace(/^body\.?/, '');
      if (index === undefined) return {name, message};
      const node = nodeAtName(text, index, name);
      const begin = index.name[node] ?? -1;
      return {name, message, at: lineAndColumn(text, begin < 0 ? (index.start[node] ?? 0) : begin)};
    })
    .sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
}

/** How far a place is into the text. */
export function offsetOf(text: string, {line, column}: {line: number; column: number}): number {
  const before = text.split('\n').slice(0, line - 1);
  return Math.min(text.length, before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1);
}

function lineAndColumn(text: string, offset: number): {line: number; column: number} {
  const before = text.slice(0, offset).split('\n');
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}
