import Head from '@docusaurus/Head';
import {useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';

/** Tells programs, in the head of the page, where it is as Markdown (RFC 8288, relation `alternate`). */
export default function MarkdownTwin(): ReactNode {
  return (
    <Head>
      <link rel="alternate" type="text/markdown" href={useMarkdownTwin()} />
    </Head>
  );
}

/** The address of the page that is shown, as Markdown. */
export function useMarkdownTwin(): string {
  const {pathname} = useLocation();
  const home = useBaseUrl('/');
  return pathname === home ? `${home}index.md` : `${pathname.replace(/\/$/, '')}.md`;
}
