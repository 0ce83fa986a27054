import type {Operation} from '../../model/operation.ts';
import {growTrees, type SchemaNode, type TreeRoot} from '../../model/schema-tree.ts';

/** The trees of all schemas on the page of an operation, by their addresses. */
export function growOperationTrees(operation: Operation): ReadonlyMap<string, SchemaNode> {
  const roots = operationRoots(operation);
  const nodes = growTrees(roots, operation.schemas);
  return new Map(roots.flatMap(({id}, index) => (nodes[index] === undefined ? [] : [[id, nodes[index]]])));
}

/** Where the properties of a body are found; those of its second media type under `body-2`. */
export function bodyAddress(index: number): string {
  return index === 0 ? 'body' : `body-${index + 1}`;
}

/** Where the properties of a response are found: `response-200`, `response-200-2`. */
export function responseAddress(status: string, index: number): string {
  return index === 0 ? `response-${status}` : `response-${status}-${index + 1}`;
}

/** Where a header of a response is found. */
export function headerAddress(status: string, name: string): string {
  return `response-${status}.header.${name}`;
}

function operationRoots({parameters, requestBody, responses}: Operation): TreeRoot[] {
  return [
    ...parameters.map(({in: location, name, schema}): TreeRoot => {
      return {id: `${location}.${name}`, schema, direction: 'request'};
    }),
    ...(requestBody?.content ?? []).flatMap(({schema}, index): TreeRoot[] => {
      return schema === undefined ? [] : [{id: bodyAddress(index), schema, direction: 'request'}];
    }),
    ...responses.flatMap(({status, headers, content}) => [
      ...headers.map(({name, schema}): TreeRoot => {
        return {id: headerAddress(status, name), schema, direction: 'response'};
      }),
      ...content.flatMap(({schema}, index): TreeRoot[] => {
        return schema === undefined ? [] : [{id: responseAddress(status, index), schema, direction: 'response'}];
      }),
    ]),
  ];
}
