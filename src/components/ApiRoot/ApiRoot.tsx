import {HtmlClassNameProvider, ThemeClassNames} from '@docusaurus/theme-common';
import {DocsSidebarProvider} from '@docusaurus/plugin-content-docs/client';
import type {PropSidebarItem} from '@docusaurus/plugin-content-docs';
import renderRoutes from '@docusaurus/renderRoutes';
import DocRootLayout from '@theme/DocRoot/Layout';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';

interface ApiRootProps {
  route: {routes: Parameters<typeof renderRoutes>[0]};
  sidebar: {name: string; items: PropSidebarItem[]};
}

/** The frame of all pages of one API: the docs look with the API's own sidebar, kept while its pages change. */
export default function ApiRoot({route, sidebar}: ApiRootProps): ReactNode {
  return (
    <HtmlClassNameProvider className={ThemeClassNames.page.docsDocPage}>
      <Layout>
        <DocsSidebarProvider name={sidebar.name} items={sidebar.items}>
          <DocRootLayout>{renderRoutes(route.routes)}</DocRootLayout>
        </DocsSidebarProvider>
      </Layout>
    </HtmlClassNameProvider>
  );
}
