import {expect, it} from 'vitest';
import {announceForm, deliverPrefill, registerForm, type Prefill} from './prefill.ts';

const prefill: Prefill = {origin: 'a test', state: () => ({})};

it('wakes a form that is on the page, and fills it then', async () => {
  const filled: Prefill[] = [];
  let leave: (() => void) | undefined;
  const withdraw = announceForm('api/sleeper', () => {
    leave = registerForm('api/sleeper', (given) => filled.push(given));
  });
  expect(deliverPrefill('api/sleeper', prefill)).toBe(true);
  await Promise.resolve();
  expect(filled).toEqual([prefill]);
  leave?.();
  withdraw();
});

it('keeps the values for a form that is not on the page, and says so', async () => {
  announceForm('api/gone', () => undefined)();
  expect(deliverPrefill('api/gone', prefill)).toBe(false);
  const filled: Prefill[] = [];
  registerForm('api/gone', (given) => filled.push(given))();
  await Promise.resolve();
  expect(filled).toEqual([prefill]);
});
