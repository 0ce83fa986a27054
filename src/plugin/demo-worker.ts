import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** msw's service worker, with a guard before it that lets nothing through but what a page has asked for. */
export function demoWorkerScript(): string {
  const mswWorker = join(dirname(require.resolve('msw/package.json')), 'lib/mockServiceWorker.js');
  return `${guard}\n${readFileSync(mswWorker, 'utf8')}`;
}

/**
 * Comes before msw's listeners. Only requests of a page to the servers that this very page has named reach msw; page
 * loads, the site's own files, other tabs and other servers never do: the browser handles them as without a worker.
 */
const guard = `{
  const serversOf = new Map();
  addEventListener('message', (event) => {
    if (event.data?.type !== 'live-api-docs/servers') return;
    event.stopImmediatePropagation();
    serversOf.set(event.source.id, event.data.servers);
    event.ports[0].postMessage('in control');
  });
  addEventListener('fetch', (event) => {
    const {url, mode} = event.request;
    const isAsked = (serversOf.get(event.clientId) ?? []).some(
      (server) => url === server || url.startsWith(server + '/') || url.startsWith(server + '?'),
    );
    if (!isAsked || mode === 'navigate' || new URL(url).origin === location.origin) event.stopImmediatePropagation();
  });
}`;
