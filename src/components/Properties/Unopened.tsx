import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useContext, useEffect, useState, type ReactNode} from 'react';
import type {SchemaNode, UnopenedSchema} from '../../model/schema-tree.ts';
import {schemaRef} from '../../model/schema.ts';
import {fragmentOf, revealFragment} from './reveal-fragment.ts';
import {ReferenceContext} from './reference-context.ts';
import SchemaContents from './SchemaContents.tsx';
import styles from './Properties.module.css';

interface UnopenedProps {
  more: UnopenedSchema;
  /** Whether properties of the same schema stand above. */
  isBesideOthers: boolean;
}

/** What a page does not open by itself: a link to the schema's page and, where this page has it at hand, a way to open it. */
export default function Unopened({more, isBesideOthers}: UnopenedProps): ReactNode {
  const {id, names, isRecursive, rest} = more;
  const {schemas} = useContext(ReferenceContext);
  const {hash} = useLocation();
  const isBrowser = useIsBrowser();
  const [choice, setChoice] = useState<{isOpen: boolean; hash: string}>();
  const isAtHand = rest !== undefined || names.every((name) => Object.hasOwn(schemas, name));
  const isWanted = isBrowser && isAtHand && (fragmentOf(hash)?.startsWith(`${id}.`) ?? false);
  // What the reader chose holds until an address asks for something in here.
  const isOpen = choice?.hash === hash ? choice.isOpen : isWanted || choice?.isOpen === true;

  const links = <SchemaLinks names={names} />;
  const beginning = isBesideOthers ? 'And all of' : isRecursive ? 'Again' : 'See';
  const words = (
    <p className={styles.recursion}>
      {names.length > 0 ? (
        <>
          {beginning} {links}
        </>
      ) : (
        'Too much to be shown at once: open this in a browser that runs scripts.'
      )}
    </p>
  );
  if (isRecursive && !isOpen) return words;
  if (!isAtHand) return words;
  return (
    <details
      className={styles.nested}
      open={isOpen}
      onToggle={(event) => setChoice({isOpen: event.currentTarget.open, hash})}
    >
      <summary>{names.length > 0 ? `Properties of ${names.join(' and ')}` : 'More'}</summary>
      {isOpen ? <Opened more={more} hash={hash} /> : words}
    </details>
  );
}

/** What grows trees is fetched only here: pages come with theirs. */
function Opened({more, hash}: {more: UnopenedSchema; hash: string}): ReactNode {
  const {schemas} = useContext(ReferenceContext);
  const [node, setNode] = useState<SchemaNode>();
  useEffect(() => {
    const {id, direction, names, rest} = more;
    const schema = {allOf: [...names.map((name) => ({$ref: schemaRef(name)})), ...(rest === undefined ? [] : [rest])]};
    let isGone = false;
    const grow = async (): Promise<void> => {
      const {growTrees} = await import('../../model/schema-tree.ts');
      if (!isGone) setNode(growTrees([{id, schema, direction}], schemas)[0]);
    };
    void grow();
    return () => {
      isGone = true;
    };
  }, [more, schemas]);
  useEffect(() => {
    const id = fragmentOf(hash);
    if (node === undefined || !id?.startsWith(`${more.id}.`)) return;
    revealFragment(hash);
    document.getElementById(id)?.scrollIntoView();
  }, [node, more, hash]);
  return node && <SchemaContents node={node} level={1} />;
}

function SchemaLinks({names}: {names: string[]}): ReactNode {
  const {schemaLinks} = useContext(ReferenceContext);
  return names.map((name, index) => {
    const href = Object.hasOwn(schemaLinks, name) ? schemaLinks[name] : undefined;
    return (
      <span key={name}>
        {index > 0 && ' and '}
        {href === undefined ? name : <Link to={href}>{name}</Link>}
      </span>
    );
  });
}
