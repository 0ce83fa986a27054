import {describe, expect, it} from 'vitest';
import {operation} from '../../../test/fixtures/operation.ts';
import {emptyValues} from '../../model/values.ts';
import {createCodeStore} from './code-store.ts';
import {loadCodeWriter} from './write-code.ts';

const things = operation();

function callTo(server: string) {
  return {operation: things, values: emptyValues(), options: {server}};
}

describe('createCodeStore', () => {
  it('holds the example until something is filled in', () => {
    expect(createCodeStore(things, 'openapi/test.yaml').html('curl')).toContain('https://api.example.com/things');
  });

  it('writes only the languages in sight, each again when it comes into sight', async () => {
    const store = createCodeStore(things, 'openapi/test.yaml');
    let changes = 0;
    store.subscribe(() => changes++);
    const hide = store.show('curl');
    store.fill(callTo('https://one.example'), loadCodeWriter);
    await expect.poll(() => store.html('curl')).toContain('https://one.example/things');
    expect(store.html('python')).not.toContain('one.example');

    hide();
    store.show('python');
    await expect.poll(() => store.html('python')).toContain('https://one.example/things');
    store.fill(callTo('https://two.example'), loadCodeWriter);
    await expect.poll(() => store.html('python')).toContain('https://two.example/things');
    expect(store.html('curl')).toContain('https://one.example/things');
    expect(changes).toBe(3);
  });

  it('writes the newest of several calls, once', async () => {
    const store = createCodeStore(things, 'openapi/test.yaml');
    const seen: (string | undefined)[] = [];
    store.subscribe(() => seen.push(store.html('http')));
    store.show('http');
    for (const name of ['one', 'two', 'three']) store.fill(callTo(`https://${name}.example`), loadCodeWriter);
    await expect.poll(() => store.html('http')).toContain('three.example');
    expect(seen).toHaveLength(1);
  });
});
