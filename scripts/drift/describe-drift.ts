import type {CallResult} from './make-call.ts';

/** What came of the calls to one API. */
export interface ApiDrift {
  api: string;
  server: string;
  calls: CallResult[];
}

/** All of it, as `--json` prints it. */
export interface DriftReport {
  /** Whether every call that was made had a reply that is as documented, and at least one was made. */
  ok: boolean;
  counts: Record<CallResult['outcome'], number>;
  apis: ApiDrift[];
}

/** Sums up. Without a single reply nothing was compared, and that is not a good result. Pure. */
export function toReport(apis: ApiDrift[]): DriftReport {
  const counts = {same: 0, different: 0, failed: 0, skipped: 0};
  for (const {outcome} of apis.flatMap(({calls}) => calls)) counts[outcome] += 1;
  return {ok: counts.different === 0 && counts.failed === 0 && counts.same > 0, counts, apis};
}

/** The report for people, ending in one line that sums it up. Pure. */
export function describeReport({counts, apis}: DriftReport): string {
  return [
    ...apis.flatMap(({api, server, calls}) => [`${api} at ${server}`, ...calls.map(describeCall), '']),
    `${counts.different} different, ${counts.failed} without a reply, ${counts.same} as documented, ${counts.skipped} skipped.`,
    ...(counts.same + counts.different + counts.failed === 0 ? ['Nothing was compared.'] : []),
  ].join('\n');
}

function describeCall({outcome, method, path, example, status, ms, differences = [], reason}: CallResult): string {
  const facts = [status, ms === undefined ? undefined : `${ms} ms`].filter((fact) => fact !== undefined).join(', ');
  return [
    `  ${outcome.padEnd(9)} ${method} ${path} (${example})${facts === '' ? '' : `: ${facts}`}`,
    ...(reason === undefined ? [] : [`            ${reason}`]),
    ...differences.map(({name, message}) => `            ${name === '' ? '' : `${name}: `}${message}`),
  ].join('\n');
}
