import {bodyAddress, callbackAddress, headerAddress, partHeaderAddress, responseAddress} from './addresses.ts';
import type {CallbackOperation, MediaType, Operation} from './operation.ts';
import {growTrees, type Direction, type SchemaNode, type TreeBounds, type TreeRoot} from './schema-tree.ts';

/** A page has all named schemas at hand and opens more of them on demand. */
const bounds: TreeBounds = {namedRows: 100, rows: 1000, levels: 24};

/**
 * The trees of all schemas on the page of an operation, by their addresses. They share the bounds of one page. What the
 * API sends of its own accord (`isOutgoing`: a webhook) shows what its responses show.
 *
 * @param schemas those of the whole API, where many operations are told: what is found of a schema is then found once
 */
export function growOperationTrees(
  operation: Operation,
  isOutgoing = false,
  schemas = operation.schemas,
): Record<string, SchemaNode> {
  const roots = operationRoots(operation, isOutgoing ? ['response', 'request'] : ['request', 'response']);
  const nodes = growTrees(roots, schemas, bounds);
  return Object.fromEntries(roots.flatMap(({id}, index) => (nodes[index] === undefined ? [] : [[id, nodes[index]]])));
}

function operationRoots(operation: Operation, directions: [Direction, Direction]): TreeRoot[] {
  const {accept, callbacks = []} = operation;
  return [
    ...(accept === undefined ? [] : [root('header.Accept', {type: 'string', const: accept.value}, directions[0])]),
    ...requestRoots(operation, directions),
    // What the API sends is like its responses, and what it is answered like a request.
    ...callbacks.flatMap(({name, operations}) =>
      operations.flatMap((request) =>
        requestRoots(request, ['response', 'request']).map(({id, ...rest}) => ({
          id: `${callbackAddress(name, request.method)}.${id}`,
          ...rest,
        })),
      ),
    ),
  ];
}

function requestRoots(
  {parameters, requestBody, responses}: CallbackOperation,
  [asked, answered]: [Direction, Direction],
): TreeRoot[] {
  return [
    ...parameters.map(({in: location, name, schema}) => root(`${location}.${name}`, schema, asked)),
    ...contentRoots(requestBody?.content ?? [], asked, bodyAddress),
    ...responses.flatMap(({status, headers, content}) => [
      ...headers.map(({name, schema}) => root(headerAddress(status, name), schema, answered)),
      ...contentRoots(content, answered, (index) => responseAddress(status, index)),
    ]),
  ];
}

function contentRoots(content: MediaType[], direction: Direction, address: (index: number) => string): TreeRoot[] {
  return content.flatMap(({schema, encoding = {}}, index) => [
    ...(schema === undefined ? [] : [root(address(index), schema, direction)]),
    ...Object.entries(encoding).flatMap(([part, {headers}]) =>
      headers.map((header) => root(partHeaderAddress(address(index), part, header.name), header.schema, direction)),
    ),
  ]);
}

function root(id: string, schema: TreeRoot['schema'], direction: Direction): TreeRoot {
  return {id, schema, direction};
}
