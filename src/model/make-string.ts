import {member} from './member.ts';
import type {SchemaObject} from './schema.ts';

/**
 * Text that meets a schema as far as can be: by its format, its pattern, or its length. The name of the property that it is
 * for may give a fitting word. Patterns other than a row of characters and classes are not solved.
 */
export function makeString(schema: SchemaObject, hint: string): string {
  const {format, contentEncoding, pattern, minLength = 0, maxLength = Infinity} = schema;
  const encoded = contentEncoding === 'base64' ? 'byte' : contentEncoding;
  const base = member(byFormat, format ?? encoded ?? '');
  const candidate = base ?? (pattern === undefined ? wordFor(hint) : fromPattern(pattern, minLength));
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

/** Text for a sequence of literals and character classes with counts (`^[A-Z]{2}-\d+$`); others give plain text. */
function fromPattern(pattern: string, minLength: number): string {
  const source = pattern.replace(/^\^|\$$/g, '');
  const part =
    /(\[(?:\\.|[^\]\\^])(?:\\.|[^\]\\])*\]|\\[dws]|\\[^\w]|[^\\[\](){}*+?.|^$])(\{(\d+)(?:,(\d*))?\}|[*+?])?/gy;
  let text = '';
  let end = 0;
  for (const match of source.matchAll(part)) {
    const [whole, unit = '', quantifier, count] = match;
    const open = quantifier === '*' || quantifier === '+' || quantifier?.endsWith(',}') === true;
    const times = count === undefined ? 1 : Number(count);
    text += (sampleOf(unit) ?? 'a').repeat(open ? Math.max(times, minLength - text.length, 1) : times);
    end = match.index + whole.length;
  }
  return end === source.length && matches(pattern, text) ? text : wordFor('');
}

const samples = ['a', '0', 'A', '_', '-', '.', ' ', '1', 'b'];

/** A character that a class or an escape takes. */
function sampleOf(unit: string): string | undefined {
  if (unit.length === 1) return unit;
  if (/^\\[^dws]/.test(unit)) return unit.slice(1);
  return [...samples, ...unit].find((character) => matches(`^${unit}$`, character));
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return false;
  }
}
