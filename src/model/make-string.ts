import {member} from './member.ts';
import type {SchemaObject} from './schema.ts';
import {patternTakes} from './pattern-takes.ts';
import {textForPattern} from './text-for-pattern.ts';

/** No example is longer, whatever a schema demands: no text of some programs can be as long as a number can say. */
const longest = 10_000;

/**
 * Text that meets a schema as far as can be: by its format, its pattern, or its length. The name of the property that it is
 * for may give a fitting word. Patterns that look ahead or refer back are rarely solved.
 */
export function makeString(schema: SchemaObject, hint: string): string {
  const {format, contentEncoding, pattern, maxLength = Infinity} = schema;
  const minLength = Math.min(schema.minLength ?? 0, longest);
  const encoded = contentEncoding === 'base64' ? 'byte' : contentEncoding;
  const base = member(byFormat, format ?? encoded ?? '');
  const candidate =
    pattern === undefined ? (base ?? wordFor(hint)) : fromPattern(pattern, {minLength, maxLength}, base);
  const long =
    candidate.length < minLength ? candidate.padEnd(minLength, candidate === '' ? 'a' : candidate) : candidate;
  return [...long].slice(0, maxLength).join('');
}

const byFormat: Record<string, string> = {
  email: 'ada@example.com',
  'idn-email': 'ada@example.com',
  uuid: '37764f2a-da1b-40ea-a054-ef1c8021196a',
  uri: 'https://example.com',
  url: 'https://example.com',
  iri: 'https://example.com',
  'uri-reference': '/path',
  'uri-template': '/accounts/{id}',
  date: '2026-03-31',
  'date-time': '2026-03-31T14:30:00Z',
  time: '14:30:00Z',
  duration: 'P3DT4H',
  hostname: 'api.example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  regex: '^[a-z]+$',
  'json-pointer': '/path',
  'relative-json-pointer': '1/path',
  byte: 'aGVsbG8=',
  base64url: 'aGVsbG8',
  binary: 'hello',
  password: 'correct-horse-battery',
  // {"alg":"none"} . {"iss":"demo"} . nothing: a token that no API takes for real.
  jwt: 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJkZW1vIn0.',
};

function wordFor(hint: string): string {
  return /name$/i.test(hint) ? 'Ada' : 'text';
}

/**
 * The text of the format where the pattern takes it, else one made for the pattern; plain text where none can be made. A
 * pattern that nothing meets (`/^a$/`, with the slashes) leaves the text of the format.
 */
function fromPattern(pattern: string, {minLength = 0, maxLength = Infinity}: SchemaObject, base?: string): string {
  const made = textForPattern(pattern, minLength);
  // What may stand around the text of a pattern can make it too long.
  const short = textForPattern(pattern.replace(/^\^?\.\*|\.\*\$?$/g, ''), minLength);
  const candidates = [base, made, short, ...mixed].filter((text) => text !== undefined);
  const taken = candidates.filter((text) => patternTakes(pattern, text) === true);
  const fitting = taken.find((text) => text.length >= minLength && text.length <= maxLength);
  const isRefused = made !== undefined && patternTakes(pattern, made) === false;
  return fitting ?? taken[0] ?? (isRefused ? base : undefined) ?? made ?? base ?? wordFor('');
}

/** What rules for passwords look ahead for, short and long. */
const mixed = [2, 3, 4, 8].flatMap((turns) => ['Aa1!', 'Aa1'].map((text) => text.repeat(turns)));
