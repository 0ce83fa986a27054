import type {OpenAPI3, transformSchema} from 'openapi-typescript';
import type {JsonObject} from '../model/json.ts';

type Context = Parameters<typeof transformSchema>[1];

/**
 * The TypeScript types of an OpenAPI document, as openapi-typescript writes them. What it does before, to lint the document
 * and to draw it together, was done when it was loaded. Rejects when it cannot make types of it.
 *
 * @param document OpenAPI 3, whose references all lead into itself
 */
export async function makeTypes(document: JsonObject): Promise<string> {
  // It brings TypeScript's compiler with it, which takes half a second to load.
  const {astToString, resolveRef, scanDiscriminators, transformSchema} = await import('openapi-typescript');
  const schema: OpenAPI3 = {components: {}, ...readable(document)};
  const resolve: Context['resolve'] = (reference) => resolveRef(schema, reference, {silent: true});
  const context: Omit<Context, 'redoc'> = {
    ...everythingOff,
    silent: true,
    discriminators: scanDiscriminators(schema, {silent: true}),
    injectFooter: [],
    resolve,
  };
  // Only linting asks for the rules.
  return astToString(transformSchema(schema, context as Context));
}

/** What it may do otherwise, and what it may add. A property with a default may be left out. */
const everythingOff = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  conditionalEnums: false,
  dedupeEnums: false,
  excludeDeprecated: false,
  exportType: false,
  immutable: false,
  rootTypes: false,
  rootTypesNoSchemaPrefix: false,
  rootTypesKeepCasing: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  makePathsEnum: false,
  generatePathParams: false,
  readWriteMarkers: false,
  transform: undefined,
  transformProperty: undefined,
  postTransform: undefined,
};

/** A copy, for openapi-typescript changes what it is given. */
function readable(document: JsonObject): OpenAPI3 {
  return JSON.parse(JSON.stringify(document)) as OpenAPI3;
}
