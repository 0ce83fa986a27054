import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useRouteContext from '@docusaurus/useRouteContext';
import type {ReactNode} from 'react';
import type {PageVersions} from '../../model/version-page.ts';
import styles from './Versions.module.css';

/** On pages of an API with versions: the switch between them, a word on old pages, and what changed. */
export default function Versions(): ReactNode {
  const data = useRouteContext().data as {versions?: PageVersions} | undefined;
  return data?.versions === undefined ? null : <VersionBar page={data.versions} />;
}

function VersionBar({page: {label, current, versions, changes}}: {page: PageVersions}): ReactNode {
  const now = versions.find((version) => version.label === current);
  return (
    <>
      {label !== current && now !== undefined && (
        <div className={styles.banner} role="note">
          You are reading version {label}; the current one is{' '}
          <Link to={now.permalink}>
            {current}
            {now.isSamePage ? '' : ', which does not have this page'}
          </Link>
          .{now.isSamePage && <Canonical permalink={now.permalink} />}
          <Head>
            <meta name="robots" content="noindex" />
          </Head>
        </div>
      )}
      <nav className={styles.bar} aria-label="Versions">
        <span>Version</span>
        <ul className={styles.list}>
          {versions.map((version) => (
            <li key={version.label}>
              {version.label === label ? (
                <span className={styles.shown} aria-current="true">
                  {version.label}
                </span>
              ) : (
                <Link to={version.permalink} title={version.isSamePage ? undefined : 'Its overview'}>
                  {version.label}
                </Link>
              )}
            </li>
          ))}
        </ul>
        {changes.length > 0 && (
          <>
            <span>What changed</span>
            <ul className={styles.list}>
              {changes.map(({title, permalink}) => (
                <li key={permalink}>
                  <Link to={permalink}>{title}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </nav>
    </>
  );
}

/** Search engines find the current page in the place of an old one (RFC 6596), which the sitemap leaves out. */
function Canonical({permalink}: {permalink: string}): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const address = `${siteConfig.url}${permalink}${siteConfig.trailingSlash === true ? '/' : ''}`;
  return (
    <Head>
      <link rel="canonical" href={address} />
      <meta property="og:url" content={address} />
    </Head>
  );
}
