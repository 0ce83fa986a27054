import {http} from 'msw';
import {setupWorker} from 'msw/browser';
import type {PanelOptions} from './demo-network-panel.ts';

/**
 * Registers msw's service worker and hands it the page's answers; undefined lets a request go to the network. Resolves
 * when the worker controls this page, with the function that ends it.
 *
 * @throws Error when the worker cannot be registered or does not take control.
 */
export async function startDemoWorker(
  {workerUrl, scope}: PanelOptions,
  answer: (request: Request) => Promise<Response> | undefined,
): Promise<() => void> {
  await forgetIdleWorker(scope);
  const worker = setupWorker(
    http.all('*', async ({request}) => {
      try {
        return await answer(request);
      } catch {
        // As a network that fails: that is what the page is to see, whether simulated or given up.
        return Response.error();
      }
    }),
  );
  await worker.start({
    serviceWorker: {url: workerUrl, options: {scope}},
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
  await controlOf(workerUrl);
  return () => worker.stop();
}

/** A worker that is left from earlier and does not control this page would make msw reload it, and what is typed be lost. */
async function forgetIdleWorker(scope: string): Promise<void> {
  if (navigator.serviceWorker.controller !== null) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.filter((one) => one.scope === scope).map((one) => one.unregister()));
}

function controlOf(workerUrl: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      if (navigator.serviceWorker.controller?.scriptURL !== workerUrl) return;
      clearTimeout(timer);
      navigator.serviceWorker.removeEventListener('controllerchange', check);
      resolve();
    };
    const timer = setTimeout(() => reject(new Error('The service worker did not take control of the page.')), 10_000);
    navigator.serviceWorker.addEventListener('controllerchange', check);
    check();
  });
}
