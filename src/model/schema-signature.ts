import {member} from './member.ts';
import {schemaName, type NamedSchemas, type Schema} from './schema.ts';

/** Says of two schemas, each with the named schemas of its version, whether they mean the same all the way down. */
export type MeansTheSame = (older: Schema | undefined, newer: Schema | undefined) => boolean;

/** What readers see and no value depends on. */
const annotations = new Set(['title', 'description', 'examples', 'externalDocs', '$comment', 'xml']);

/** Keywords whose value is schemas by names that the document chooses: no keyword among those is an annotation. */
const schemasByName = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

/** Keywords whose value is data. */
const data = new Set(['enum', 'const', 'default', 'required', 'dependentRequired']);

/** A schema without its annotations as text: the same for schemas that differ in order or in words only. */
export function schemaSignature(schema: Schema | undefined): string {
  return schema === undefined ? '' : JSON.stringify(withoutAnnotations(schema));
}

/**
 * Compares whole schemas at the price of one look at each named schema: two are the same when their texts are and
 * none of the names they reach stands for something else now.
 */
export function createMeansTheSame(older: NamedSchemas, newer: NamedSchemas): MeansTheSame {
  const differing = differingNames(older, newer);
  const signatures = new WeakMap<object, string>();
  const signatureOf = (schema: Schema | undefined): string => {
    if (typeof schema !== 'object') return String(schema);
    const known = signatures.get(schema);
    if (known !== undefined) return known;
    const signature = schemaSignature(schema);
    signatures.set(schema, signature);
    return signature;
  };
  return (a, b) => {
    const signature = signatureOf(a);
    return signature === signatureOf(b) && namesIn(signature).every((name) => !differing.has(name));
  };
}

/** The names whose schemas differ, themselves or in what they refer to. */
function differingNames(older: NamedSchemas, newer: NamedSchemas): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const differing = new Set<string>();
  for (const name of new Set([...Object.keys(older), ...Object.keys(newer)])) {
    const signature = schemaSignature(member(newer, name));
    if (schemaSignature(member(older, name)) !== signature) differing.add(name);
    for (const used of namesIn(signature)) {
      const known = users.get(used);
      if (known === undefined) users.set(used, [name]);
      else known.push(name);
    }
  }
  // A set gives what is added to it on the way as well.
  for (const name of differing) for (const user of users.get(name) ?? []) differing.add(user);
  return differing;
}

/** The named schemas that a signature speaks of. What only looks like a reference does no harm. */
export function namesIn(signature: string): string[] {
  return [...signature.matchAll(/"(#\/components\/schemas\/(?:[^"\\]|\\.)+)"/g)].flatMap(([, $ref = '']) => {
    const name = schemaName($ref);
    return name === undefined ? [] : [name];
  });
}

function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !annotations.has(key) && !key.startsWith('x-'));
  return Object.fromEntries(
    kept.sort(byKey).map(([key, child]: [string, unknown]) => {
      if (data.has(key)) return [key, child];
      if (!schemasByName.has(key) || typeof child !== 'object' || child === null)
        return [key, withoutAnnotations(child)];
      const schemas = Object.entries(child).sort(byKey);
      return [key, Object.fromEntries(schemas.map(([name, schema]) => [name, withoutAnnotations(schema)]))];
    }),
  );
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
