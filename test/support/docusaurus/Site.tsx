import {BrowserContextProvider} from '@docusaurus/core/lib/client/browserContext';
import {DocusaurusContextProvider} from '@docusaurus/core/lib/client/docusaurusContext';
import {RouteContextProvider} from '@docusaurus/core/lib/client/routeContext';

import {ColorModeProvider, ScrollControllerProvider} from '@docusaurus/theme-common/internal';
import type {ReactNode} from 'react';
import {HelmetProvider} from 'react-helmet-async';
import {MemoryRouter} from 'react-router-dom';

/** What Docusaurus puts around every page, for components that are rendered alone. */
export default function Site({children, path = '/'}: {children: ReactNode; path?: string}): ReactNode {
  return (
    <HelmetProvider>
      <MemoryRouter initialEntries={[path]}>
        <DocusaurusContextProvider>
          <BrowserContextProvider>
            <RouteContextProvider value={{plugin: {id: 'default', name: 'component-tests'}}}>
              <ColorModeProvider>
                <ScrollControllerProvider>{children}</ScrollControllerProvider>
              </ColorModeProvider>
            </RouteContextProvider>
          </BrowserContextProvider>
        </DocusaurusContextProvider>
      </MemoryRouter>
    </HelmetProvider>
  );
}
