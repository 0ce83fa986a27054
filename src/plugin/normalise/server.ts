import type {Json} from '../../model/json.ts';
import type {Server} from '../../model/operation.ts';
import {membersOf, listOf, objectOf, stringsOf, textOf} from './read.ts';

/**
 * The first of these lists that names a server: an operation's, its path item's, the document's. Without any, the server
 * is the one that the document came from (OpenAPI 3.1, OpenAPI Object, `servers`: "/").
 */
export function toServers(...lists: (Json | undefined)[]): Server[] {
  const servers = lists.map((list) => listOf(list).flatMap(toServer)).find((list) => list.length > 0);
  return servers ?? [{url: ''}];
}

function toServer(value: Json): Server[] {
  const object = objectOf(value);
  const url = textOf(object['url']);
  if (url === undefined) return [];
  const variables = membersOf(object['variables']).map(([name, variable]) => [name, toVariable(variable)] as const);
  return [
    {
      name: textOf(object['name']),
      url: url.replace(/\/+$/, ''),
      description: textOf(object['description']),
      variables: variables.length > 0 ? Object.fromEntries(variables) : undefined,
    },
  ];
}

function toVariable(value: Json): NonNullable<Server['variables']>[string] {
  const object = objectOf(value);
  const allowed = stringsOf(object['enum']);
  return {
    default: textOf(object['default']) ?? allowed[0] ?? '',
    enum: allowed.length > 0 ? allowed : undefined,
    description: textOf(object['description']),
  };
}
