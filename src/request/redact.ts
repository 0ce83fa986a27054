import type {Operation, Parameter, SecurityRequirement, SecurityScheme} from '../model/operation.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import {isSecret} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {RequestValues, Value} from '../model/values.ts';
import {applicableSchemas, itemSchemas, memberSchemas} from './applicable-schemas.ts';

/**
 * The values with each secret replaced by a placeholder made of its field's name: `newPassword` → `YOUR_NEW_PASSWORD`.
 * Looks into nested values and references. What is left out stays left out, and null stays null.
 */
export function redactValues(operation: Operation, values: RequestValues): RequestValues {
  const {schemas} = operation;
  const redactAll = (place: Parameter['in']): Record<string, Value | undefined> =>
    Object.fromEntries(
      Object.entries(values[place]).map(([name, value]) => {
        const parameter = operation.parameters.find((candidate) => candidate.in === place && candidate.name === name);
        return [name, redact(value, [parameter?.schema], schemas, name)];
      }),
    );
  return {
    path: redactAll('path'),
    query: redactAll('query'),
    header: redactAll('header'),
    cookie: redactAll('cookie'),
    body: redact(values.body, operation.requestBody?.content.map(({schema}) => schema) ?? [], schemas, 'secret'),
  };
}

/** The credentials with each value replaced by a placeholder: `YOUR_TOKEN`, `YOUR_API_KEY`. */
export function redactCredentials(operation: Operation, credentials: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(credentials).map((name) => [name, credentialPlaceholder(operation.securitySchemes[name])]),
  );
}

/**
 * Placeholders for the credentials that an operation demands: those of its first security requirement that are not
 * given. None when the credentials given meet a requirement already, or when it can be called without any.
 */
export function demandedCredentials(operation: Operation, given: Record<string, string>): Record<string, string> {
  const isMet = (requirement: SecurityRequirement) => Object.keys(requirement).every((name) => given[name]);
  const [first = {}] = operation.security;
  if (operation.security.some(isMet)) return {};
  const missing = Object.keys(first).filter((name) => !given[name]);
  return redactCredentials(operation, Object.fromEntries(missing.map((name) => [name, ''])));
}

/** What stands for the credential of a scheme in code that is shown. */
function credentialPlaceholder(scheme: SecurityScheme | undefined): string {
  if (scheme?.type === 'apiKey') return 'YOUR_API_KEY';
  if (scheme?.type === 'http' && scheme.scheme.toLowerCase() === 'basic') return 'YOUR_USERNAME:YOUR_PASSWORD';
  return 'YOUR_TOKEN';
}

function redact(
  value: Value | undefined,
  candidates: (Schema | undefined)[],
  schemas: NamedSchemas,
  name: string,
): Value | undefined {
  if (value === undefined || value === null) return value;
  const applicable = applicableSchemas(candidates, schemas);
  if (applicable.some(isSecret)) return placeholder(name);
  if (Array.isArray(value)) {
    return value.map((item, index) => redact(item, itemSchemas(applicable, index), schemas, name) ?? null);
  }
  if (!isValueObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, redact(member, memberSchemas(applicable, key), schemas, key)]),
  );
}

function placeholder(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? ['secret'];
  return `YOUR_${words.join('_').toUpperCase()}`;
}
