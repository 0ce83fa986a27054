import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useMemo, useState, type ReactNode} from 'react';
import type {OperationPageData} from '../../model/page.ts';
import CodePanel from '../CodePanel/CodePanel.tsx';
import {createCodeStore} from '../CodePanel/code-store.ts';
import Method from '../Method/Method.tsx';
import FormIsland from '../OperationForm/FormIsland.tsx';
import PageActions from '../PageActions/PageActions.tsx';
import PageLayout from '../PageLayout/PageLayout.tsx';
import {ReferenceContext} from '../Properties/reference-context.ts';
import RevealFragment from '../Properties/RevealFragment.tsx';
import Prose from '../Prose/Prose.tsx';
import Responses from '../Responses/Responses.tsx';
import Address from './Address.tsx';
import Authorisation from './Authorisation.tsx';
import Callbacks from './Callbacks.tsx';
import RequestSection from './RequestSection.tsx';
import Servers from './Servers.tsx';
import styles from './OperationPage.module.css';

/** The page of an operation, in the order of reading: what it is, request, responses; beside it code and the form. */
export default function OperationPage({page}: {page: OperationPageData}): ReactNode {
  const {operation, schemaLinks, trees, toc, previous, next} = page;
  const reference = useMemo(() => ({schemaLinks, schemas: operation.schemas, trees}), [operation, schemaLinks, trees]);
  const documentUrl = useBaseUrl(`/openapi/${operation.apiId}.yaml`, {absolute: true});
  const code = useMemo(() => createCodeStore(operation, documentUrl), [operation, documentUrl]);
  const [reveal, setReveal] = useState(false);
  const aside = (
    <>
      <CodePanel operation={operation} code={code} reveal={reveal} onReveal={setReveal} />
      <section aria-labelledby="try-it">
        <Heading as="h2" id="try-it" className={styles.tryIt}>
          Try it
        </Heading>
        <FormIsland operation={operation} revealSecrets={reveal} onFill={code.fill} />
      </section>
    </>
  );
  return (
    <PageLayout title={operation.title} summary={page.summary} toc={toc} previous={previous} next={next} aside={aside}>
      <header className={styles.header}>
        <Heading as="h1">{operation.title}</Heading>
        <p className={styles.badges}>
          <Method method={operation.method} />
          <Address operation={operation} />
        </p>
        <Servers operation={operation} />
        <p className={styles.badges}>
          {operation.deprecated && <span className="badge badge--warning">deprecated</span>}
          <Authorisation operation={operation} />
        </p>
      </header>
      <PageActions apiId={operation.apiId} />
      <Prose html={operation.description} />
      {operation.externalDocs && (
        <p>
          <Link to={operation.externalDocs.url}>
            {operation.externalDocs.description ?? 'More about this operation'}
          </Link>
        </p>
      )}
      <ReferenceContext value={reference}>
        <RevealFragment />
        <RequestSection operation={operation} />
        <Heading as="h2" id="responses">
          Responses
        </Heading>
        <Responses operation={operation} />
        <Callbacks operation={operation} />
      </ReferenceContext>
    </PageLayout>
  );
}
