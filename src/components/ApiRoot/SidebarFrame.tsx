import {DocsSidebarProvider} from '@docusaurus/plugin-content-docs/client';
import type {PropSidebarItem} from '@docusaurus/plugin-content-docs';
import DocRootLayout from '@theme/DocRoot/Layout';
import type {ReactNode} from 'react';

export interface SidebarData {
  name: string;
  items: PropSidebarItem[];
}

/** A sidebar beside what it is given. */
export default function SidebarFrame({sidebar, children}: {sidebar: SidebarData; children: ReactNode}): ReactNode {
  return (
    <DocsSidebarProvider name={sidebar.name} items={sidebar.items}>
      <DocRootLayout>{children}</DocRootLayout>
    </DocsSidebarProvider>
  );
}
