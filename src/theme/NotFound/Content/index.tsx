import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import type {Props} from '@theme/NotFound/Content';
import clsx from 'clsx';
import type {ReactNode} from 'react';

/** What stands where there is no page: what may have happened, and where to go on. */
export default function NotFoundContent({className}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  return (
    <main className={clsx('container margin-vert--xl', className)}>
      <Heading as="h1">There is no page at this address</Heading>
      <p>
        It may have been renamed or removed since the link to it was made. The page of an operation is named after its{' '}
        <code>operationId</code>, so it moves when that changes.
      </p>
      <p>
        <Link to="/">Go to the start of {siteConfig.title}</Link>, or choose an API in the navigation.
      </p>
    </main>
  );
}
