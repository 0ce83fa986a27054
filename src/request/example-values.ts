import type {Json} from '../model/json.ts';
import type {Operation, Parameter, RequestBody} from '../model/operation.ts';
import {resolveSchema} from '../model/schema.ts';
import type {NamedSchemas} from '../model/schema.ts';
import {emptyValues} from '../model/values.ts';
import type {RequestValues} from '../model/values.ts';

/**
 * The values of an operation's examples: the body example of this name, or the first when there is no such name;
 * required parameters from their first example, else their default or only possible value. Optional parameters are left
 * out.
 */
export function exampleValues(operation: Operation, exampleName?: string): RequestValues {
  const values = emptyValues();
  for (const parameter of operation.parameters) {
    if (parameter.required) values[parameter.in][parameter.name] = parameterExample(parameter, operation.schemas);
  }
  return {...values, body: bodyExample(operation.requestBody, exampleName)};
}

function parameterExample(parameter: Parameter, schemas: NamedSchemas): Json | undefined {
  const schema = resolveSchema(parameter.schema, schemas);
  return [parameter.examples[0]?.value, schema.examples?.[0], schema.default, schema.const, schema.enum?.[0]].find(
    (value) => value !== undefined,
  );
}

/** Of the media type that a request is sent in by default, the first. */
function bodyExample(requestBody: RequestBody | undefined, exampleName: string | undefined): Json | undefined {
  const examples = requestBody?.content[0]?.examples ?? [];
  return (examples.find(({name}) => name === exampleName) ?? examples[0])?.value;
}
