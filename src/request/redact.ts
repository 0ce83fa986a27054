import type {Operation, Parameter, SecurityRequirement, SecurityScheme} from '../model/operation.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {isSecret, resolveSchema} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {RequestValues, Value} from '../model/values.ts';

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
    return value.map((item, index) => redact(item, applicable.map(itemSchema(index)), schemas, name) ?? null);
  }
  if (!isValueObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      redact(member, applicable.flatMap(memberSchemas(key)), schemas, key),
    ]),
  );
}

/** Every schema that may say something about a value: references followed, compositions opened. */
function applicableSchemas(candidates: (Schema | undefined)[], schemas: NamedSchemas): SchemaObject[] {
  const found = new Map<Schema, SchemaObject>();
  const visit = (schema: Schema | undefined): void => {
    if (schema === undefined || typeof schema === 'boolean' || found.has(schema)) return;
    const resolved = resolveSchema(schema, schemas);
    found.set(schema, resolved);
    for (const part of [...(resolved.allOf ?? []), ...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])]) visit(part);
  };
  candidates.forEach(visit);
  return [...found.values()];
}

function itemSchema(index: number): (schema: SchemaObject) => Schema | undefined {
  return (schema) => schema.prefixItems?.[index] ?? schema.items;
}

/** The schemas of a member by its name: declared, by pattern, or any other. */
function memberSchemas(key: string): (schema: SchemaObject) => (Schema | undefined)[] {
  return ({properties, patternProperties = {}, additionalProperties}) => {
    const declared = properties !== undefined && Object.hasOwn(properties, key) ? [properties[key]] : [];
    const matching = Object.entries(patternProperties).filter(([pattern]) => matches(pattern, key));
    const known = [...declared, ...matching.map(([, schema]) => schema)];
    return known.length > 0 ? known : [additionalProperties];
  };
}

/** A pattern that is no regular expression here counts as matching: better one placeholder too many. */
function matches(pattern: string, key: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(key);
  } catch {
    return true;
  }
}

function placeholder(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? ['secret'];
  return `YOUR_${words.join('_').toUpperCase()}`;
}
