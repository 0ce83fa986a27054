import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {ReactNode} from 'react';
import type {ApiPageData} from '../../model/page.ts';
import Method from '../Method/Method.tsx';
import PageActions from '../PageActions/PageActions.tsx';
import PageLayout from '../PageLayout/PageLayout.tsx';
import Prose from '../Prose/Prose.tsx';
import styles from './ApiPage.module.css';

/** The overview of an API: what it is, where it answers, how to be authorised, and every operation. */
export default function ApiPage({page}: {page: ApiPageData}): ReactNode {
  const {api, groups} = page;
  const schemes = Object.entries(api.securitySchemes);
  const {collectAnchor} = useBrokenLinks();
  for (const [name] of schemes) collectAnchor(`authorisation.${name}`);
  return (
    <PageLayout title={api.title} summary={page.summary} toc={page.toc} previous={page.previous} next={page.next}>
      <header>
        <Heading as="h1">
          {api.title} <span className={styles.version}>{api.version}</span>
        </Heading>
        {api.summary && <p className={styles.lead}>{api.summary}</p>}
      </header>
      <PageActions apiId={api.id} withJson />
      <Prose html={api.description} />
      <Heading as="h2" id="servers">
        Servers
      </Heading>
      <ul className={styles.list}>
        {api.servers.map((server) => (
          <li key={server.url}>
            <code>{server.url}</code>
            {server.description && <Prose className={styles.inline} html={server.description} />}
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
                <code>{name}</code> <span className={styles.muted}>{describeScheme(scheme)}</span>
                <Prose html={scheme.description} />
              </li>
            ))}
          </ul>
        </>
      )}
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <Heading as="h2" id={group.id}>
            {group.tag}
          </Heading>
          <Prose html={group.description} />
          <ul className={styles.operations}>
            {group.operations.map((operation) => (
              <li key={operation.key}>
                <Link to={operation.permalink} className={styles.operation}>
                  <span className={styles.operationTitle}>
                    {operation.title}
                    {operation.deprecated && <span className="badge badge--warning">deprecated</span>}
                  </span>
                  <span className={styles.address}>
                    <Method method={operation.method} /> <code>{operation.path}</code>
                  </span>
                  {operation.summary && <span className={styles.muted}>{operation.summary}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PageLayout>
  );
}

function describeScheme(scheme: ApiPageData['api']['securitySchemes'][string]): string {
  switch (scheme.type) {
    case 'http':
      return scheme.bearerFormat ? `HTTP ${scheme.scheme}, ${scheme.bearerFormat}` : `HTTP ${scheme.scheme}`;
    case 'apiKey':
      return `API key in ${scheme.in} ${scheme.name}`;
    case 'oauth2':
      return `OAuth 2.0 (${Object.keys(scheme.flows).join(', ')})`;
    case 'openIdConnect':
      return 'OpenID Connect';
    case 'mutualTLS':
      return 'client certificate (mutual TLS)';
  }
}
