import {lazy, Suspense, useState, useSyncExternalStore, type ReactNode} from 'react';
import {credentialStore} from '../../../form/credentials.ts';
import type {Operation} from '../../../model/operation.ts';

const CredentialPanel = lazy(() => import('./CredentialPanel.tsx'));

/** The credentials of this tab, once there are some; their panel stays, for it tells when they are forgotten. */
export default function Credentials(props: {operation: Operation; audience: string}): ReactNode {
  const size = useSyncExternalStore(credentialStore.subscribe, credentialStore.size, () => 0);
  const [wasNeeded, setWasNeeded] = useState(size > 0);
  if (size > 0 && !wasNeeded) setWasNeeded(true);
  if (!wasNeeded) return null;
  return (
    <Suspense fallback={null}>
      <CredentialPanel {...props} />
    </Suspense>
  );
}
