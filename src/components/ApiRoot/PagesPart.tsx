import renderRoutes from '@docusaurus/renderRoutes';
import type {ReactNode} from 'react';

/** A part of the pages of an API that has very many: the router finds a page faster among few. */
export default function PagesPart({route}: {route: {routes: Parameters<typeof renderRoutes>[0]}}): ReactNode {
  return renderRoutes(route.routes);
}
