import {describe, expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import type {Json} from '../../model/json.ts';
import ExampleCode from './ExampleCode.tsx';

async function show(value: Json) {
  const screen = await render(<ExampleCode label="200, one" title="One" value={value} />);
  const code = screen.container.querySelector('code');
  return {
    screen,
    text: code?.textContent,
    parts: [...(code?.querySelectorAll('i') ?? [])],
    lines: code?.children.length,
  };
}

describe('ExampleCode', () => {
  it('shows JSON to the character, a line for each line, and tells names, texts, numbers and words apart', async () => {
    const value = {'a "b": 1': 'x": <b>&amp;\n\\', list: [-1.5e-7, true, null, ''], ü: {}};
    const {text, parts, lines} = await show(value);
    expect(text).toBe(JSON.stringify(value, undefined, 2));
    expect(lines).toBe(10);
    expect(parts.map((part) => `${part.dataset['part']} ${part.textContent}`)).toEqual([
      String.raw`name "a \"b\": 1"`,
      String.raw`text "x\": <b>&amp;\n\\"`,
      'name "list"',
      'number -1.5e-7',
      'keyword true',
      'keyword null',
      'text ""',
      'name "ü"',
    ]);
  });

  it('shows text as it is', async () => {
    const {text, parts} = await show('a: <1>\r\n"b"');
    expect(text).toBe('a: <1>\r\n"b"');
    expect(parts).toEqual([]);
  });

  it('has no colours where they would weigh more than the page, and still every character', async () => {
    const value = Array.from({length: 3000}, (_, index) => `<${index}>`);
    const {text, parts} = await show(value);
    expect(text).toBe(JSON.stringify(value, undefined, 2));
    expect(parts).toEqual([]);
  });
});
