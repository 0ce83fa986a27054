import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import {useMemo, type ReactNode} from 'react';
import type {Example} from '../../model/operation.ts';
import type {WebhookPageData} from '../../model/page.ts';
import ExampleCode from '../CodePanel/ExampleCode.tsx';
import Method from '../Method/Method.tsx';
import PageActions from '../PageActions/PageActions.tsx';
import PageLayout from '../PageLayout/PageLayout.tsx';
import {ReferenceContext} from '../Properties/reference-context.ts';
import RevealFragment from '../Properties/RevealFragment.tsx';
import Prose from '../Prose/Prose.tsx';
import Responses from '../Responses/Responses.tsx';
import RequestSection from '../OperationPage/RequestSection.tsx';
import styles from '../OperationPage/OperationPage.module.css';

/** The page of a webhook: when the API sends it, what is in it, and how it wants to be answered. Nothing to try. */
export default function WebhookPage({page}: {page: WebhookPageData}): ReactNode {
  const {webhook, schemaLinks, trees, summary, toc, previous, next} = page;
  const reference = useMemo(() => ({schemaLinks, schemas: webhook.schemas, trees}), [webhook, schemaLinks, trees]);
  const media = webhook.requestBody?.content[0];
  const aside = media !== undefined && media.examples.length > 0 && (
    <>
      {media.examples.map((example) => (
        <ExampleCode
          key={example.name}
          label={exampleTitle(example)}
          title={exampleTitle(example)}
          value={example.value}
        />
      ))}
    </>
  );
  return (
    <PageLayout
      title={webhook.title}
      summary={summary}
      toc={toc}
      previous={previous}
      next={next}
      aside={aside === false ? undefined : aside}
    >
      <header className={styles.header}>
        <Heading as="h1">{webhook.title}</Heading>
        <p className={styles.badges}>
          <Method method={webhook.method} /> <code>{webhook.name}</code> sent by the API
        </p>
        {webhook.deprecated && (
          <p className={styles.badges}>
            <span className="badge badge--warning">deprecated</span>
          </p>
        )}
      </header>
      <PageActions apiId={webhook.apiId} />
      <Prose html={webhook.description} />
      {webhook.externalDocs && (
        <p>
          <Link to={webhook.externalDocs.url}>{webhook.externalDocs.description ?? 'More about this webhook'}</Link>
        </p>
      )}
      <ReferenceContext value={reference}>
        <RevealFragment />
        <RequestSection operation={webhook} />
        {webhook.responses.length > 0 && (
          <>
            <Heading as="h2" id="responses">
              Answers
            </Heading>
            <Responses operation={webhook} />
          </>
        )}
      </ReferenceContext>
    </PageLayout>
  );
}

function exampleTitle({name, summary, generated}: Example): string {
  return generated ? 'Example, made from the schema' : (summary ?? name);
}
