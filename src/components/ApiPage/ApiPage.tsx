import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {ReactNode} from 'react';
import {describeSecurityScheme} from '../../model/describe-security.ts';
import type {ApiPageData} from '../../model/page.ts';
import PageActions from '../PageActions/PageActions.tsx';
import PageLayout from '../PageLayout/PageLayout.tsx';
import Prose from '../Prose/Prose.tsx';
import Limit from '../Properties/Limit.tsx';
import About from './About.tsx';
import OperationList from './OperationList.tsx';
import styles from './ApiPage.module.css';

/** The overview of an API: what it is, where it answers, how to be authorised, and every operation. */
export default function ApiPage({page}: {page: ApiPageData}): ReactNode {
  const {api, groups, webhooks, schemas} = page;
  const schemes = Object.entries(api.securitySchemes);
  const {collectAnchor} = useBrokenLinks();
  for (const [name] of schemes) collectAnchor(`authorisation.${name}`);
  return (
    <PageLayout title={api.title} summary={page.summary} toc={page.toc} previous={page.previous} next={page.next}>
      <header>
        <Heading as="h1">
          {api.title} <span className={styles.version}>version {api.version}</span>
        </Heading>
        {api.summary && <p className={styles.lead}>{api.summary}</p>}
      </header>
      <PageActions apiId={api.id} withJson />
      <Prose html={api.description} />
      <About api={api} />
      <Heading as="h2" id="servers">
        Servers
      </Heading>
      <ul className={styles.list}>
        {api.servers.map((server) => (
          <li key={server.url}>
            <code>{server.url}</code>
            {server.description && <Prose className={styles.inline} html={server.description} />}
            <ServerVariables server={server} />
          </li>
        ))}
      </ul>
      {schemes.length > 0 && (
        <>
          <Heading as="h2" id="authorisation">
            Authorisation
          </Heading>
          <ul className={styles.list}>
            {schemes.map(([name, scheme]) => (
              <li key={name} id={`authorisation.${name}`}>
                <code>{name}</code>{' '}
                <span className={styles.muted}>
                  <Limit text={describeSecurityScheme(scheme)} />
                </span>
                <Prose html={scheme.description} />
              </li>
            ))}
          </ul>
        </>
      )}
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          {group.chapter !== undefined && <p className={styles.muted}>{group.chapter}</p>}
          <Heading as={group.depth === 0 ? 'h2' : 'h3'} id={group.id}>
            {group.title}
          </Heading>
          <Prose html={group.description} />
          {group.externalDocs && (
            <p>
              <Link to={group.externalDocs.url}>{group.externalDocs.description ?? `More about ${group.title}`}</Link>
            </p>
          )}
          <OperationList operations={group.operations} />
        </section>
      ))}
      {webhooks.length > 0 && (
        <section aria-labelledby="webhooks">
          <Heading as="h2" id="webhooks">
            Webhooks
          </Heading>
          <OperationList operations={webhooks} />
        </section>
      )}
      {schemas.length > 0 && (
        <>
          <Heading as="h2" id="schemas">
            Schemas
          </Heading>
          <ul className={styles.list}>
            {schemas.map(({name, title, permalink, summary}) => (
              <li key={name}>
                <Link to={permalink}>
                  <code>{name}</code>
                </Link>
                {title !== undefined && <span className={styles.inline}>{title}</span>}
                {summary && <p className={styles.muted}>{summary}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </PageLayout>
  );
}

/** What stands for each variable in the address of a server, and what else may. */
function ServerVariables({server: {variables = {}}}: {server: ApiPageData['api']['servers'][number]}): ReactNode {
  return Object.entries(variables).map(([name, {default: preset, enum: values, description}]) => (
    <div key={name} className={styles.muted}>
      <code>{`{${name}}`}</code> is <code>{preset}</code>
      {values && values.length > 0 && (
        <>
          {' '}
          unless you choose another one of{' '}
          {values.map((value, index) => (
            <span key={value}>
              {index > 0 && ', '}
              <code>{value}</code>
            </span>
          ))}
        </>
      )}
      <Prose html={description} />
    </div>
  ));
}
