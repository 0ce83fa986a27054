import type {ReactNode} from 'react';
import type {OperationPageData} from '../../model/page.ts';
import PageLayout from '../PageLayout/PageLayout.tsx';

export default function OperationPage({page}: {page: OperationPageData}): ReactNode {
  return (
    <PageLayout title={page.operation.title} summary={page.summary} toc={page.toc} previous={page.previous} next={page.next}>
      <h1>{page.operation.title}</h1>
    </PageLayout>
  );
}
