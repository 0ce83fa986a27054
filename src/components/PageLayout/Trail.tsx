import Link from '@docusaurus/Link';
import {useHomePageRoute} from '@docusaurus/theme-common/internal';
import HomeBreadcrumbItem from '@theme/DocBreadcrumbs/Items/Home';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {PageLink} from '../../model/page.ts';
import styles from './PageLayout.module.css';

/** The breadcrumbs of a page that the sidebar does not list, so that Docusaurus knows no way to it. */
export default function Trail({parent, title}: {parent: PageLink; title: string}): ReactNode {
  const home = useHomePageRoute();
  return (
    <nav className={clsx('theme-doc-breadcrumbs', styles.trail)} aria-label="Breadcrumbs">
      <ul className="breadcrumbs">
        {home && <HomeBreadcrumbItem />}
        <li className="breadcrumbs__item">
          <Link className="breadcrumbs__link" to={parent.permalink}>
            {parent.title}
          </Link>
        </li>
        <li className="breadcrumbs__item breadcrumbs__item--active">
          <span className="breadcrumbs__link">{title}</span>
        </li>
      </ul>
    </nav>
  );
}
