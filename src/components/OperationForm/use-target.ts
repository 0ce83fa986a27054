import {usePluginData} from '@docusaurus/useGlobalData';
import {useSyncExternalStore} from 'react';
import type {Operation, Server} from '../../model/operation.ts';
import {resolveServer} from '../../request/resolve-server.ts';
import {chosenTarget, serversKey, subscribeTarget} from './target-store.ts';
import {useDocumentUrl} from './use-document-url.ts';

/**
 * Where the calls of this operation's API go: `demo` or a server URL. While the page is static, the site's default. What
 * the page has fixed (`demo`, `live`, a server URL) goes before what the reader chose.
 */
export function useTarget(operation: Operation, fixed?: string): string {
  const {target} = usePluginData('live-api-docs') as {target: 'demo' | 'live'};
  const documentUrl = useDocumentUrl(operation.apiId);
  const [first] = operation.servers;
  const live = first === undefined ? 'demo' : resolveServer(first, documentUrl);
  const initial = target === 'live' ? live : 'demo';
  const servers = serversKey(operation.servers);
  const chosen = useSyncExternalStore(
    subscribeTarget,
    () => chosenTarget(operation.apiId, servers) ?? initial,
    () => initial,
  );
  return fixed === 'live' ? live : (fixed ?? chosen);
}

/** The URL of a server with its variables at their defaults. */
export function serverUrl(server: Server): string {
  return server.url.replaceAll(/\{([^}]*)\}/g, (whole, name: string) => server.variables?.[name]?.default ?? whole);
}
