import {isJsonObject, type Json, type JsonObject} from '../../model/json.ts';
import {follow, type Context} from './context.ts';
import {methodsOf} from './methods.ts';
import type {NamedOperation} from './operation.ts';
import {escapeToken} from './pointer.ts';
import {entriesOf, filledTextOf, membersOf} from './read.ts';
import type {NamedWebhook} from './webhook.ts';
import {makeUnique, toKebabCase, toPascalCase} from './words.ts';

/** Words that stand at the place of a slug for something else. */
const reservedSlugs = ['schemas', 'webhooks', 'index'];

/** File systems take 255 bytes for a name, and a slug is only a part of it. */
const longestSlug = 120;

/** Every operation of `paths`, in the order of the document, with an id and a slug that no other has. */
export function nameOperations(context: Context): NamedOperation[] {
  const slugs = new Set(reservedSlugs);
  const ids = new Set<string>();
  return entriesOf(context.document['paths']).flatMap(([path, value]) => {
    const pathItem = toPathItem(value, context);
    return methodsOf(pathItem).map(({method, key, operation}) => {
      const given = filledTextOf(operation['operationId']);
      const address = toKebabCase(`${method.toLowerCase()} ${path}`);
      return {
        operationId: makeUnique(firstFilled(given ?? '', toCamelCase(address)), ids, ''),
        slug: makeUnique(toSlug(given ?? '', address), slugs),
        method,
        path,
        pointer: `#/paths/${escapeToken(path)}/${key}`,
        object: operation,
        pathItem,
        isOutgoing: false,
      };
    });
  });
}

/** Every request of `webhooks`, in the order of the document, with a slug that no other webhook has. */
export function nameWebhooks(context: Context): NamedWebhook[] {
  const slugs = new Set<string>(['index']);
  return membersOf(context.document['webhooks']).flatMap(([name, value]) => {
    const pathItem = toPathItem(value, context);
    const methods = methodsOf(pathItem);
    return methods.map(({method, key, operation}) => ({
      name,
      operationId: filledTextOf(operation['operationId']) ?? name,
      slug: makeUnique(toSlug(name, methods.length > 1 ? `webhook ${method}` : 'webhook'), slugs),
      method,
      path: '',
      pointer: `#/webhooks/${escapeToken(name)}/${key}`,
      object: operation,
      pathItem,
      isOutgoing: true,
    }));
  });
}

/** A path item with its `$ref` followed; what stands beside the reference belongs to it too, as most tools read it. */
function toPathItem(value: Json, context: Context): JsonObject {
  const {$ref: _reference, ...own} = isJsonObject(value) ? value : {};
  return {...follow(value, context), ...own};
}

/** Names made of signs that no address can have leave nothing over. Small letters, for some file systems know no others. */
function toSlug(...names: string[]): string {
  return firstFilled(...names.map((name) => toKebabCase(name).slice(0, longestSlug).replace(/-$/, '')));
}

function firstFilled(...names: string[]): string {
  return names.find((name) => name !== '') ?? 'operation';
}

function toCamelCase(name: string): string {
  const pascal = toPascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}
