import {endsInTime} from './ends-in-time.ts';
import type {Json} from '../model/json.ts';
import {member} from '../model/member.ts';
import {schemaName, type NamedSchemas, type Schema} from '../model/schema.ts';

/** So many steps take a validator well below a second. */
const mostSteps = 20_000;

/**
 * Whether a validator that follows every way through a schema would end soon with this value. Where schemas refer to each
 * other through `allOf` or `oneOf`, there may be more ways than anybody can go; so may there be through a pattern.
 */
export function isCheckable(schema: Schema, value: Json, schemas: NamedSchemas): boolean {
  let steps = 0;
  const ask = (pattern: string, text: string): void => {
    if (!endsInTime(pattern, text)) steps = Infinity;
  };
  const visit = (part: Schema | undefined, at: Json, within: readonly string[]): void => {
    if (typeof part !== 'object' || ++steps > mostSteps) return;
    if (typeof part.pattern === 'string' && typeof at === 'string') ask(part.pattern, at);
    const name = part.$ref === undefined ? undefined : schemaName(part.$ref);
    if (name !== undefined && !within.includes(name)) visit(member(schemas, name), at, [...within, name]);
    for (const list of [part.allOf, part.anyOf, part.oneOf]) {
      for (const inner of Array.isArray(list) ? list : []) {
        if (steps > mostSteps) return;
        visit(inner, at, within);
      }
    }
    for (const inner of [part.not, part.if, part.then, part.else]) visit(inner, at, within);
    if (Array.isArray(at)) {
      at.forEach((item, index) => visit(part.prefixItems?.[index] ?? part.items, item, []));
      if (part.contains !== undefined) at.forEach((item) => visit(part.contains, item, []));
    } else if (typeof at === 'object' && at !== null) {
      const named = Object.entries(part.patternProperties ?? {});
      for (const [key, inner] of Object.entries(at)) {
        for (const [pattern, property] of named) {
          ask(pattern, key);
          visit(property, inner ?? null, []);
        }
        visit(member(part.properties, key) ?? part.additionalProperties, inner ?? null, []);
      }
    }
  };
  visit(schema, value, []);
  return steps <= mostSteps;
}
