import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {ReactNode} from 'react';
import {describeLimits, describeType} from '../../model/describe-schema.ts';
import {resolveSchema, type NamedSchemas, type Schema} from '../../model/schema.ts';
import Limit from './Limit.tsx';
import Prose from '../Prose/Prose.tsx';
import styles from './Properties.module.css';

interface PropertyRowProps {
  /** The address of the row on its page: `body.email`. */
  id: string;
  name: string;
  schema: Schema;
  schemas: NamedSchemas;
  required: boolean;
  deprecated?: boolean | undefined;
  /** HTML that stands instead of the schema's own description. */
  description?: string | undefined;
  /** What belongs under the row: nested properties. */
  children?: ReactNode;
}

/** One parameter or property: name, type, whether it is required, what it is for, its limits in words. */
export default function PropertyRow(props: PropertyRowProps): ReactNode {
  const {id, name, schemas, required, children} = props;
  const schema = resolveSchema(props.schema, schemas);
  const {type, format} = describeType(props.schema, schemas);
  const limits = describeLimits(schema);
  useBrokenLinks().collectAnchor(id);
  return (
    <li className={styles.row} id={id}>
      <div className={styles.head}>
        <code className={styles.name}>{name}</code>
        <span className={styles.type}>
          {type}
          {format !== undefined && <span className={styles.format}> · {format}</span>}
        </span>
        {required ? (
          <span className={styles.required}>required</span>
        ) : (
          <span className={styles.optional}>optional</span>
        )}
        {(props.deprecated ?? schema.deprecated) && <span className={styles.deprecated}>deprecated</span>}
        {schema.writeOnly && <span className={styles.mark}>only in requests</span>}
        {schema.readOnly && <span className={styles.mark}>only in responses</span>}
        <a className={styles.anchor} href={`#${id}`} aria-label={`Link to ${id}`}>
          #
        </a>
      </div>
      <Prose html={props.description ?? schema.description} className={styles.description} />
      {limits.length > 0 && (
        <ul className={styles.limits}>
          {limits.map((limit) => (
            <li key={limit}>
              <Limit text={limit} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </li>
  );
}
