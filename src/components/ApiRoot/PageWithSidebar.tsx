import type {ComponentType, ReactNode} from 'react';
import SidebarFrame, {type SidebarData} from './SidebarFrame.tsx';

interface PageWithSidebarProps {
  Page: ComponentType<{page: unknown}>;
  page: unknown;
  sidebar: SidebarData;
}

/** A page of an API that is too large for one sidebar: it brings its own, with the operations of its tag. */
export default function PageWithSidebar({Page, page, sidebar}: PageWithSidebarProps): ReactNode {
  return (
    <SidebarFrame sidebar={sidebar}>
      <Page page={page} />
    </SidebarFrame>
  );
}
