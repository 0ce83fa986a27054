import {expect, it} from 'vitest';
import {endsInTime} from './ends-in-time.ts';

it.each([
  ['^(a+)+$', `${'a'.repeat(60)}!`],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(80)],
  ['a*a*a*a*a*a*a*b', 'a'.repeat(300)],
])('gives up on %s', (pattern, text) => {
  const started = performance.now();
  for (let count = 0; count < 100; count++) expect(endsInTime(pattern, text)).toBe(false);
  expect(performance.now() - started).toBeLessThan(3_000);
});

it.each([
  ['^[a-z]+$', 'a'.repeat(100_000)],
  ['^([a-z]+-)*[a-z]+$', 'abc-def-'.repeat(20)],
  ['^(a+)+$', 'a'.repeat(60)],
  ['(', 'a'.repeat(60)],
  ['(a+)+(', 'a'.repeat(60)],
])('waits for %s', (pattern, text) => {
  expect(endsInTime(pattern, text)).toBe(true);
});
