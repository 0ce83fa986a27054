import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import Method from '../components/Method/Method.tsx';
import MarkdownTwin from '../components/PageActions/MarkdownTwin.tsx';
import Excerpt from './_home/Excerpt.tsx';
import {apis, excerpt} from './_home/content.ts';
import styles from './index.module.css';

const promises = [
  {
    title: 'It says what is so',
    text: 'Page, form, code, demo and types come from one document. The code is run in the tests, and each reply is compared with its schema while you watch.',
  },
  {
    title: 'It keeps to itself',
    text: 'The demo sends nothing over the network. Passwords and tokens stay in memory, go only to the API they belong to, and stand in no code until you ask.',
  },
  {
    title: 'It is there at once',
    text: 'Every page is complete HTML before any script runs. The form wakes up when you reach for it, and not before.',
  },
  {
    title: 'It drops nothing',
    text: 'Whatever fails, you read what happened and what you can do about it. What you typed is still there.',
  },
];

/** The home page: what this is, a call as a page shows it, the way into both APIs, and what the site promises. */
export default function Home(): ReactNode {
  return (
    <Layout
      title="API reference with working forms"
      description="Reference pages made from OpenAPI documents: each says everything about one call, and makes it, in a demo inside the page or against the real API."
    >
      <MarkdownTwin />
      <main className={styles.page}>
        <header className={styles.hero}>
          <Heading as="h1" className={styles.title}>
            An API reference where every page can make its call.
          </Heading>
          <p className={styles.lead}>
            Read what a call takes and answers, fill in its form, and see the reply. A demo inside the page answers, or
            the real API does. All of it is made from OpenAPI documents.
          </p>
          <p className={styles.actions}>
            <Link className={styles.primary} to={`/reference/${excerpt.apiId}/${excerpt.slug}`}>
              Try a registration
            </Link>
            <Link className={styles.secondary} to="/docs/start-here">
              Start here
            </Link>
          </p>
        </header>

        <Excerpt />

        <section className={styles.section} aria-labelledby="apis">
          <Heading as="h2" id="apis">
            Two APIs, ready to try
          </Heading>
          <ul className={styles.cards}>
            {apis.map((api) => (
              <li key={api.id} className={styles.card}>
                <Heading as="h3">
                  <Link to={`/reference/${api.id}`}>{api.title}</Link>
                </Heading>
                <p className={styles.summary}>{api.summary}</p>
                <ul className={styles.operations}>
                  {api.operations.map((operation) => (
                    <li key={operation.slug}>
                      <Link to={`/reference/${api.id}/${operation.slug}`} className={styles.operation}>
                        <Method method={operation.method} />
                        <span className={styles.operationTitle}>{operation.title}</span>
                        <code className={styles.path}>{operation.path}</code>
                      </Link>
                    </li>
                  ))}
                </ul>
                <p className={styles.guide}>
                  Guide: <Link to={api.guide.to}>{api.guide.title}</Link>
                </p>
              </li>
            ))}
          </ul>
        </section>

        <section className={styles.section} aria-labelledby="promises">
          <Heading as="h2" id="promises">
            What you can rely on
          </Heading>
          <ul className={styles.promises}>
            {promises.map(({title, text}) => (
              <li key={title}>
                <Heading as="h3">{title}</Heading>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>

        <section className={styles.own} aria-labelledby="own">
          <div>
            <Heading as="h2" id="own">
              Yours could be the third
            </Heading>
            <p>Put an OpenAPI document into the project and name it. The pages, forms, code and demo follow from it.</p>
          </div>
          <Link className={styles.secondary} to="/docs/add-your-own-api">
            Add your own API
          </Link>
        </section>
      </main>
    </Layout>
  );
}
