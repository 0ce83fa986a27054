import type {Api, Operation} from '../model/operation.ts';
import {schemaName, type Schema} from '../model/schema.ts';
import {mapSubschemas} from './normalise/schema-positions.ts';

/** Who refers to a named schema, without another named schema in between. */
export interface SchemaUse {
  /** Where each operation has it: `request`, `200`. */
  operations: Map<Operation, Set<string>>;
  /** Names of schemas. */
  schemas: Set<string>;
}

/** The uses of every named schema of an API that is used at all. */
export function schemaUses({operations, schemas}: Api): ReadonlyMap<string, SchemaUse> {
  const uses = new Map<string, SchemaUse>();
  const useOf = (name: string): SchemaUse => {
    const use = uses.get(name) ?? {operations: new Map<Operation, Set<string>>(), schemas: new Set<string>()};
    uses.set(name, use);
    return use;
  };
  for (const [owner, schema] of Object.entries(schemas)) {
    for (const name of directNames(schema)) useOf(name).schemas.add(owner);
  }
  for (const operation of operations) {
    for (const [place, schema] of placesOf(operation)) {
      for (const name of directNames(schema)) {
        const places = useOf(name).operations;
        places.set(operation, (places.get(operation) ?? new Set<string>()).add(place));
      }
    }
  }
  return uses;
}

function placesOf({parameters, requestBody, responses}: Operation): [string, Schema][] {
  return [
    ...parameters.map(({schema}): [string, Schema] => ['request', schema]),
    ...(requestBody?.content ?? []).map(({schema = true}): [string, Schema] => ['request', schema]),
    ...responses.flatMap(({status, headers, content}) => [
      ...headers.map(({schema}): [string, Schema] => [status, schema]),
      ...content.map(({schema = true}): [string, Schema] => [status, schema]),
    ]),
  ];
}

function directNames(root: Schema): Set<string> {
  const names = new Set<string>();
  const visit = (schema: Schema): Schema => {
    if (typeof schema === 'boolean') return schema;
    const mapped = Object.values(schema.discriminator?.mapping ?? {});
    for (const $ref of schema.$ref === undefined ? mapped : [schema.$ref, ...mapped]) {
      const name = schemaName($ref);
      if (name !== undefined) names.add(name);
    }
    mapSubschemas<unknown>({...schema}, (child) => visit(child as Schema));
    return schema;
  };
  visit(root);
  return names;
}
