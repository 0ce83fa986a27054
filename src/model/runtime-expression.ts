import type {Json} from './json.ts';
import {resolvePointer} from './json-pointer.ts';
import {member} from './member.ts';
import {toJson} from './values.ts';
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
    /** The parsed body; undefined when there is none, or none that is JSON. */
    body: Json | undefined;
  };
}

/**
 * The value of a runtime expression (OpenAPI 3.1, Runtime Expressions), or of text with expressions in braces embedded
 * in it. Other text is its own value. Undefined when the exchange has nothing at the place named, or when there is no
 * such place. An embedded value that is not text is written as JSON.
 */
export function evaluateExpression(expression: string, context: ExpressionContext): Json | undefined {
  if (isExpression(expression)) return evaluate(expression, context);
  let missing = 0;
  const text = expression.replaceAll(embedded, (_, inner: string) => {
    const value = evaluate(inner, context);
    if (value === undefined) missing += 1;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  return missing === 0 ? text : undefined;
}

/** Whether the text is an expression as a whole. A dollar sign alone does not make one: "$5" is text. */
function isExpression(text: string): boolean {
  return /^\$(url|method|statusCode)$|^\$(request|response)\./.test(text);
}

const embedded = /\{(\$(?:(?:url|method|statusCode)(?=\})|(?:request|response)\.)[^}]*)\}/g;

function evaluate(expression: string, context: ExpressionContext): Json | undefined {
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
    const body = isRequest ? jsonOf(context.request.body) : context.response.body;
    if (rest === '') return body;
    return rest.startsWith('#') ? resolvePointer(body, rest.slice(1)) : undefined;
  }
  if (source === undefined || !rest.startsWith('.')) return undefined;
  const name = rest.slice(1);
  if (source === 'header') {
    if (!isRequest) return headerOf(context.response.headers, name);
    return jsonOf(headerOf(context.request.header, name)) ?? headerOf(context.requestHeaders ?? {}, name);
  }
  return isRequest && (source === 'query' || source === 'path')
    ? jsonOf(member(context.request[source], name))
    : undefined;
}

function jsonOf(value: Value | undefined): Json | undefined {
  return value === undefined ? undefined : toJson(value);
}

/** RFC 9110, section 5.1: header names are compared without regard to case. */
function headerOf<Held>(headers: Record<string, Held | undefined>, name: string): Held | undefined {
  return Object.entries(headers).find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
}
