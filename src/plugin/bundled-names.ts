import {isJsonObject, type Json, type JsonObject} from '../model/json.ts';
import {pointerTokens} from './normalise/pointer.ts';
import {objectOf} from './normalise/read.ts';

/**
 * The components of a bundled document under the names that references to them mean. The library calls what it draws in
 * from another file by the end of the reference as written (`parts.yaml#/a~1b` → `a~1b`), and refers to it the same way,
 * which means `a/b` (RFC 6901, section 4).
 */
export function withMeantNames(bundled: JsonObject, given: ReadonlySet<string>): JsonObject {
  if (!isJsonObject(bundled['components'])) return bundled;
  const sections = Object.entries(bundled['components']).map(([section, components]) => {
    if (!isJsonObject(components)) return [section, components];
    const named = Object.entries(components).map(([name, component]) => {
      const [meant = name] = given.has(`${section}/${name}`) ? [name] : pointerTokens(`#/${name}`);
      return [Object.hasOwn(components, meant) ? name : meant, component];
    });
    return [section, Object.fromEntries(named) as JsonObject];
  });
  return {...bundled, components: Object.fromEntries(sections) as JsonObject};
}

/** The components that a document has itself, as `schemas/User`. To be asked before bundling, which adds to it. */
export function componentNames(root: unknown): ReadonlySet<string> {
  const components = objectOf(objectOf(root as Json)['components']);
  return new Set(
    Object.entries(components).flatMap(([section, named]) => {
      return Object.keys(objectOf(named)).map((name) => `${section}/${name}`);
    }),
  );
}
