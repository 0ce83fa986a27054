import {useEffect, useState} from 'react';

/** The address of bytes within this page, for as long as they are shown. Undefined at first. */
export function useObjectUrl(bytes: Uint8Array<ArrayBuffer>, type: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], {type}));
    // An address outlives its component unless it is given back.
    setUrl(made); // eslint-disable-line react-hooks/set-state-in-effect -- made in an effect, for only an effect can give it back
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return url;
}
