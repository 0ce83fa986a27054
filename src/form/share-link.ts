import {FileValue} from '../model/file-value.ts';
import type {Operation} from '../model/operation.ts';
import {emptyValues, isValueObject} from '../model/values.ts';
import type {RequestValues, Value} from '../model/values.ts';
import {base64} from '../request/base64.ts';
import {hasSecretInBody, withoutSecrets} from '../request/redact.ts';
import {writeJson} from '../request/write-json.ts';
import {parseExactJson} from './parse-exact-json.ts';
import {fromRawText} from './raw-body.ts';
import {fingerprintOf} from './share-link-fingerprint.ts';
import {sharePrefix} from './share-prefix.ts';

export {fingerprintOf};

/** A fragment that fills a form, or why there is none. */
export type ShareLink =
  | {
      /** `#try=…`, to be put behind the address of the page. */
      fragment: string;
      /** What is not in it, in sentences with a full stop. */
      leavesOut: string[];
    }
  | {
      /** A sentence with a full stop. */
      refusal: string;
    };

/** What a fragment brings back. */
export interface SharedRequest {
  values: RequestValues;
  /** One that the operation takes; undefined for the first. */
  contentType: string | undefined;
  /** The body as text, where it was edited so. */
  rawBody: string | undefined;
  /** Whether the form depends on something that is different now. */
  hasChanged: boolean;
}

/** Longer addresses are cut off by chats, mail programs and servers that log them. */
const longestFragment = 8000;
const deepestValue = 64;
const places = ['path', 'query', 'header', 'cookie'] as const;

/**
 * The values as a fragment of the page's address, which browsers send to no server. Never in it: secrets (`format: password`
 * and the like), parameters that carry an API key, text that goes by the name of a secret, cookies, credentials and files.
 * A body that is edited as text is in it as such unless it may hold one of these; then its open values are.
 */
export function encodeShareLink(
  operation: Operation,
  values: RequestValues,
  {contentType, rawBody}: {contentType?: string | undefined; rawBody?: string | undefined} = {},
): ShareLink {
  const open = withoutSecrets(operation, {...values, cookie: {}});
  const left = new Set<string>(
    Object.values(values.cookie).some((value) => value !== undefined) ? [cookieSentence] : [],
  );
  if (writeGroup(open) !== writeGroup({...values, cookie: {}})) left.add(secretSentence);
  const kept = mapGroups(open, (value, name) => withoutPrivate(value, name, left));
  const isOpen = rawBody !== undefined && isOpenText(operation, contentType, rawBody);
  if (rawBody !== undefined && !isOpen) left.add(kept.body === undefined ? textSentence : layoutSentence);
  const payload = {
    f: fingerprintOf(operation),
    ...(contentType !== undefined && {t: contentType}),
    ...Object.fromEntries(places.flatMap((place) => (isEmpty(kept[place]) ? [] : [[place[0] ?? '', kept[place]]]))),
    ...(isOpen ? {r: rawBody} : kept.body !== undefined && {b: kept.body}),
  };
  const fragment = sharePrefix + toBase64Url(new TextEncoder().encode(writeJson(payload)));
  if (fragment.length > longestFragment) {
    return {refusal: 'This request is too long for a link. Copy it as code instead.'};
  }
  return {fragment, leavesOut: [...left]};
}

/**
 * What a fragment says of this operation; undefined when it is none of ours or broken. Anybody can make one: nothing in it
 * is trusted but the values of what the operation declares, and secrets are not taken from it. Throws nothing.
 */
export function decodeShareLink(operation: Operation, fragment: string): SharedRequest | undefined {
  const payload = readPayload(fragment);
  if (payload === undefined) return undefined;
  const own = (name: string) => (Object.hasOwn(payload, name) ? payload[name] : undefined);
  const values = emptyValues();
  for (const place of places) {
    const group = own(place[0] ?? '');
    if (!isValueObject(group) || place === 'cookie') continue;
    for (const [name, value] of Object.entries(group)) {
      if (isDeclared(operation, place, name)) define(values[place], name, value);
    }
  }
  const open = withoutSecrets(operation, {...values, body: operation.requestBody && own('b')});
  const type = own('t');
  const text = own('r');
  const isKnown = operation.requestBody?.content.some(({mediaType}) => mediaType === type) === true;
  const contentType = isKnown && typeof type === 'string' ? type : undefined;
  const isText = typeof text === 'string' && operation.requestBody !== undefined;
  return {
    values: mapGroups(open, (value, name) => withoutPrivate(value, name, new Set())),
    contentType,
    rawBody: isText && isOpenText(operation, contentType, text) ? text : undefined,
    hasChanged: own('f') !== fingerprintOf(operation),
  };
}

const secretSentence = 'Secrets are not in the link.';
const fileSentence = 'Files are not in the link.';
const textSentence = 'The text of the body is not in the link, for it may hold secrets.';
const layoutSentence = 'The body is in the link as values, without the layout of its text.';
const cookieSentence = 'Cookies are not in the link.';

function writeGroup(values: RequestValues): string {
  return writeJson({...values, body: values.body ?? null});
}

function isEmpty(group: Record<string, Value | undefined>): boolean {
  return Object.values(group).every((value) => value === undefined);
}

type Keep = (value: Value, name: string) => Value | undefined;

function mapGroups(values: RequestValues, keep: Keep): RequestValues {
  const map = (group: Record<string, Value | undefined>) =>
    Object.fromEntries(
      Object.entries(group).map(([name, value]) => [name, value === undefined ? undefined : keep(value, name)]),
    );
  return {
    path: map(values.path),
    query: map(values.query),
    header: map(values.header),
    cookie: map(values.cookie),
    body: values.body === undefined ? undefined : keep(values.body, ''),
  };
}

/** Names of what nobody wants in a link, where a document forgot to mark it: `authToken`, `client_secret`, `X-Api-Key`. */
const privateName =
  /(password|passwd|passphrase|passcode|secret|token|api[-_ ]?key|private[-_ ]?key|credentials?|authorization|otp|session[-_ ]?id)$/i;

const privateWord = new RegExp(privateName.source.slice(0, -1), 'i');

function withoutPrivate(value: Value, name: string, left: Set<string>): Value | undefined {
  if (value instanceof FileValue) return void left.add(fileSentence);
  if (typeof value === 'string' && value !== '' && privateName.test(name)) return void left.add(secretSentence);
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutPrivate(item, name, left));
    return items.every((item) => item === undefined) ? [] : items.map((item) => item ?? null);
  }
  if (!isValueObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      member === undefined ? undefined : withoutPrivate(member, key, left),
    ]),
  );
}

/** Text in which no secret can stand: none by the schema, and none by its name, wherever that is. */
function isOpenText(operation: Operation, contentType: string | undefined, text: string): boolean {
  if (hasSecretInBody(operation)) return false;
  const read = fromRawText(operation, contentType, text);
  if (!('value' in read) || read.value === undefined || typeof read.value === 'string') return !privateWord.test(text);
  const left = new Set<string>();
  withoutPrivate(read.value, '', left);
  return left.size === 0 && read.loses?.some((sentence) => sentence.includes('more than once')) !== true;
}

function isDeclared({parameters, accept}: Operation, place: string, name: string): boolean {
  if (place === 'header' && name === 'Accept' && accept !== undefined) return true;
  return parameters.some((parameter) => parameter.in === place && parameter.name === name);
}

function define(group: Record<string, Value | undefined>, name: string, value: Value | undefined): void {
  Object.defineProperty(group, name, {value, enumerable: true, configurable: true, writable: true});
}

function readPayload(fragment: string): Record<string, Value | undefined> | undefined {
  if (!fragment.startsWith(sharePrefix) || fragment.length > longestFragment) return undefined;
  try {
    const bytes = fromBase64Url(fragment.slice(sharePrefix.length));
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    if (isTooDeep(text)) return undefined;
    const parsed = parseExactJson(text);
    return 'value' in parsed && isValueObject(parsed.value) ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** Counts brackets without those in strings; text that is no JSON is found out later. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepestValue) return true;
  }
  return false;
}

/** RFC 4648, section 5, without padding: nothing in it needs encoding in a fragment. */
function toBase64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) throw new TypeError('No Base64');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (unit) => unit.charCodeAt(0));
}
