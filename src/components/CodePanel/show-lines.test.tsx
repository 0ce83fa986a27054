import {expect, it} from 'vitest';
import {highlightCode} from './highlight-code.ts';
import {showLines} from './show-lines.ts';

it.each([
  ['a line changes', 'a\nb\nc', 'a\nx\nc', 2],
  ['lines come', 'a\nb', 'a\nb\nc\nd', 1],
  ['lines go', 'a\nb\nc', 'a', 0],
  ['all comes', '', 'curl --data "x"\n<b>', 0],
])('shows the code and leaves alone the lines that stay: %s', (_name, before, after, same) => {
  const element = codeOf(before);
  const parts = [...element.children].map((line) => line.firstChild);
  showLines(element, highlightCode(after, 'curl'));
  expect(element.isEqualNode(codeOf(after))).toBe(true);
  expect(parts.filter((part) => part !== null && element.contains(part))).toHaveLength(same);
});

function codeOf(text: string): HTMLElement {
  const element = document.createElement('code');
  element.innerHTML = highlightCode(text, 'curl');
  return element;
}
