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
  // The check of links when the site is built knows no ids in ready HTML.
  for (const [, id = ''] of html.matchAll(/ id="([^"]+)"/g)) collectAnchor(id);
  return <div className={clsx('api-prose', className)} dangerouslySetInnerHTML={{__html: html}} />;
}
