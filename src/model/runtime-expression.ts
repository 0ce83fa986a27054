import {ExactNumber} from './exact-number.ts';
import {resolvePointer} from './json-pointer.ts';
import {member} from './member.ts';
import {isValueObject, toJson} from './values.ts';
import type {RequestValues, Value} from './values.ts';

/** One request and its reply, as runtime expressions look at them. */
export interface ExpressionContext {
  /** Absolute, as it was sent. */
  url: string;
  method: string;
  request: RequestValues;
  /** The headers as they were sent: those that no parameter stands for, such as `Content-Type`. Names in any case. */
  requestHeaders?: Record<string, string>;
  response: {
    status: number;
    /** Names in any case. */
    headers: Record<string, string>;
    /** The parsed body, its numbers exact where JavaScript's are not; undefined when there is none, or none that is JSON. */
    body: Value | undefined;
  };
}

/**
 * The value of a runtime expression (OpenAPI 3.1, Runtime Expressions), or of text with expressions in braces embedded
 * in it. Other text is its own value. Undefined when the exchange has nothing at the place named, or when there is no
 * such place. Numbers keep the digits they were written with. An embedded value that is not text is written as JSON.
 */
export function evaluateExpression(expression: string, context: ExpressionContext): Value | undefined {
  if (isExpression(expression)) return evaluate(expression, context);
  let missing = 0;
  const text = expression.replaceAll(embedded, (_, inner: string) => {
    const value = evaluate(inner, context);
    if (value === undefined) missing += 1;
    return value === undefined || typeof value === 'string' ? String(value) : jsonText(value);
  });
  return missing === 0 ? text : undefined;
}

/** Whether the text is an expression as a whole. A dollar sign alone does not make one: "$5" is text. */
function isExpression(text: string): boolean {
  return /^\$(url|method|statusCode)$|^\$(request|response)\./.test(text);
}

const embedded = /\{(\$(?:(?:url|method|statusCode)(?=\})|(?:request|response)\.)[^}]*)\}/g;

function evaluate(expression: string, context: ExpressionContext): Value | undefined {
  switch (expression) {
    case '$url':
      return context.url;
    case '$method':
      return context.method;
    case '$statusCode':
      return context.response.status;
  }
  const [, side, source, rest = ''] = /^\$(request|response)\.(header|query|path|body)(.*)$/s.exec(expression) ?? [];
  const isRequest = side === 'request';
  if (source === 'body') {
    const body = isRequest ? context.request.body : context.response.body;
    if (rest === '') return body;
    return rest.startsWith('#') ? resolvePointer(body, rest.slice(1)) : undefined;
  }
  if (source === undefined || !rest.startsWith('.')) return undefined;
  const name = rest.slice(1);
  if (source === 'header') {
    if (!isRequest) return headerOf(context.response.headers, name);
    return headerOf(context.request.header, name) ?? headerOf(context.requestHeaders ?? {}, name);
  }
  return isRequest && (source === 'query' || source === 'path') ? member(context.request[source], name) : undefined;
}

function jsonText(value: Value): string {
  if (value instanceof ExactNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join()}]`;
  if (!isValueObject(value)) return JSON.stringify(toJson(value));
  const members = Object.entries(value).flatMap(([name, inner]) =>
    inner === undefined ? [] : [`${JSON.stringify(name)}:${jsonText(inner)}`],
  );
  return `{${members.join()}}`;
}

/** RFC 9110, section 5.1: header names are compared without regard to case. */
function headerOf<Held>(headers: Record<string, Held | undefined>, name: string): Held | undefined {
  return Object.entries(headers).find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
}
