import {PageMetadata} from '@docusaurus/theme-common';
import DocBreadcrumbs from '@theme/DocBreadcrumbs';
import DocPaginator from '@theme/DocPaginator';
import TOC from '@theme/TOC';
import TOCCollapsible from '@theme/TOCCollapsible';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {PageLink, TocItem} from '../../model/page.ts';
import Versions from '../Versions/Versions.tsx';
import Trail from './Trail.tsx';
import styles from './PageLayout.module.css';

interface PageLayoutProps {
  /** Of the page, without the site's name. */
  title: string;
  /** Plain text for search engines and link previews. */
  summary: string;
  toc: TocItem[];
  /** Where a page stands that is not in the sidebar: the page above it, and what it is called below that. */
  trail?: {parent: PageLink; title: string} | undefined;
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
  /** What stands beside the reference on a wide screen and below it on a narrow one. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A reference page: breadcrumbs, the reference, what stands beside it, the table of contents, the neighbours. */
export default function PageLayout(props: PageLayoutProps): ReactNode {
  const {title, summary, toc, trail, previous, next, aside, children} = props;
  const readOnlyToc: readonly TocItem[] = toc;
  return (
    <div className={clsx(styles.page, aside !== undefined && styles.withAside)}>
      <PageMetadata title={title} description={summary} />
      <div className={styles.top}>
        {trail === undefined ? <DocBreadcrumbs /> : <Trail {...trail} />}
        <Versions />
        <TOCCollapsible toc={readOnlyToc} className={styles.tocTop} />
      </div>
      <article className={clsx('theme-doc-markdown', styles.reference)}>{children}</article>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      <div className={styles.tocSide}>
        <TOC toc={readOnlyToc} />
      </div>
      <div className={styles.bottom}>
        <DocPaginator previous={previous} next={next} />
      </div>
    </div>
  );
}
