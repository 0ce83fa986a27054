import type {ReactNode} from 'react';
import type {SchemaGroup, SchemaNode} from '../../model/schema-tree.ts';
import {tellingTitle} from '../../model/telling-title.ts';
import Prose from '../Prose/Prose.tsx';
import Limit from './Limit.tsx';
import NodeNotes from './NodeNotes.tsx';
import PropertyRow from './PropertyRow.tsx';
import SchemaLink from './SchemaLink.tsx';
import TypeName from './TypeName.tsx';
import Unopened from './Unopened.tsx';
import styles from './Properties.module.css';

/** What is in a schema: its properties as rows, then its forms, items and conditions. */
export default function SchemaContents({node, level}: {node: SchemaNode; level: number}): ReactNode {
  const {properties, groups, more} = node;
  return (
    <>
      {properties && (
        <ul className={styles.list}>
          {properties.map((property) => (
            <PropertyRow key={property.name} {...property} level={level} />
          ))}
        </ul>
      )}
      {groups?.map((group) =>
        group.isInPlace ? (
          <InPlace key={group.title} group={group} level={level} />
        ) : (
          <Group key={group.title} group={group} level={level} />
        ),
      )}
      {more && <Unopened more={more} isBesideOthers={properties !== undefined} />}
    </>
  );
}

/** Whether there is anything to open: items that are told by the type of their array are nothing. */
export function hasContents({properties, groups, more}: SchemaNode): boolean {
  return (
    properties !== undefined ||
    more !== undefined ||
    (groups?.some(
      ({isInPlace, members}) => !isInPlace || members.some(({node}) => hasNotes(node) || hasContents(node)),
    ) ??
      false)
  );
}

/**
 * The type of a schema, what it is for, its limits: the beginning of a body, a form, a condition.
 * @param isNamed the type stands above already
 */
export function SchemaHead({node, isNamed = false}: {node: SchemaNode; isNamed?: boolean}): ReactNode {
  return (
    <>
      {(!isNamed || node.deprecated) && (
        <p className={styles.scalar}>
          {!isNamed && <TypeName type={node.type} />}
          {node.deprecated && <span className={styles.deprecated}>deprecated</span>}
        </p>
      )}
      <Prose html={node.description} className={styles.description} />
      <NodeNotes node={node} />
    </>
  );
}

function hasNotes({facts, values, description, externalDocs}: SchemaNode): boolean {
  return facts.length > 0 || (values ?? description ?? externalDocs) !== undefined;
}

/** How many properties are in a schema, or in the items or values that are all there is to it. */
export function countProperties({properties, groups = [], more}: SchemaNode): number | undefined {
  if (more !== undefined) return undefined;
  if (properties !== undefined) return groups.length === 0 ? properties.length : undefined;
  const [group, second] = groups;
  const [member, other] = group?.members ?? [];
  if (second !== undefined || other !== undefined || group?.isInPlace !== true || member === undefined)
    return undefined;
  return hasNotes(member.node) ? undefined : countProperties(member.node);
}

/** Items and values of maps: their rows stand where those of the whole would. */
function InPlace({group, level}: {group: SchemaGroup; level: number}): ReactNode {
  return group.members.map(({node}, index) => (
    <div key={index}>
      {hasNotes(node) && (
        <>
          <p className={styles.groupTitle}>{group.title}</p>
          <SchemaHead node={node} />
        </>
      )}
      {hasContents(node) && <SchemaContents node={node} level={level} />}
    </div>
  ));
}

/** Up to so many forms stand open side by side; of more, only the first. */
const openForms = 3;

function Group({group, level}: {group: SchemaGroup; level: number}): ReactNode {
  const {title, members} = group;
  const [only] = members;
  if (members.length === 1 && only && only.label === undefined && !hasContents(only.node)) {
    return (
      <>
        <p className={styles.groupTitle}>
          <Limit text={title} />
        </p>
        <SchemaHead node={only.node} />
      </>
    );
  }
  return (
    <>
      <p className={styles.groupTitle}>
        <Limit text={title} />
      </p>
      {members.map(({label, node}, index) => {
        const {title: own, type} = node;
        const telling = own === undefined ? undefined : tellingTitle(own, type.ref ?? '');
        return (
          <details
            key={index}
            className={styles.nested}
            open={level < 2 && (members.length <= openForms || index === 0)}
          >
            <summary>
              {label !== undefined && (
                <>
                  <Limit text={label} /> ·{' '}
                </>
              )}
              {telling ?? [type.type, type.format].filter(Boolean).join(' · ')}
            </summary>
            {telling === undefined && <SchemaLink type={type} />}
            <SchemaHead node={node} isNamed={telling === undefined} />
            {hasContents(node) && <SchemaContents node={node} level={level + 1} />}
          </details>
        );
      })}
    </>
  );
}
