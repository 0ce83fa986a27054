import type {Operation, Parameter, SecurityRequirement, SecurityScheme} from '../model/operation.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {isSecret} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {RequestValues, Value} from '../model/values.ts';
import {applicableSchemas, itemSchemas, memberSchemas} from './applicable-schemas.ts';
import {isSameHeader} from './http-request.ts';

/**
 * The values with each secret replaced by a placeholder made of its field's name: `newPassword` → `YOUR_NEW_PASSWORD`.
 * Looks into nested values and references. What is left out stays left out, and null stays null.
 */
export function redactValues(operation: Operation, values: RequestValues): RequestValues {
  return replaceSecrets(operation, values, placeholder);
}

/** The values without any secret: a member is left out, an item among others becomes null. */
export function withoutSecrets(operation: Operation, values: RequestValues): RequestValues {
  return replaceSecrets(operation, values, () => undefined);
}

/** Whether a body of the operation may have a secret in it, whatever its media type. */
export function hasSecretInBody({requestBody, schemas}: Operation): boolean {
  const seen = new Set<SchemaObject>();
  const holds = (candidates: (Schema | undefined)[]): boolean =>
    applicableSchemas(candidates, schemas).some((schema) => {
      if (seen.has(schema)) return false;
      seen.add(schema);
      const {properties = {}, patternProperties = {}, prefixItems = []} = schema;
      const {items, contains, unevaluatedItems, additionalProperties, unevaluatedProperties} = schema;
      const inner = [...Object.values(properties), ...Object.values(patternProperties), ...prefixItems];
      const others = [items, contains, unevaluatedItems, additionalProperties, unevaluatedProperties];
      return isSecret(schema) || [...inner, ...others].some((part) => holds([part]));
    });
  return holds(requestBody?.content.map(({schema}) => schema) ?? []);
}

type Replace = (name: string) => Value | undefined;

function replaceSecrets(operation: Operation, values: RequestValues, replace: Replace): RequestValues {
  const {schemas, requestBody} = operation;
  const replaceAll = (place: Parameter['in']): Record<string, Value | undefined> =>
    Object.fromEntries(
      Object.entries(values[place]).map(([name, value]) => {
        if (value !== undefined && value !== null && isCredential(operation, place, name)) return [name, replace(name)];
        const parameter = operation.parameters.find((candidate) => candidate.in === place && candidate.name === name);
        return [name, redact(value, [parameter?.schema], {schemas, replace, name})];
      }),
    );
  const candidates = requestBody?.content.map(({schema}) => schema) ?? [];
  return {
    path: replaceAll('path'),
    query: replaceAll('query'),
    header: replaceAll('header'),
    cookie: replaceAll('cookie'),
    body: redact(values.body, candidates, {schemas, replace, name: 'secret'}),
  };
}

/** A parameter that is the place of an API key as well. */
function isCredential({securitySchemes}: Operation, place: Parameter['in'], name: string): boolean {
  return Object.values(securitySchemes).some(
    (scheme) =>
      scheme.type === 'apiKey' &&
      scheme.in === place &&
      (place === 'header' ? isSameHeader(scheme.name, name) : scheme.name === name),
  );
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

interface Redaction {
  schemas: NamedSchemas;
  replace: Replace;
  /** The name of the field that the value belongs to. */
  name: string;
}

function redact(value: Value | undefined, candidates: (Schema | undefined)[], redaction: Redaction): Value | undefined {
  if (value === undefined || value === null) return value;
  const applicable = applicableSchemas(candidates, redaction.schemas);
  if (applicable.some(isSecret)) return redaction.replace(redaction.name);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => redact(item, itemSchemas(applicable, index), redaction));
    return items.every((item) => item === undefined) ? [] : items.map((item) => item ?? null);
  }
  if (!isValueObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      redact(member, memberSchemas(applicable, name), {...redaction, name}),
    ]),
  );
}

function placeholder(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? ['secret'];
  return `YOUR_${words.join('_').toUpperCase()}`;
}
