import {member} from './member.ts';
import {oncePerSchema} from './once-per-schema.ts';
import {schemaName, type NamedSchemas, type Schema, type SchemaObject} from './schema.ts';

/** What a schema would fold in from named schemas, told from what it says itself. */
export interface SplitSchema {
  /** The schema without its references. */
  rest: SchemaObject;
  /** The names of the schemas that it refers to. */
  names: string[];
}

/** The names of all schemas that `mergeSchema` folds into this one, over `$ref`, `allOf` and "or null". */
export function foldedNames(schema: Schema, schemas: NamedSchemas): ReadonlySet<string> {
  return typeof schema === 'boolean' ? new Set() : foldedOnce(schema, schemas);
}

const foldedOnce = oncePerSchema((schema, schemas): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (part: Schema | undefined): void => {
    for (const name of partNames(part)) {
      if (names.has(name)) continue;
      names.add(name);
      visit(member(schemas, name));
    }
    for (const inner of innerParts(part)) visit(inner);
  };
  visit(schema);
  return names;
});

/** Takes the references out of a schema: out of itself, its `allOf`, and the branches of "or null". */
export function splitReferences(schema: Schema): SplitSchema {
  if (typeof schema === 'boolean') return {rest: schema ? {} : {not: {}}, names: []};
  const {$ref: _ref, allOf, ...own} = schema;
  const branch = nullableBranch(schema);
  const nullable = branch === undefined ? undefined : splitReferences(branch);
  const isNamed = nullable !== undefined && nullable.names.length > 0;
  if (isNamed) {
    delete own.oneOf;
    delete own.anyOf;
  }
  const inner = [...(Array.isArray(allOf) ? allOf.map(splitReferences) : []), ...(isNamed ? [nullable] : [])];
  const parts = inner.map(({rest}) => rest).filter((rest) => Object.keys(rest).length > 0);
  return {
    names: [...new Set([...partNames(schema), ...inner.flatMap(({names}) => names)])],
    rest: parts.length > 0 ? {...own, allOf: parts} : own,
  };
}

function partNames(part: Schema | undefined): string[] {
  const name = typeof part === 'object' && typeof part.$ref === 'string' ? schemaName(part.$ref) : undefined;
  return name === undefined ? [] : [name];
}

function innerParts(part: Schema | undefined): Schema[] {
  if (typeof part !== 'object') return [];
  const nullable = nullableBranch(part);
  return [...(Array.isArray(part.allOf) ? part.allOf : []), ...(nullable === undefined ? [] : [nullable])];
}

/** The one branch that is not null, where a union says no more than "or null". */
function nullableBranch({oneOf, anyOf}: SchemaObject): Schema | undefined {
  const branches = oneOf ?? anyOf;
  if (!Array.isArray(branches) || branches.length !== 2 || (oneOf !== undefined && anyOf !== undefined))
    return undefined;
  const others = branches.filter((branch) => !(typeof branch === 'object' && branch.type === 'null'));
  return others.length === 1 ? others[0] : undefined;
}
