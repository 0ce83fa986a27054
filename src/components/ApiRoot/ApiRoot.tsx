import {HtmlClassNameProvider, ThemeClassNames} from '@docusaurus/theme-common';
import renderRoutes from '@docusaurus/renderRoutes';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import SidebarFrame, {type SidebarData} from './SidebarFrame.tsx';

interface ApiRootProps {
  route: {routes: Parameters<typeof renderRoutes>[0]};
  /** Left out where each page brings its own. */
  sidebar?: SidebarData;
}

/** The frame of all pages of one API: the docs look with the API's own sidebar, kept while its pages change. */
export default function ApiRoot({route, sidebar}: ApiRootProps): ReactNode {
  const pages = renderRoutes(route.routes);
  return (
    <HtmlClassNameProvider className={ThemeClassNames.page.docsDocPage}>
      <Layout>{sidebar === undefined ? pages : <SidebarFrame sidebar={sidebar}>{pages}</SidebarFrame>}</Layout>
    </HtmlClassNameProvider>
  );
}
