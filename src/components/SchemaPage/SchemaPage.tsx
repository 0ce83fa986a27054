import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import {useMemo, type ReactNode} from 'react';
import type {SchemaPageData} from '../../model/page.ts';
import ExampleCode from '../CodePanel/ExampleCode.tsx';
import Method from '../Method/Method.tsx';
import PageActions from '../PageActions/PageActions.tsx';
import PageLayout from '../PageLayout/PageLayout.tsx';
import {ReferenceContext} from '../Properties/reference-context.ts';
import RevealFragment from '../Properties/RevealFragment.tsx';
import SchemaContents, {hasContents, SchemaHead} from '../Properties/SchemaContents.tsx';
import styles from './SchemaPage.module.css';

/** The page of a named schema: what it is, its properties or values, an example, who uses it. */
export default function SchemaPage({page}: {page: SchemaPageData}): ReactNode {
  const {name, title, heading, tree, schemaLinks, example, usedBy, overview, toc} = page;
  const reference = useMemo(() => ({schemaLinks, schemas: {}, trees: {}}), [schemaLinks]);
  const isUsed = usedBy.operations.length + usedBy.schemas.length > 0;
  return (
    <PageLayout
      title={name}
      summary={page.summary}
      toc={toc}
      trail={{parent: overview, title: name}}
      previous={overview}
    >
      <header>
        <Heading as="h1">{name}</Heading>
        {title !== undefined && <p className={styles.lead}>{title}</p>}
      </header>
      <PageActions apiId={page.apiId} />
      <ReferenceContext value={reference}>
        <RevealFragment />
        <Heading as="h2" id={heading.id}>
          {heading.value}
        </Heading>
        <SchemaHead node={tree} isNamed={tree.type.type === name} />
        {hasContents(tree) && <SchemaContents node={tree} level={0} />}
      </ReferenceContext>
      <Heading as="h2" id="example">
        Example
      </Heading>
      <ExampleCode label={`example of ${name}`} title={`${name}, made from the schema`} value={example} />
      {isUsed && (
        <>
          <Heading as="h2" id="used-by">
            Used by
          </Heading>
          <ul className={styles.users}>
            {usedBy.operations.map((operation) => (
              <li key={operation.permalink}>
                <Method method={operation.method} /> <Link to={operation.permalink}>{operation.title}</Link>{' '}
                <span className={styles.places}>{operation.places.map(placeInWords).join(', ')}</span>
              </li>
            ))}
            {usedBy.schemas.map((schema) => (
              <li key={schema.permalink}>
                <Link to={schema.permalink}>
                  <code>{schema.title}</code>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </PageLayout>
  );
}

function placeInWords(place: string): string {
  return place === 'request' ? 'in the request' : `in the response ${place}`;
}
