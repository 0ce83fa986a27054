import {isJsonObject} from '../model/json.ts';
import type {Json} from '../model/json.ts';
import type {Link} from '../model/operation.ts';
import {evaluateExpression} from '../model/runtime-expression.ts';
import type {ExpressionContext} from '../model/runtime-expression.ts';
import type {Value} from '../model/values.ts';
import {fieldName} from './field-name.ts';

/** What a link hands to its target. */
export interface ResolvedLink {
  /** By `in.name` or bare name, as in the document: the form of the target knows the place of each. */
  parameters: Record<string, Value>;
  /** Undefined when the link gives none. */
  body: Value | undefined;
  /** The parameters and the parts of the body that the exchange has no value for: `query.id`, `body.email`. */
  missing: string[];
}

/** Evaluates the runtime expressions of a link (OpenAPI 3.1, Link Object). What has no value is left out and named. */
export function resolveLink(link: Link, context: ExpressionContext): ResolvedLink {
  const missing: string[] = [];
  const parameters: Record<string, Value> = {};
  for (const [name, given] of Object.entries(link.parameters)) {
    const value = typeof given === 'string' ? evaluateExpression(given, context) : given;
    if (value === undefined) missing.push(name);
    else parameters[name] = value;
  }
  const body = link.requestBody === undefined ? undefined : evaluateTree(link.requestBody, context, [], missing);
  return {parameters, body, missing};
}

function evaluateTree(
  tree: Json,
  context: ExpressionContext,
  path: (string | number)[],
  missing: string[],
): Value | undefined {
  if (typeof tree === 'string') {
    const value = evaluateExpression(tree, context);
    if (value === undefined) missing.push(fieldName('body', path));
    return value;
  }
  if (Array.isArray(tree)) {
    return tree
      .map((item, index) => evaluateTree(item, context, [...path, index], missing))
      .filter((item) => item !== undefined);
  }
  if (!isJsonObject(tree)) return tree;
  const members = Object.entries(tree).flatMap(([name, inner]) => {
    const value = inner === undefined ? undefined : evaluateTree(inner, context, [...path, name], missing);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(members);
}
