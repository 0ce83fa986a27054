import type {Nodes, Root} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {declaredNames} from '../mdx-names.ts';
import {editText, type Edit} from './edit-text.ts';
import {proseEdits, type ResolveLink} from './prose-markdown.ts';
import {destination, escapeText} from './syntax.ts';

export interface GuideOptions {
  title: string;
  resolveLink: ResolveLink;
  /** Markdown that stands for a component, such as a live form; undefined for one that shows what is within it. */
  component: (name: string) => string | undefined;
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;

const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkDirective).freeze();
const plain = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/**
 * A guide as plain CommonMark with GFM: its prose as it is, without what only a page can run. Elements give way to what
 * they hold; expressions, imports and exports go. `format` says how the file is read: `.md` files may hold no JSX.
 *
 * Throws where the source is no MDX; the site does not build then either.
 */
export function guideMarkdown(source: string, format: 'mdx' | 'md', options: GuideOptions): string {
  const text = source.replaceAll('\r\n', '\n').replace(/^---\n(?:[^]*?\n)?---[ \t]*(?:\n|$)/, '');
  const tree = (format === 'mdx' ? mdx : plain).parse(text);
  const body = editText(text, [...proseEdits(tree, text, options), ...pageEdits(tree, text, options)]);
  const hasTitle = tree.children.some((node) => node.type === 'heading' && node.depth === 1);
  const title = hasTitle ? '' : `# ${escapeText(options.title)}\n\n`;
  return `${title}${withoutGaps(body)}\n`;
}

/** The edits that take out what only a page can run. */
function pageEdits(tree: Root, source: string, options: GuideOptions): Edit[] {
  const declared = declaredNames(tree);
  const edits: Edit[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') edits.push(replace(node, ''));
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      edits.push(replace(node, textOfExpression(node.value)));
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      edits.push(...elementEdits(node, source, options, declared));
    }
    if (node.type === 'heading') edits.push(...headingIdEdits(node, source));
    if (node.type === 'code') edits.push(...codeEdits(node, source));
  });
  return edits;
}

/** `{'text'}` is text; nothing else can be known without running it. */
function textOfExpression(value: string): string {
  const [, single, double] = /^\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*$/.exec(value) ?? [];
  return single ?? double ?? '';
}

function elementEdits(node: Element, source: string, options: GuideOptions, declared: Set<string>): Edit[] {
  const name = node.name ?? '';
  const [start, end] = offsets(node);
  if (name === 'br') return [replace(node, ' ')];
  if (name === 'img') return [replace(node, imageOf(node, options))];
  const stands = declared.has(name) ? undefined : options.component(name);
  if (stands !== undefined) return [replace(node, stands)];
  const [first, last] = [node.children.at(0), node.children.at(-1)];
  if (first === undefined || last === undefined) return [replace(node, '')];
  const [from, to] = [offsets(first)[0], offsets(last)[1]];
  if (node.type === 'mdxJsxTextElement') {
    return [
      {start, end: from, text: ''},
      {start: to, end, text: ''},
    ];
  }
  const label = textAttribute(node, 'label') ?? textAttribute(node, 'title');
  return [
    {start, end: from, text: label === undefined ? '' : `**${escapeText(label)}**\n\n`},
    ...dedentEdits(source, from, to),
    {start: to, end, text: ''},
  ];
}

function imageOf(node: Element, {resolveLink}: GuideOptions): string {
  const address = textAttribute(node, 'src');
  const alt = escapeText(textAttribute(node, 'alt') ?? '');
  const target = address === undefined ? null : resolveLink(address);
  return target === null ? alt : `![${alt}](${destination(target)})`;
}

function textAttribute({attributes}: Element, name: string): string | undefined {
  const found = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/** What stands within an element may be indented; outside of MDX that would make it code. */
function dedentEdits(source: string, from: number, to: number): Edit[] {
  const indent = from - (source.lastIndexOf('\n', from - 1) + 1);
  const edits: Edit[] = [];
  for (let line = source.indexOf('\n', from) + 1; line > 0 && line < to; line = source.indexOf('\n', line) + 1) {
    const blanks = /^[ \t]*/.exec(source.slice(line, to))?.[0].length ?? 0;
    if (blanks > 0 && indent > 0) edits.push({start: line, end: line + Math.min(blanks, indent), text: ''});
  }
  return edits;
}

/** `## Title {#id}`: the id is Docusaurus' own. */
function headingIdEdits(node: Nodes, source: string): Edit[] {
  const [start, end] = offsets(node);
  const found = /[ \t]*(?:\\?\{#[\w-]+\\?\}|\{\/\*\s*#[\w-]+\s*\*\/\})[ \t]*$/.exec(source.slice(start, end));
  return found === null ? [] : [{start: start + found.index, end, text: ''}];
}

/** Lines that only tell Docusaurus which lines to mark. */
function codeEdits(node: Nodes, source: string): Edit[] {
  const [start, end] = offsets(node);
  const marks = /^[ \t]*(?:\/\/|#|--|\/\*|<!--|\{\/\*)[ \t]*highlight-(?:next-line|start|end)\b.*\n/gm;
  return [...source.slice(start, end).matchAll(marks)].map(({index, 0: line}) => ({
    start: start + index,
    end: start + index + line.length,
    text: '',
  }));
}

/** What was taken out leaves blank lines behind; within code they stay. */
function withoutGaps(markdown: string): string {
  const parts = markdown.split(/^((?:`{3,}|~{3,})[^]*?^(?:`{3,}|~{3,})[ \t]*$)/m);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/\n(?:[ \t]*\n){2,}/g, '\n\n')))
    .join('')
    .trim();
}

function replace(node: Nodes, text: string): Edit {
  const [start, end] = offsets(node);
  return {start, end, text};
}

function offsets({position}: Nodes): [number, number] {
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    throw new Error('A tree that was parsed from text has the place of every node.');
  }
  return [position.start.offset, position.end.offset];
}
