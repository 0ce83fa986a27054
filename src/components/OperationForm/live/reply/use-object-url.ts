import {useMemo, useSyncExternalStore} from 'react';

/** The address of bytes within this page, for as long as they are shown. Undefined at first. */
export function useObjectUrl(bytes: Uint8Array<ArrayBuffer>, type: string): string | undefined {
  const address = useMemo(() => addressOf(new Blob([bytes], {type})), [bytes, type]);
  return useSyncExternalStore(address.subscribe, address.read, () => undefined);
}

/** An address outlives its component unless it is given back: it is there while somebody listens. */
function addressOf(blob: Blob): {subscribe: (listener: () => void) => () => void; read: () => string | undefined} {
  let url: string | undefined;
  return {
    subscribe(listener) {
      const made = URL.createObjectURL(blob);
      url = made;
      listener();
      return () => {
        url = undefined;
        URL.revokeObjectURL(made);
      };
    },
    read: () => url,
  };
}
