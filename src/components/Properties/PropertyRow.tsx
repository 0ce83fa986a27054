import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {ReactNode} from 'react';
import type {SchemaNode} from '../../model/schema-tree.ts';
import {tellingTitle} from '../../model/telling-title.ts';
import Prose from '../Prose/Prose.tsx';
import NodeNotes from './NodeNotes.tsx';
import SchemaContents, {countProperties, hasContents} from './SchemaContents.tsx';
import TypeName from './TypeName.tsx';
import styles from './Properties.module.css';

interface PropertyRowProps {
  /** The address of the row on its page: `body.email`. None where another row has it. */
  id?: string | undefined;
  name: string;
  node: SchemaNode;
  required: boolean;
  deprecated?: boolean | undefined;
  /** HTML that stands instead of the schema's own description. */
  description?: string | undefined;
  /** How many properties it stands in. */
  level?: number;
  /** More about it, below what the schema says. */
  children?: ReactNode;
}

/** Nested properties stand open down to this level; below, the reader opens them. */
const openLevels = 2;

/** One parameter or property: name, type, whether it is required, what it is for, its limits, what is in it. */
export default function PropertyRow(props: PropertyRowProps): ReactNode {
  const {id, name, node, required, level = 0, children} = props;
  const title = tellingTitle(node.title, name);
  const {collectAnchor} = useBrokenLinks();
  if (id !== undefined) collectAnchor(id);
  return (
    <li className={styles.row} id={id}>
      <div className={styles.head}>
        <code className={styles.name}>{name}</code>
        <TypeName type={node.type} />
        {required ? (
          <span className={styles.required}>required</span>
        ) : (
          <span className={styles.optional}>optional</span>
        )}
        {(props.deprecated ?? node.deprecated) && <span className={styles.deprecated}>deprecated</span>}
        {node.writeOnly && <span className={styles.mark}>only in requests</span>}
        {node.readOnly && <span className={styles.mark}>only in responses</span>}
        {title !== undefined && <span className={styles.mark}>{title}</span>}
        {id !== undefined && (
          <a className={styles.anchor} href={`#${encodeURI(id)}`} aria-label={`Link to ${id}`}>
            #
          </a>
        )}
      </div>
      <Prose html={props.description ?? node.description} className={styles.description} />
      <NodeNotes node={node} />
      {children}
      {hasContents(node) && (
        <details className={styles.nested} open={level < openLevels}>
          <summary>{contentsInWords(node)}</summary>
          <SchemaContents node={node} level={level + 1} />
        </details>
      )}
    </li>
  );
}

/** What there is to open; the type stands above. */
function contentsInWords(node: SchemaNode): string {
  const count = countProperties(node);
  if (count === undefined) return node.type.type;
  return count === 1 ? '1 property' : `${count} properties`;
}
