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
  if (!html) return null;
  return <div className={clsx('api-prose', className)} dangerouslySetInnerHTML={{__html: html}} />;
}
