import {useEffect, useState, type ComponentType, type ReactNode} from 'react';
import type {KeyHelperProps} from './KeyHelper.tsx';

/**
 * The helper of an `x-ed25519` field. Its code comes when the form is awake, for few forms have such a field; the static
 * form has no part of it, so that both hold the same controls.
 */
export default function KeyHelperSlot(props: KeyHelperProps): ReactNode {
  const [Helper, setHelper] = useState<ComponentType<KeyHelperProps>>();
  useEffect(() => {
    void import('./KeyHelper.tsx').then((module) => setHelper(() => module.default));
  }, []);
  return Helper === undefined ? null : <Helper {...props} />;
}
