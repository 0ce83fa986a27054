import type {Json} from '../model/json.ts';
import type {MediaType, Operation, Response} from '../model/operation.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import {typesOf} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {essence, isJsonMediaType, isXmlMediaType} from '../request/media-type.ts';
import {findMediaType, findResponse} from './find-response.ts';
import type {Documented} from './find-response.ts';
import {parseJson} from './parse-json.ts';
import {streamItems, type StreamItem} from './stream-items.ts';
import {validateValue} from './validate.ts';

/** What a reply is compared by. */
export interface ReplyFacts {
  status: number;
  /** Undefined when the reply names none. */
  mediaType: string | undefined;
  /** Names in any case. In a browser, those that CORS lets through. */
  headers: Record<string, string>;
  /** The body parsed as JSON, where it is JSON. */
  body: Json | undefined;
  /** Undefined when the body is not text. */
  text: string | undefined;
}

/** How a reply compares with the document. */
export interface ReplyCheck {
  documented: Documented;
  /** The response object that the status falls under. */
  response?: Response;
  problems: ReplyProblem[];
  /** What the body was compared with: its schema, nothing because the document has none, or nothing for this reason. */
  body: 'schema' | 'no schema' | 'no body' | {unchecked: string};
}

/** One way in which a reply differs from the document. */
export interface ReplyProblem extends Problem {
  /** The place in the body (`profile.id`), `header.<name>`, or empty for the reply as a whole. */
  name: string;
  /** Whether the body does not meet its schema at `name`. */
  isInBody?: boolean;
}

/** Enough to see what is wrong; a list of thousands of items can have a mistake in each. */
const mostProblems = 100;

/** Compares a reply with the response that the document gives for its status. */
export function checkReply(operation: Operation, reply: ReplyFacts): ReplyCheck {
  const {documented, response} = findResponse(operation, reply.status);
  if (response === undefined) {
    const problem = undocumented(`The status ${reply.status} is not documented for this operation.`);
    return {documented, problems: [problem], body: 'no schema'};
  }
  const {problems, compared} = checkBody(operation, response, reply);
  const all = [...headerProblems(response, reply), ...problems];
  return {documented, response, problems: shortened(all), body: compared};
}

interface BodyCheck {
  problems: ReplyProblem[];
  compared: ReplyCheck['body'];
}

function headerProblems(response: Response, {headers}: ReplyFacts): ReplyProblem[] {
  const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  return response.headers
    .filter(({name, required}) => required && name.toLowerCase() !== 'content-type' && !names.has(name.toLowerCase()))
    .map(({name}) => ({
      name: `header.${name}`,
      keyword: 'required',
      message: `The header ${name} is missing, or the API does not let browsers read it.`,
    }));
}

function checkBody(operation: Operation, response: Response, reply: ReplyFacts): BodyCheck {
  const {mediaType, text} = reply;
  const {content} = response;
  const differs = (problem: ReplyProblem): BodyCheck => ({problems: [problem], compared: 'no schema'});
  // RFC 9110, section 9.3.2: a reply to HEAD never has a body.
  if (operation.method === 'HEAD') return {problems: [], compared: 'no body'};
  if (content.length === 0) {
    if (text === '') return {problems: [], compared: 'no body'};
    return differs(undocumented('There is a body, but the document has none for this status.'));
  }
  if (text === '') {
    return differs({name: '', keyword: 'required', message: 'The body is empty, but the document promises one.'});
  }
  const known = content.map((candidate) => candidate.mediaType).join(', ');
  if (mediaType === undefined) {
    return differs(undocumented(`The reply does not say its media type; the document has ${known}.`));
  }
  const media = findMediaType(content, mediaType);
  if (media === undefined) {
    return differs(undocumented(`The media type ${mediaType} is not documented here; the document has ${known}.`));
  }
  return checkContent(operation, media, mediaType, reply);
}

function checkContent({schemas}: Operation, media: MediaType, mediaType: string, {body, text}: ReplyFacts): BodyCheck {
  const {schema} = media;
  if (isJsonMediaType(mediaType) && body === undefined) return {problems: unreadable(text), compared: 'no schema'};
  if (schema === undefined) return {problems: [], compared: 'no schema'};
  const judge = (value: Json): BodyCheck => judged(validateValue(schema, value, schemas, 'response'));
  if (body !== undefined && isJsonMediaType(mediaType)) return judge(body);
  if (text === undefined) return unchecked('Bytes are not checked against a schema.');
  if (media.isSequence === true) return judge(streamItems(text, mediaType).map((item) => itemValue(item, mediaType)));
  const types = typesOf(mergeSchema(schema, schemas));
  if (types.includes('string') || (types.length === 0 && essence(mediaType).startsWith('text/'))) return judge(text);
  return unchecked(`${isXmlMediaType(mediaType) ? 'XML' : essence(mediaType)} is not checked against its schema.`);
}

function judged(problems: Problem[]): BodyCheck {
  if (problems.some(({keyword}) => keyword === 'unchecked')) {
    return unchecked('This body could not be checked against its schema.');
  }
  return {problems: problems.map((problem) => ({...problem, isInBody: true})), compared: 'schema'};
}

function unchecked(reason: string): BodyCheck {
  return {problems: [], compared: {unchecked: reason}};
}

/** An item as its schema sees it: an event is an object of its fields (OpenAPI 3.2, section 4.14.4), other items are JSON. */
function itemValue(item: StreamItem, mediaType: string): Json {
  if (mediaType === 'text/event-stream') return {...item};
  const parsed = parseJson(item.data);
  return 'value' in parsed ? parsed.value : item.data;
}

function unreadable(text: string | undefined): ReplyProblem[] {
  const parsed = parseJson(text ?? '');
  const where = 'value' in parsed ? '' : `: line ${parsed.line}, column ${parsed.column}: ${parsed.reason}`;
  return [{name: '', keyword: 'syntax', message: `The body is not the JSON that its media type promises${where}.`}];
}

function undocumented(message: string): ReplyProblem {
  return {name: '', keyword: 'undocumented', message};
}

function shortened(problems: ReplyProblem[]): ReplyProblem[] {
  const rest = problems.length - mostProblems;
  if (rest <= 0) return problems;
  const message = `There ${rest === 1 ? 'is 1 more difference' : `are ${rest} more differences`} of this kind.`;
  return [...problems.slice(0, mostProblems), {name: '', keyword: 'more', message}];
}
