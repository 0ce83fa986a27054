import {demoStateKey} from '../model/demo-state.ts';
import type {DemoStorage, Mail} from '../model/demo-state.ts';
import {isJsonObject} from '../model/json.ts';

/** The storage of the tab; undefined where there is none or the browser forbids it, as in some private windows. */
export function browserStorage(): DemoStorage | undefined {
  try {
    return typeof sessionStorage === 'undefined' ? undefined : sessionStorage;
  } catch {
    return undefined;
  }
}

/** The e-mails that the demo of an API left in the tab, newest first; none when nothing there can be read. */
export function readStoredMailbox(apiId: string, storage: DemoStorage | undefined): Mail[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(demoStateKey(apiId)) ?? 'null');
    if (!isJsonObject(stored) || !isJsonObject(stored.state) || !Array.isArray(stored.state.mailbox)) return [];
    const mailbox: unknown[] = stored.state.mailbox;
    return mailbox.filter(isMail).reverse();
  } catch {
    return [];
  }
}

/** Removes what the demo of an API left in the tab. */
export function removeStoredDemo(apiId: string, storage: DemoStorage | undefined): void {
  try {
    storage?.removeItem(demoStateKey(apiId));
  } catch {
    // Where storage is forbidden there is nothing to remove.
  }
}

function isMail(value: unknown): value is Mail {
  return (
    isJsonObject(value) &&
    typeof value.id === 'number' &&
    typeof value.to === 'string' &&
    typeof value.subject === 'string' &&
    typeof value.text === 'string' &&
    typeof value.date === 'string' &&
    (value.code === undefined || typeof value.code === 'string')
  );
}
