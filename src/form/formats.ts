import {format as registry} from '@cfworker/json-schema';
import {member} from '../model/member.ts';
import {decodeJwt} from './decode-jwt.ts';

interface Format {
  /** What fits, to go after "Enter" or "Must be"; the examples are reserved for documentation. */
  words: string;
  /** Left out where the validator's own check is right. */
  check?: (text: string) => boolean;
}

/** The formats that are checked (JSON Schema 2020-12 validation, section 7.3; OpenAPI format registry). */
const formats: Record<string, Format> = {
  email: {words: 'an e-mail address, such as ada@example.com'},
  'idn-email': {
    words: 'an e-mail address, such as ada@example.com',
    check: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  },
  uuid: {words: 'a UUID, such as 37764f2a-da1b-40ea-a054-ef1c8021196a'},
  uri: {words: 'a full address, such as https://example.com/path'},
  url: {words: 'a full address, such as https://example.com/path', check: (text) => URL.canParse(text)},
  iri: {words: 'a full address, such as https://example.com/path', check: (text) => URL.canParse(text)},
  'uri-reference': {words: 'an address or a path, such as /path'},
  'uri-template': {words: 'an address with places to fill in, such as /accounts/{id}'},
  date: {words: 'a date as year-month-day, such as 2026-03-31'},
  'date-time': {words: 'a date and time with its zone, such as 2026-03-31T14:30:00Z'},
  time: {words: 'a time with its zone, such as 14:30:00Z'},
  duration: {words: 'a duration, such as P3DT4H'},
  hostname: {words: 'a host name, such as api.example.com'},
  ipv4: {words: 'an IPv4 address, such as 192.0.2.1'},
  ipv6: {words: 'an IPv6 address, such as 2001:db8::1'},
  regex: {words: 'a regular expression, such as ^[a-z]+$'},
  'json-pointer': {words: 'a JSON Pointer, such as /address/city'},
  'relative-json-pointer': {words: 'a relative JSON Pointer, such as 1/city'},
  jwt: {
    words: 'a JSON Web Token: three parts of letters, digits, - and _, joined by dots',
    check: (text) => decodeJwt(text) !== undefined,
  },
  byte: {words: 'base64 text, such as aGVsbG8=', check: isBase64},
  base64url: {words: 'base64url text, such as aGVsbG8', check: (text) => /^[\w-]*={0,2}$/.test(text)},
};

for (const [name, {check}] of Object.entries(formats)) if (check !== undefined) registry[name] = check;

/** Whether values of this format are checked. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(formats, format);
}

/** What fits a format, in words: "an e-mail address, such as ada@example.com". */
export function formatInWords(format: string): string {
  return member(formats, format)?.words ?? `a value of the format ${format}`;
}

/** RFC 4648, section 4, with padding. */
function isBase64(text: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
}
