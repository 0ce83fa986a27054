import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {ChangeGroup, ChangesPageData} from '../../model/version-page.ts';
import Method from '../Method/Method.tsx';
import MarkdownTwin, {useMarkdownTwin} from '../PageActions/MarkdownTwin.tsx';
import PageLayout from '../PageLayout/PageLayout.tsx';
import Limit from '../Properties/Limit.tsx';
import styles from './ChangesPage.module.css';

/** What changed between two versions of an API, by operation. */
export default function ChangesPage({page}: {page: ChangesPageData}): ReactNode {
  const {apiTitle, older, newer, summary, groups, toc, overview} = page;
  const title = `${apiTitle}: changes from ${older} to ${newer}`;
  const heading = `Changes from ${older} to ${newer}`;
  const twin = useMarkdownTwin();
  return (
    <PageLayout
      title={title}
      summary={`${title}. ${summary}`}
      toc={toc}
      trail={{parent: {title: apiTitle, permalink: overview.permalink}, title: heading}}
      previous={overview}
    >
      <header>
        <Heading as="h1">{heading}</Heading>
        <p className={styles.lead}>{summary}</p>
      </header>
      <MarkdownTwin />
      <p>
        <a href={twin}>View as Markdown</a>
      </p>
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </PageLayout>
  );
}

function Group({group: {id, title, method, path, permalink, changes}}: {group: ChangeGroup}): ReactNode {
  return (
    <section aria-labelledby={id}>
      <Heading as="h2" id={id}>
        {title}
      </Heading>
      <p className={styles.address}>
        {method !== '' && <Method method={method} />}{' '}
        <Link to={permalink}>
          <code>{path}</code>
        </Link>
      </p>
      <ul className={styles.changes}>
        {changes.map(({breaking, place, permalink: at, message}, index) => (
          <li key={index}>
            {breaking && <strong className={styles.breaking}>Breaking</strong>}
            {place !== '' && (
              // Not every place has an id before the page opens its tree to it, so the build cannot check these.
              <a href={at} className={styles.place}>
                <code>{place}</code>
              </a>
            )}{' '}
            <Limit text={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}
