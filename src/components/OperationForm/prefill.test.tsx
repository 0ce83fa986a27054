import {afterEach, expect, it} from 'vitest';
import {announceForm, deliverPrefill, registerForm, type Prefill} from './prefill.ts';

const prefill: Prefill = {origin: 'a test', state: () => ({})};

afterEach(() => document.body.replaceChildren());

/** A form in its console, and what comes of it there. */
function addForm(): {element: Element; reply: Element} {
  const section = document.createElement('div');
  const element = document.createElement('form');
  const reply = document.createElement('div');
  section.append(element, reply);
  document.body.append(section);
  return {element, reply};
}

it('wakes a form that is on the page, and fills it then', async () => {
  const {element} = addForm();
  const filled: Prefill[] = [];
  let leave: (() => void) | undefined;
  const withdraw = announceForm('api/sleeper', element, () => {
    leave = registerForm('api/sleeper', element, (given) => filled.push(given));
  });
  expect(deliverPrefill('api/sleeper', prefill)).toBe(true);
  await Promise.resolve();
  expect(filled).toEqual([prefill]);
  leave?.();
  withdraw();
});

it('keeps the values for a form that is not on the page, and says so', async () => {
  const {element} = addForm();
  announceForm('api/gone', element, () => undefined)();
  expect(deliverPrefill('api/gone', prefill)).toBe(false);
  const filled: Prefill[] = [];
  registerForm('api/gone', element, (given) => filled.push(given))();
  await Promise.resolve();
  expect(filled).toEqual([prefill]);
});

it('fills, of several forms of one operation, its own, the next or the first, and the other once that is gone', () => {
  const before = document.createElement('button');
  document.body.append(before);
  const first = addForm();
  const between = document.createElement('button');
  document.body.append(between);
  const second = addForm();
  const filled: string[] = [];
  const leaveSecond = registerForm('api/twice', second.element, () => filled.push('second'));
  const leaveFirst = registerForm('api/twice', first.element, () => filled.push('first'));
  const press = (from?: Element) => {
    deliverPrefill('api/twice', prefill, from);
    return filled.at(-1);
  };
  expect(press()).toBe('first');
  expect(press(before)).toBe('first');
  expect(press(between)).toBe('second');
  expect(press(first.reply)).toBe('first');
  expect(press(second.reply)).toBe('second');
  leaveSecond();
  expect(press(between)).toBe('first');
  registerForm('api/twice', second.element, () => filled.push('second again'));
  leaveFirst();
  expect(press()).toBe('second again');
});

it('keeps values for the form that is being woken, and gives them to another when it leaves first', async () => {
  const first = addForm();
  const second = addForm();
  const filled: string[] = [];
  const withdraw = announceForm('api/slow', first.element, () => undefined);
  const register = () => registerForm('api/slow', second.element, () => filled.push('second'));
  deliverPrefill('api/slow', prefill);
  const leave = register();
  await Promise.resolve();
  expect(filled).toEqual([]);
  leave();
  withdraw();
  register();
  await Promise.resolve();
  expect(filled).toEqual(['second']);
});
