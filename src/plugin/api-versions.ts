import {isRecord, specMistakes} from './option-mistakes.ts';
import type {ApiEntry, ApiOptions} from './options.ts';

/** Which version of which API a document is. */
export interface ApiVersion {
  /** The id of the API, without a version. */
  apiId: string;
  label: string;
  /** Its addresses name no version. */
  isCurrent: boolean;
}

/** The documents of an entry: one, or one for each version in the order given. Takes an entry without mistakes. */
export function documentsOf(entry: ApiEntry): ApiOptions[] {
  if (!('versions' in entry)) return [{id: entry.id, spec: entry.spec}];
  const {id: apiId, versions} = entry;
  const marked = versions.findIndex(({current}) => current === true);
  return versions.map(({label, spec}, index) => {
    const isCurrent = index === Math.max(marked, 0);
    return {id: isCurrent ? apiId : versionedId(apiId, label), spec, version: {apiId, label, isCurrent}};
  });
}

/** The id of a version that is not the current one. No id of an entry has an `@`. */
function versionedId(apiId: string, label: string): string {
  return `${apiId}@${label}`;
}

/** Whether a document is an old version (or a coming one): it has pages, but no forms for guides. */
export function isOtherVersion({version}: {version?: ApiVersion}): boolean {
  return version?.isCurrent === false;
}

/** Parts of the addresses of the current version that no label can be. */
const taken = ['schemas', 'webhooks', 'changes'];

/** What is wrong with the `versions` of an entry, each mistake with its place and what to do. */
export function versionsMistakes(entry: Record<string, unknown>, place: string): string[] {
  const {versions, spec} = entry;
  if (!Array.isArray(versions) || versions.length === 0) {
    return [`\`${place}.versions\` must be a list with at least one {label, spec}, the newest first.`];
  }
  const mistakes =
    spec === undefined
      ? []
      : [`\`${place}\` has both \`spec\` and \`versions\`. Make the document one of the versions.`];
  const labels = new Map<string, number>();
  const current: number[] = [];
  versions.forEach((version: unknown, index) => {
    const at = `${place}.versions[${index}]`;
    if (!isRecord(version)) {
      mistakes.push(`\`${at}\` must be an object {label, spec}.`);
      return;
    }
    const {label} = version;
    mistakes.push(...labelMistakes(label, at), ...specMistakes(version['spec'], at));
    if (version['current'] === true) current.push(index);
    else if (version['current'] !== undefined && version['current'] !== false) {
      mistakes.push(`\`${at}.current\` must be true or false.`);
    }
    if (typeof label !== 'string') return;
    const first = labels.get(label.toLowerCase());
    if (first === undefined) labels.set(label.toLowerCase(), index);
    else
      mistakes.push(`\`${at}.label\` "${label}" is taken by versions[${first}]. Give each version a label of its own.`);
  });
  if (current.length > 1) {
    const all = current.map((index) => `versions[${index}]`).join(' and ');
    mistakes.push(`\`${place}\` marks ${all} as current. Leave the mark on one of them.`);
  }
  return mistakes;
}

function labelMistakes(label: unknown, place: string): string[] {
  if (typeof label !== 'string') return [`\`${place}.label\` must be a string, such as "1" or "2024-06-01".`];
  if (!/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/.test(label)) {
    return [
      `\`${place}.label\` "${label}" becomes part of addresses: use letters and digits, with single dots, hyphens or underscores between them.`,
    ];
  }
  if (taken.includes(label.toLowerCase()) || /-to-/i.test(label)) {
    return [`\`${place}.label\` "${label}" would stand where other pages are. Choose another label.`];
  }
  return [];
}
