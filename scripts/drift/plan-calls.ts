import type {Json} from '../../src/model/json.ts';
import type {Operation, Parameter} from '../../src/model/operation.ts';
import type {RequestValues} from '../../src/model/values.ts';
import {exampleValues} from '../../src/request/example-values.ts';

/** One call to be made, or the reason why it is not made. */
export type PlannedCall = {operation: Operation; example: string} & ({values: RequestValues} | {skipped: string});

export interface PlanOptions {
  /** Values of credentials by the name of their security scheme. */
  credentials: Readonly<Record<string, string>>;
  /** The ids of operations that are called although their method may change something. */
  also: readonly string[];
}

/** Methods that ask a server to change nothing (RFC 9110, section 9.2.1; QUERY is safe by its definition). */
const safeMethods = ['GET', 'HEAD', 'OPTIONS', 'QUERY'];

/**
 * The calls that the documented examples of an operation make: with the required values only, with each given example of
 * an optional parameter, and with each given example of the body. Pure. An operation that may change data, or for which
 * a value or a credential is missing, is one skipped call.
 */
export function planCalls(operation: Operation, {credentials, also}: PlanOptions): PlannedCall[] {
  const reason = reasonToSkip(operation, credentials, also);
  if (reason !== undefined) return [{operation, example: 'all', skipped: reason}];
  const required = exampleValues(operation);
  return [
    {operation, example: 'required values', values: required},
    ...operation.parameters.filter(isOptional).flatMap((parameter) =>
      givenExamples(parameter).map(({name, value}) => ({
        operation,
        example: `${parameter.in}.${parameter.name}, ${name}`,
        values: withParameter(required, parameter, value),
      })),
    ),
    ...bodyExamples(operation)
      .slice(1)
      .map((name) => ({operation, example: `body, ${name}`, values: exampleValues(operation, name)})),
  ];
}

function reasonToSkip(
  operation: Operation,
  credentials: Readonly<Record<string, string>>,
  also: readonly string[],
): string | undefined {
  if (!safeMethods.includes(operation.method) && !also.includes(operation.operationId)) {
    return `${operation.method} may change data. To send it all the same: --also ${operation.operationId}`;
  }
  const missing = operation.parameters.find(({required, in: place, name}) => {
    return required && exampleValues(operation)[place][name] === undefined;
  });
  if (missing !== undefined) return `The required ${missing.in} parameter "${missing.name}" has no example.`;
  const isMet = operation.security.some((requirement) => Object.keys(requirement).every((name) => credentials[name]));
  if (operation.security.length === 0 || isMet) return undefined;
  const names = Object.keys(operation.security[0] ?? {});
  return `It needs a credential: ${names.map((name) => `--credential ${name}=…`).join(' ')}`;
}

function isOptional({required}: Parameter): boolean {
  return !required;
}

/** Examples of the document; one made of the schema says nothing about the server. */
function givenExamples(parameter: Parameter): {name: string; value: Json}[] {
  return parameter.examples.filter(({generated}) => generated !== true);
}

function bodyExamples({requestBody}: Operation): string[] {
  return (requestBody?.content[0]?.examples ?? []).map(({name}) => name);
}

function withParameter(values: RequestValues, {in: place, name}: Parameter, value: Json): RequestValues {
  return {...values, [place]: {...values[place], [name]: value}};
}
