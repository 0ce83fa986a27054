import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useSyncExternalStore} from 'react';

/**
 * The address of an API's document on this site, which relative server URLs are relative to (OpenAPI 3.1, Server Object):
 * in the static page by the site's configured address, then by the one that it is read at.
 */
export function useDocumentUrl(apiId: string): string {
  const {siteConfig} = useDocusaurusContext();
  const path = useBaseUrl(`/openapi/${apiId}.yaml`);
  const origin = useSyncExternalStore(
    subscribeToNothing,
    () => location.origin,
    () => siteConfig.url,
  );
  return new URL(path, origin).href;
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
