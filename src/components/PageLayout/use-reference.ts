import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {usePluginData} from '@docusaurus/useGlobalData';
import {versionedPath} from '../../model/addresses.ts';

/** Gives the address, with the base URL, of the page of an API (by its id) or of an operation (by its key). */
export function useReference(): (idOrKey: string) => string {
  const {routeBasePath} = usePluginData('live-api-docs') as {routeBasePath: string};
  const {withBaseUrl} = useBaseUrlUtils();
  // By force, for a base URL may be what the addresses of the reference begin with.
  return (idOrKey) => withBaseUrl(`/${routeBasePath}/${versionedPath(idOrKey)}`, {forcePrependBaseUrl: true});
}
