import type {NamedSchemas, Schema} from '../../model/schema.ts';
import {isSecret} from '../../model/schema.ts';
import {applicableSchemas, itemSchemas, memberSchemas} from '../../request/applicable-schemas.ts';
import {decodeJwt} from '../decode-jwt.ts';
import {indexJson, type JsonIndex} from './index-json.ts';
import {childrenOf, kindOf, nameOf} from './json-places.ts';

/** What stands for a secret in what is shown. */
const placeholder = '••••••';

export interface Redaction {
  /** What the document says of the text; undefined when it says nothing. */
  schema?: Schema | undefined;
  schemas: NamedSchemas;
  /** Texts that are secret wherever they stand. */
  secrets: readonly string[];
}

/**
 * A JSON text with a placeholder for each secret: what its schema says is one (`format: password` or `jwt`), what is a
 * signed JSON Web Token, and the texts named. Every other character stays as it came.
 */
export function redactJson(text: string, {schema, schemas, secrets}: Redaction): string {
  const index = indexJson(text);
  if (index === undefined) return redactText(text, secrets);
  const known = new Set(secrets);
  const spans: [start: number, end: number][] = [];
  const pending: {node: number; candidates: (Schema | undefined)[]}[] = [{node: 0, candidates: [schema]}];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const {node} = next;
    const applicable = applicableSchemas(next.candidates, schemas);
    const isHidden = applicable.some((one) => isSecret(one) || one.format === 'jwt');
    if (isHidden || isSecretText(text, index, node, known)) {
      if (!text.startsWith('null', index.start[node])) spans.push([index.start[node] ?? 0, index.end[node] ?? 0]);
      continue;
    }
    const kind = kindOf(text, index, node);
    for (const child of childrenOf(index, node)) {
      const candidates =
        kind === 'array'
          ? itemSchemas(applicable, index.ordinal[child] ?? 0)
          : memberSchemas(applicable, nameOf(text, index, child) ?? '');
      pending.push({node: child, candidates});
    }
  }
  return withPlaceholders(
    text,
    spans.sort(([a], [b]) => a - b),
  );
}

/** A text of any kind with a placeholder for each of the secrets and for each signed JSON Web Token. */
export function redactText(text: string, secrets: readonly string[]): string {
  const withoutKnown = secrets
    .filter((secret) => secret.length > 3)
    .sort((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, placeholder), text);
  return withoutKnown.replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, (token) =>
    decodeJwt(token) === undefined ? token : placeholder,
  );
}

function isSecretText(text: string, index: JsonIndex, node: number, known: Set<string>): boolean {
  const start = index.start[node] ?? 0;
  if (text[start] !== '"') return false;
  const value = JSON.parse(text.slice(start, index.end[node])) as string;
  return known.has(value) || (value.startsWith('eyJ') && decodeJwt(value) !== undefined);
}

function withPlaceholders(text: string, spans: [start: number, end: number][]): string {
  let from = 0;
  const pieces = spans.map(([start, end]) => {
    const piece = `${text.slice(from, start)}"${placeholder}"`;
    from = end;
    return piece;
  });
  return pieces.join('') + text.slice(from);
}
