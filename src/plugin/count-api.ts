import type {Api, Operation} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {mapSubschemas} from './normalise/schema-positions.ts';

/** What an API consists of. */
export interface ApiCounts {
  operations: number;
  /** Operations of `webhooks`. */
  webhooks: number;
  /** Of all operations, those of their path items included. */
  parameters: number;
  /** Of all schemas, named and inline, each counted where it stands. */
  properties: number;
  /** Named schemas. */
  schemas: number;
  responses: number;
}

/** Counts what the pages of an API show. Pure. */
export function countApi(api: Api, webhooks: number): ApiCounts {
  const {operations, schemas} = api;
  const inline = operations.flatMap(schemasOf);
  return {
    operations: operations.length,
    webhooks,
    parameters: sum(operations, ({parameters}) => parameters.length),
    properties: sum([...Object.values(schemas), ...inline], countProperties),
    schemas: Object.keys(schemas).length,
    responses: sum(operations, ({responses}) => responses.length),
  };
}

function schemasOf({parameters, requestBody, responses}: Operation): Schema[] {
  const media = [...(requestBody?.content ?? []), ...responses.flatMap(({content}) => content)];
  return [
    ...parameters.map(({schema}) => schema),
    ...media.flatMap(({schema}) => (schema === undefined ? [] : [schema])),
    ...responses.flatMap(({headers}) => headers.map(({schema}) => schema)),
  ];
}

function countProperties(schema: Schema): number {
  if (typeof schema === 'boolean') return 0;
  let count = Object.keys(schema.properties ?? {}).length;
  mapSubschemas<unknown>({...schema}, (child) => {
    count += countProperties(child as Schema);
    return child;
  });
  return count;
}

function sum<Item>(items: Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
