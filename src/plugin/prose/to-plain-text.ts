import type {Nodes} from 'mdast';
import {remarkAdmonitions} from './admonitions.ts';
import {isPlainProse} from './is-plain-prose.ts';
import {parseOwnProse} from './parse-prose.ts';
import {remarkUnknownTags} from './remark-unknown-tags.ts';

const toAdmonitions = remarkAdmonitions();
const keepUnknownTags = remarkUnknownTags();

/**
 * The beginning of a description as plain text, for `<meta name="description">` and lists: running text only, no
 * headings, code blocks, tables or admonitions. Ends with a whole sentence where one ends within `maxLength`
 * characters, else with a whole word and an ellipsis.
 */
export function toPlainText(markdown: string, maxLength: number): string {
  return shorten(runningText(markdown), maxLength);
}

/** The first sentence of a description as plain text, at most `maxLength` characters long. */
export function firstSentence(markdown: string, maxLength = 160): string {
  const text = runningText(markdown);
  const end = sentenceEnds(text)[0] ?? text.length;
  return shorten(text.slice(0, end), maxLength);
}

function runningText(markdown: string): string {
  if (isPlainProse(markdown)) return markdown.trim();
  const known = knownTexts.get(markdown);
  if (known !== undefined) return known;
  const text = parseRunningText(markdown);
  if (knownTexts.size >= mostKnown) knownTexts.clear();
  knownTexts.set(markdown, text);
  return text;
}

/** The same description is asked for by its page, its twin and several lists; parsing is what costs. */
const knownTexts = new Map<string, string>();
const mostKnown = 5000;

function parseRunningText(markdown: string): string {
  const tree = parseOwnProse(markdown);
  toAdmonitions(tree, {value: markdown});
  keepUnknownTags(tree);
  return tree.children
    .filter(({type}) => type === 'paragraph' || type === 'list')
    .map(textOf)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'code') return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isBlock = node.type === 'list' || node.type === 'listItem';
  return node.children.map(textOf).join(isBlock ? ' ' : '');
}

function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = sentenceEnds(text)
    .filter((index) => index <= maxLength)
    .at(-1);
  if (end !== undefined) return text.slice(0, end);
  const cut = text.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}

/** Where sentences end: after the mark, before a blank and a new beginning. "e.g. this" ends none. */
function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[.!?](?=\s+[\p{Lu}\p{N}"'(]|$)/gu)].map(({index}) => index + 1);
}
