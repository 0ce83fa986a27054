import type {ReactNode} from 'react';
import {describeLimits, describeType} from '../../model/describe-schema.ts';
import {resolveSchema, schemaName, type NamedSchemas, type Schema, type SchemaObject} from '../../model/schema.ts';
import Limit from './Limit.tsx';
import PropertyRow from './PropertyRow.tsx';
import styles from './Properties.module.css';

/** Whether a schema is shown in a request (no readOnly properties) or in a response (no writeOnly ones). */
export type Direction = 'request' | 'response';

interface SchemaPropertiesProps {
  schema: Schema;
  schemas: NamedSchemas;
  direction: Direction;
  /** The address of what the schema describes: `body`, `response-200`. */
  id: string;
  /** The names of the schemas on the way here; one that comes back is named, not opened again. */
  within?: readonly string[];
}

/** Nested groups stand open down to this level; below, the reader opens them. */
const openLevels = 2;

/** The properties of a schema as a list of rows, nested ones below their parents. */
export default function SchemaProperties(props: SchemaPropertiesProps): ReactNode {
  const {schema, schemas, direction, id, within = []} = props;
  const name = typeof schema === 'object' && schema.$ref !== undefined ? schemaName(schema.$ref) : undefined;
  if (name !== undefined && within.includes(name)) {
    return <p className={styles.recursion}>The same as {name} above, nested.</p>;
  }
  const path = name === undefined ? within : [...within, name];
  const resolved = resolveSchema(schema, schemas);
  const variants = resolved.oneOf ?? resolved.anyOf;
  return (
    <>
      {resolved.allOf?.map((part, index) => (
        <SchemaProperties key={index} schema={part} schemas={schemas} direction={direction} id={id} within={path} />
      ))}
      {resolved.properties && (
        <ul className={styles.list}>
          {Object.entries(resolved.properties)
            .filter(([, property]) => isShown(resolveSchema(property, schemas), direction))
            .map(([key, property]) => (
              <PropertyRow
                key={key}
                id={`${id}.${key}`}
                name={key}
                schema={property}
                schemas={schemas}
                required={resolved.required?.includes(key) ?? false}
              >
                <Nested schema={property} schemas={schemas} direction={direction} id={`${id}.${key}`} within={path} />
              </PropertyRow>
            ))}
        </ul>
      )}
      {resolved.items !== undefined && (
        <SchemaProperties schema={resolved.items} schemas={schemas} direction={direction} id={id} within={path} />
      )}
      {variants && (
        <div className={styles.variants}>
          <p className={styles.variantsTitle}>{resolved.oneOf ? 'One of' : 'Any of'}</p>
          {variants.map((variant, index) => (
            <Variant key={index} {...props} schema={variant} id={`${id}.${index}`} within={path} />
          ))}
        </div>
      )}
      {!isComplex(resolved) && resolved.items === undefined && <Scalar schema={schema} schemas={schemas} />}
    </>
  );
}

function Nested(props: SchemaPropertiesProps): ReactNode {
  if (!isComplex(innermost(props.schema, props.schemas))) return null;
  const level = props.id.split('.').length - 1;
  const {type} = describeType(props.schema, props.schemas);
  return (
    <details className={styles.nested} open={level <= openLevels}>
      <summary>{type}</summary>
      <SchemaProperties {...props} />
    </details>
  );
}

function Variant(props: SchemaPropertiesProps): ReactNode {
  const {type} = describeType(props.schema, props.schemas);
  return (
    <details className={styles.nested} open>
      <summary>{type}</summary>
      <SchemaProperties {...props} />
    </details>
  );
}

/** A schema without properties of its own: its type and limits in one line. */
function Scalar({schema, schemas}: {schema: Schema; schemas: NamedSchemas}): ReactNode {
  const {type, format} = describeType(schema, schemas);
  const limits = describeLimits(resolveSchema(schema, schemas));
  return (
    <p className={styles.scalar}>
      <span className={styles.type}>
        {type}
        {format !== undefined && ` · ${format}`}
      </span>
      {limits.map((limit) => (
        <span key={limit} className={styles.mark}>
          <Limit text={limit} />
        </span>
      ))}
    </p>
  );
}

function isShown(schema: SchemaObject, direction: Direction): boolean {
  return direction === 'request' ? schema.readOnly !== true : schema.writeOnly !== true;
}

function isComplex(schema: SchemaObject): boolean {
  return (
    schema.properties !== undefined ||
    schema.oneOf !== undefined ||
    schema.anyOf !== undefined ||
    schema.allOf !== undefined
  );
}

/** What an array, an array of arrays … is finally made of. */
function innermost(schema: Schema, schemas: NamedSchemas): SchemaObject {
  let inner = resolveSchema(schema, schemas);
  for (let depth = 0; inner.items !== undefined && depth < 8; depth++) inner = resolveSchema(inner.items, schemas);
  return inner;
}
