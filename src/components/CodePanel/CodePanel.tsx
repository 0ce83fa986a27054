import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import TabItem from '@theme/TabItem';
import Tabs from '@theme/Tabs';
import {lazy, Suspense, useEffect, useRef, type ReactNode} from 'react';
import type {Example, Operation, Response} from '../../model/operation.ts';
import {isSecret, resolveSchema} from '../../model/schema.ts';
import {reasonPhrase} from '../../model/status.ts';
import {languageNames} from '../../request/snippets/language-names.ts';
import Prose from '../Prose/Prose.tsx';
import type {CodeStore} from './code-store.ts';
import ExampleCode from './ExampleCode.tsx';
import {keepChosenTabInView} from './keep-chosen-tab-in-view.ts';
import SnippetCode from './SnippetCode.tsx';
import styles from './CodePanel.module.css';

/** Colours any language, and weighs more than the rest of the panel: only operations with code of their own need it. */
const CodeBlock = lazy(() => import('@theme/CodeBlock'));

interface CodePanelProps {
  operation: Operation;
  code: CodeStore;
  /** Whether secrets stand in the snippets; they are placeholders until the reader asks. */
  reveal: boolean;
  onReveal: (reveal: boolean) => void;
}

/** Tabs Request (code by language) and Response (examples by status). */
export default function CodePanel({operation, code, reveal, onReveal}: CodePanelProps): ReactNode {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => keepChosenTabInView(panel.current), []);
  return (
    <section ref={panel} className={styles.panel} aria-label="Code and examples">
      <Head>
        <noscript>{`<style>${openWithoutJavaScript}</style>`}</noscript>
      </Head>
      <Tabs lazy={false}>
        <TabItem value="request" label="Request" default>
          <Tabs groupId="language" className={styles.languages}>
            {Object.values(languageNames).map(({language, label, title}) => (
              <TabItem key={language} value={language} label={label}>
                <SnippetCode language={language} label={label} title={title} store={code} />
              </TabItem>
            ))}
            {(operation.codeSamples ?? []).map(({language, label, code: source}, index) => (
              <TabItem key={index} value={`document-${index}`} label={`${label ?? language}, from the document`}>
                <Suspense fallback={<pre>{source}</pre>}>
                  <CodeBlock language={language.toLowerCase()} title="From the document" showLineNumbers>
                    {source}
                  </CodeBlock>
                </Suspense>
              </TabItem>
            ))}
          </Tabs>
          {hasSecrets(operation) && (
            <label className={styles.reveal}>
              <input type="checkbox" checked={reveal} onChange={(event) => onReveal(event.target.checked)} /> Show
              secrets in the code
            </label>
          )}
        </TabItem>
        <TabItem value="response" label="Response" className={styles.responses}>
          {operation.responses.length === 0 ? (
            <p className={styles.empty}>No response is documented.</p>
          ) : (
            <Tabs className={styles.languages}>
              {operation.responses.map((response) => (
                <TabItem key={response.status} value={response.status} label={response.status}>
                  <ResponseExamples response={response} />
                </TabItem>
              ))}
            </Tabs>
          )}
        </TabItem>
      </Tabs>
    </section>
  );
}

/** Without JavaScript no tab can be chosen: every example of a response stands open then. */
const openWithoutJavaScript = `.${styles.responses}[hidden], .${styles.responses} [role="tabpanel"][hidden] {display: block !important}`;

function ResponseExamples({response}: {response: Response}): ReactNode {
  const examples = response.content.flatMap(({mediaType, examples}) =>
    examples.map((example) => ({...example, mediaType})),
  );
  const external = response.content.flatMap(({externalExamples = []}) => externalExamples);
  if (examples.length + external.length === 0) {
    return (
      <p className={styles.empty}>
        {response.status} {reasonPhrase(response.status)}
        {response.content.length === 0 ? ', without a documented body.' : ', without an example.'}
      </p>
    );
  }
  return (
    <>
      {examples.map((example) => (
        <ResponseExample key={`${example.mediaType} ${example.name}`} status={response.status} example={example} />
      ))}
      {external.length > 0 && (
        <ul className={styles.external} aria-label="Examples at other addresses">
          {external.map(({name, summary, url}) => (
            <li key={`${name} ${url}`}>
              <Link to={url}>{summary ?? name}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ResponseExample({status, example}: {status: string; example: Example & {mediaType: string}}): ReactNode {
  const {mediaType, name, summary, generated, value} = example;
  const title = generated ? `${mediaType}, made from the schema` : (summary ?? name);
  return (
    <>
      <Prose html={example.description} />
      <ExampleCode label={`${status}, ${title}`} title={title} value={value} />
    </>
  );
}

function hasSecrets(operation: Operation): boolean {
  if (Object.keys(operation.securitySchemes).length > 0 && operation.security.length > 0) return true;
  const schema = resolveSchema(operation.requestBody?.content[0]?.schema, operation.schemas);
  return Object.values(schema.properties ?? {}).some((property) =>
    isSecret(resolveSchema(property, operation.schemas)),
  );
}
