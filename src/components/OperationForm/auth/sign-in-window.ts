/** The channel on which the callback page hands over what came back to it (src/plugin/oauth-callback.html). */
const channelName = 'live-api-docs.oauth';

/** The window that the reader signs in at. It must be opened while the press of a button is being handled. */
export function openSignInWindow(): Window | null {
  const opened = window.open('', '_blank', 'popup,width=520,height=720');
  // The provider's page must not be able to reach this one.
  if (opened !== null) opened.opener = null;
  return opened;
}

/**
 * Waits for the answer with this `state` from the callback page, which is of this site's own origin. Rejects when the
 * signal is aborted.
 */
export function waitForCallback(state: string, signal: AbortSignal): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(channelName);
    const end = () => {
      channel.close();
      reject(new DOMException('Given up', 'AbortError'));
    };
    signal.addEventListener('abort', end, {once: true});
    channel.onmessage = ({data}: MessageEvent<unknown>) => {
      const parameters = parametersIn(data);
      if (parameters?.get('state') !== state) return;
      channel.postMessage({received: state});
      signal.removeEventListener('abort', end);
      // Once the message above is on its way.
      setTimeout(() => channel.close());
      resolve(parameters);
    };
  });
}

function parametersIn(data: unknown): URLSearchParams | undefined {
  if (typeof data !== 'object' || data === null || !('parameters' in data)) return undefined;
  return typeof data.parameters === 'string' ? new URLSearchParams(data.parameters) : undefined;
}
