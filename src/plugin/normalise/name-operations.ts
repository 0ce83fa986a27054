import {follow, type Context} from './context.ts';
import {methodsOf} from './methods.ts';
import type {NamedOperation} from './operation.ts';
import {escapeToken} from './pointer.ts';
import {entriesOf, filledTextOf} from './read.ts';
import {makeUnique, toKebabCase, toPascalCase} from './words.ts';

/** Words that stand at the place of a slug for something else. */
const reservedSlugs = ['schemas', 'webhooks'];

/** Every operation of `paths`, in the order of the document, with an id and a slug that no other has. */
export function nameOperations(context: Context): NamedOperation[] {
  const slugs = new Set(reservedSlugs);
  const ids = new Set<string>();
  return entriesOf(context.document['paths']).flatMap(([path, value]) => {
    const pathItem = follow(value, context) ?? {};
    return methodsOf(pathItem).map(({method, key, operation}) => {
      const given = filledTextOf(operation['operationId']);
      const address = toKebabCase(`${method.toLowerCase()} ${path}`);
      const slug = makeUnique(firstFilled(toKebabCase(given ?? ''), address), slugs);
      return {
        operationId: makeUnique(firstFilled(given ?? '', toCamelCase(address)), ids, ''),
        slug,
        method,
        path,
        pointer: `#/paths/${escapeToken(path)}/${key}`,
        object: operation,
        pathItem,
      };
    });
  });
}

/** A name made of signs that no address can have leaves nothing over. */
function firstFilled(...names: string[]): string {
  return names.find((name) => name !== '') ?? 'operation';
}

function toCamelCase(name: string): string {
  const pascal = toPascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}
