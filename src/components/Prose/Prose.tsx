import useBrokenLinks from '@docusaurus/useBrokenLinks';
import clsx from 'clsx';
import type {ReactNode} from 'react';

/** Prose of a document. `html` was made from CommonMark and sanitised when the site was built. */
export default function Prose({
  html,
  className,
}: {
  html: string | undefined;
  className?: string | undefined;
}): ReactNode {
  const {collectAnchor} = useBrokenLinks();
  if (!html) return null;
  // The check of links when the site is built knows nothing of what stands in ready HTML. The links themselves are left
  // to src/plugin/check-site-links.ts: a document that was written for another site must not stop the build of this one.
  for (const [, id = ''] of html.matchAll(/ id="([^"]+)"/g)) collectAnchor(id);
  return <div className={clsx('api-prose', className)} dangerouslySetInnerHTML={{__html: html}} />;
}
