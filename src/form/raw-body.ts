import {FileValue} from '../model/file-value.ts';
import type {MediaType, Operation} from '../model/operation.ts';
import {emptyValues, isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {buildBody} from '../request/build-body.ts';
import {contentText} from '../request/content-text.ts';
import {encodeBody} from '../request/encode-body.ts';
import type {HttpBody} from '../request/http-request.ts';
import {
  isFormMediaType,
  isJsonLinesMediaType,
  isJsonMediaType,
  isMultipartMediaType,
  isXmlMediaType,
} from '../request/media-type.ts';
import {hasSecretInBody, redactValues} from '../request/redact.ts';
import {writeJson} from '../request/write-json.ts';
import {parseExactJson} from './parse-exact-json.ts';
import type {JsonMistake} from './parse-json.ts';
import {readFormText} from './raw-body-form.ts';

/** A body as the raw tab shows it. */
export interface RawText {
  text: string;
  language: 'json' | 'xml' | 'text';
  /** What the text does not hold of the value, or what cannot be undone: sentences with a full stop. */
  loses?: string[];
}

/** What the text of the raw tab means. */
export type ReadText =
  /** `value` is undefined when there is no text. `loses`: what the fields do not hold of the text, in sentences. */
  | {value: Value | undefined; loses?: string[]}
  /** Where the text is wrong, counted from 1. */
  | {problem: {line: number; column: number; message: string}}
  /** No fields can be made of such text at all; the sentence says why. It can be sent as it is (`rawBody`). */
  | {noFields: string};

/**
 * The text that a body travels as, laid out for reading: JSON and XML indented, others as they are sent. Exact numbers keep
 * their digits. No value gives no text.
 */
export function toRawText(operation: Operation, contentType: string | undefined, value: Value | undefined): RawText {
  const media = mediaOf(operation, contentType);
  const type = contentType ?? media?.mediaType ?? '';
  const language = isJsonMediaType(type) ? 'json' : isXmlMediaType(type) ? 'xml' : 'text';
  if (value === undefined) return {text: '', language};
  const options = {candidates: [media?.schema], schemas: operation.schemas, indent: 2};
  if (!(value instanceof FileValue) && (language === 'json' || (language === 'xml' && typeof value !== 'string'))) {
    const loses = [...(hasFile(value) ? [filesAsText] : []), ...(language === 'xml' ? [noWayBack('XML')] : [])];
    return withLosses({text: contentText(type, value, options), language}, loses);
  }
  const built = buildBody(operation, value, type);
  if (built === undefined) return {text: '', language};
  const {text, left} = textOf(built.body);
  const loses = [
    ...left.map((name) => `The file ${name} cannot be edited as text and is left out.`),
    ...(isMultipartMediaType(type) ? [noWayBack('Parts')] : []),
    ...(isFormMediaType(type) && hasFile(value) ? [filesAsText] : []),
  ];
  return withLosses({text, language}, loses);
}

/** The value that the text stands for, with what its fields would lose of it; or where it is wrong. Throws nothing. */
export function fromRawText(operation: Operation, contentType: string | undefined, text: string): ReadText {
  const media = mediaOf(operation, contentType);
  const type = contentType ?? media?.mediaType ?? '';
  if (isXmlMediaType(type)) return {noFields: noWayBack('XML')};
  if (isMultipartMediaType(type)) return {noFields: noWayBack('Parts')};
  const isLines = isJsonLinesMediaType(type) || (media?.isSequence === true && /[/+]json-seq$/.test(type));
  if ((isJsonMediaType(type) || isLines || isFormMediaType(type)) && text.trim() === '') return {value: undefined};
  if (isLines) return readLines(text);
  if (isJsonMediaType(type)) return readJson(text);
  if (isFormMediaType(type)) return {value: readFormText(text, media, operation.schemas)};
  return media?.isSequence === true ? {noFields: noWayBack('A sequence of this kind')} : {value: text};
}

/**
 * The text with secrets replaced by placeholders, for code that is shown. Text without any stays as it is; of text that
 * may hold one and cannot be read, nothing is shown.
 */
export function redactRawText(operation: Operation, contentType: string | undefined, text: string): string {
  if (!hasSecretInBody(operation) || text.trim() === '') return text;
  const read = fromRawText(operation, contentType, text);
  if (!('value' in read) || read.value === undefined) return 'YOUR_BODY';
  const {body} = redactValues(operation, {...emptyValues(), body: read.value});
  const isSame = writeJson(body ?? null) === writeJson(read.value);
  return isSame && read.loses === undefined ? text : toRawText(operation, contentType, body).text;
}

const filesAsText = 'Files become text in Base64.';

function noWayBack(what: string): string {
  return `${what} edited as text cannot be turned back into fields.`;
}

function withLosses(raw: RawText, loses: string[]): RawText {
  return loses.length === 0 ? raw : {...raw, loses};
}

function mediaOf({requestBody}: Operation, contentType: string | undefined): MediaType | undefined {
  const content = requestBody?.content ?? [];
  return contentType === undefined ? content[0] : content.find(({mediaType}) => mediaType === contentType);
}

function hasFile(value: Value): boolean {
  if (value instanceof FileValue) return true;
  if (Array.isArray(value)) return value.some(hasFile);
  return isValueObject(value) && Object.values(value).some((member) => member !== undefined && hasFile(member));
}

/** The body as text, and the names of the files that it cannot hold. */
function textOf(body: HttpBody): {text: string; left: string[]} {
  if (body.kind === 'text') return {text: body.text, left: []};
  if (body.kind === 'bytes') {
    const text = asText(body.bytes);
    return text === undefined ? {text: '', left: [body.fileName]} : {text, left: []};
  }
  const isText = ({content}: {content: string | Uint8Array}) =>
    typeof content === 'string' || asText(content) !== undefined;
  const parts = body.parts.filter(isText);
  const left = body.parts.filter((part) => !isText(part)).map(({fileName, name}) => fileName ?? name);
  return {text: new TextDecoder().decode(encodeBody({...body, parts})), left};
}

/** Undefined when the bytes are no UTF-8, or hold a character that no text has. */
function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function readJson(text: string): ReadText {
  const parsed = parseExactJson(text);
  if (!('value' in parsed)) return {problem: problemOf(parsed, text, 0)};
  return withDuplicates(parsed.value, parsed.duplicates, isLaidOutOtherwise(text, parsed.value));
}

/** JSON Lines, and the same with record separators. Empty lines say nothing. */
function readLines(text: string): ReadText {
  const values: Value[] = [];
  const duplicates: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const json = line.replaceAll('\u001e', ' ');
    if (json.trim() === '') continue;
    const parsed = parseExactJson(json);
    if (!('value' in parsed)) return {problem: problemOf(parsed, json, index)};
    values.push(parsed.value);
    duplicates.push(...parsed.duplicates);
  }
  return withDuplicates(values, duplicates, false);
}

function withDuplicates(value: Value, duplicates: string[], isOtherwise: boolean): ReadText {
  const loses = [
    ...[...new Set(duplicates)].map((name) => `“${name}” stands more than once in one object; only the last is kept.`),
    ...(isOtherwise ? ['Blanks, line breaks and escapes are not kept as they were typed.'] : []),
  ];
  return loses.length === 0 ? {value} : {value, loses};
}

function isLaidOutOtherwise(text: string, value: Value): boolean {
  return text.trim() !== writeJson(value) && text.trim() !== writeJson(value, 2);
}

function problemOf({line, column, reason}: JsonMistake, text: string, linesBefore: number) {
  const rest = text.split('\n')[line - 1]?.slice(column - 1) ?? '';
  const why = /^\/[/*]/.test(rest) ? 'JSON has no comments' : reason;
  return {line: line + linesBefore, column, message: `This is not JSON: ${why}.`};
}
