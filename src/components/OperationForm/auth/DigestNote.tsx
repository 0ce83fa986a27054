import CodeBlock from '@theme/CodeBlock';
import type {ReactNode} from 'react';
import {digestLine} from '../../../form/auth/digest-line.ts';
import type {Operation} from '../../../model/operation.ts';

/** The operation's example as a curl line that answers a digest challenge. */
export default function DigestNote({operation, server}: {operation: Operation; server: string}): ReactNode {
  return <CodeBlock language="bash">{digestLine(operation, server)}</CodeBlock>;
}
