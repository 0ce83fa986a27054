import type {Heading, Image, ImageReference, Link, LinkReference, Nodes, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import {parseProse} from '../prose/parse-prose.ts';
import {editText, type Edit} from './edit-text.ts';
import {destination, escapeText} from './syntax.ts';

/** Where a link leads, as the text has it; null when it shall be plain text. */
export type ResolveLink = (href: string) => string | null;

export interface ProseOptions {
  resolveLink: ResolveLink;
  /** How many levels the headings go down. */
  shift?: number;
}

/** A description for a cell of a table. */
export interface CellProse {
  /** Markdown within a line. */
  line: string;
  /** The whole description, when it has blocks that no cell can hold. */
  whole?: string;
}

/** The kinds that Docusaurus knows, with the title that stands when none is given. */
const admonitions: Record<string, string> = {
  note: 'Note',
  tip: 'Tip',
  info: 'Info',
  warning: 'Warning',
  caution: 'Caution',
  danger: 'Danger',
};

/**
 * A description as plain CommonMark with GFM: what the author wrote, with links that lead somewhere from anywhere, and
 * `:::` admonitions as quotations with a title. Pure.
 */
export function proseMarkdown(markdown: string, options: ProseOptions): string {
  if (isPlain(markdown)) return markdown.trim();
  return editText(markdown, proseEdits(parseProse(markdown), markdown, options)).trim();
}

/** A description as it can stand in a cell. Where it is more than paragraphs, the first one, and the whole besides. */
export function cellProse(markdown: string, {resolveLink}: ProseOptions): CellProse {
  if (isPlain(markdown)) return {line: markdown.trim()};
  const tree = parseProse(markdown);
  const edits = proseEdits(tree, markdown, {resolveLink});
  visit(tree, (node) => {
    if (node.type === 'break') edits.push(replace(node, ' '));
    // GFM takes the backslash away before the code is read.
    if (node.type === 'inlineCode' && node.value.includes('\\|')) edits.push(replace(node, escapeText(node.value)));
  });
  const paragraphs = tree.children.filter(({type}) => type === 'paragraph');
  const isWhole = tree.children.every(({type}) => type === 'paragraph' || type === 'definition');
  const shown = isWhole ? paragraphs : tree.children.slice(0, 1).filter(({type}) => type === 'paragraph');
  const line = shown
    .map((node) => sliceEdited(node, markdown, edits).replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ');
  return isWhole ? {line} : {line, whole: proseMarkdown(markdown, {resolveLink, shift: 6})};
}

/** The edits that make prose of a tree's source plain CommonMark. */
export function proseEdits(tree: Root, source: string, {resolveLink, shift = 0}: ProseOptions): Edit[] {
  const edits: Edit[] = [];
  const targets = new Map<string, string>();
  visit(tree, 'definition', (node) => {
    if (!targets.has(node.identifier)) targets.set(node.identifier, node.url);
    edits.push(replace(node, ''));
  });
  visit(tree, (node, _, parent) => {
    if (node.type === 'heading' && shift > 0) edits.push(...headingEdits(node, shift));
    if (node.type === 'containerDirective') edits.push(...admonitionEdits(node, source, parent));
    if (node.type === 'link' || node.type === 'image') edits.push(...linkEdits(node, node.url, source, resolveLink));
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const url = targets.get(node.identifier);
      if (url !== undefined) edits.push(...linkEdits(node, url, source, resolveLink));
    }
  });
  return edits;
}

type AnyLink = Link | Image | LinkReference | ImageReference;

/** References are written out, for their definitions would meet those of other descriptions. */
function linkEdits(node: AnyLink, url: string, source: string, resolveLink: ResolveLink): Edit[] {
  const target = resolveLink(url);
  const isReference = node.type === 'linkReference' || node.type === 'imageReference';
  if (target === url && !isReference) return [];
  const title = 'title' in node && node.title ? ` "${node.title.replaceAll(/["\\]/g, '\\$&')}"` : '';
  if (node.type === 'image' || node.type === 'imageReference') {
    const alt = escapeText(node.alt ?? '');
    return [replace(node, target === null ? alt : `![${alt}](${destination(target)}${title})`)];
  }
  const [start, end] = offsets(node);
  if (source.charAt(start) !== '[') return target === null ? [] : [replace(node, `<${target}>`)];
  const last = node.children.at(-1);
  const tail = last === undefined ? start + 1 : offsets(last)[1];
  if (target === null) {
    return [
      {start, end: start + 1, text: ''},
      {start: tail, end, text: ''},
    ];
  }
  return [{start: tail, end, text: `](${destination(target)}${title})`}];
}

function headingEdits(node: Heading, shift: number): Edit[] {
  const [start, end] = offsets(node);
  const [first, last] = [node.children.at(0), node.children.at(-1)];
  const marks = '#'.repeat(Math.min(6, node.depth + shift));
  if (first === undefined || last === undefined) return [{start, end, text: ''}];
  return [
    {start, end: offsets(first)[0], text: `${marks} `},
    {start: offsets(last)[1], end, text: ''},
  ];
}

/**
 * `:::info[Title]` and what it holds, as a quotation that begins with the title. The title is a paragraph of its own, but
 * not in a quotation within another: a line that is added there would need the marks of the outer one.
 */
function admonitionEdits(node: ContainerDirective, source: string, parent: Nodes | undefined): Edit[] {
  const known = admonitions[node.name];
  if (known === undefined || node.position === undefined) return [];
  const [start, end] = offsets(node);
  const label = node.children.find((child) => child.type === 'paragraph' && child.data?.directiveLabel === true);
  const given = label && source.slice(...offsets(label)).replace(/^\[([^]*)\]$/, '$1');
  const title = given?.trim() ?? '';
  const openEnd = endOfLine(source, start);
  const isSpaced = /^\n[ \t>]*(?:\n|$)/.test(source.slice(openEnd, end));
  const heading = `> ${title.includes('*') ? title : `**${title || known}**`}`;
  const edits: Edit[] = [{start, end: openEnd, text: heading}];
  const indent = node.position.start.column - 1;
  let needsSpace = !isSpaced && parent?.type !== 'containerDirective';
  for (let line = openEnd + 1; line < end; line = endOfLine(source, line) + 1) {
    const lineEnd = endOfLine(source, line);
    const text = source.slice(line, lineEnd);
    if (lineEnd >= end && /^[\s>]*:{3,}\s*$/.test(text)) {
      const isLast = /^[ \t]*(?:\n|$)/.test(source.slice(end + 1));
      edits.push({start: isLast ? line - 1 : line, end, text: ''});
      break;
    }
    const place = line + Math.min(indent, text.length);
    const before = needsSpace ? `>\n${source.slice(line, place)}` : '';
    edits.push({start: place, end: place, text: `${before}>${source.slice(place, lineEnd).trim() === '' ? '' : ' '}`});
    needsSpace = false;
  }
  return edits;
}

/** Markdown of one line without anything that means something to Markdown. Most descriptions of fields are so. */
function isPlain(markdown: string): boolean {
  return !/[\n:#[\]<\\`|]|^\s*(?:[-+*>=~]|\d+[.)])|https?/.test(markdown.trim());
}

function sliceEdited(node: Nodes, source: string, edits: Edit[]): string {
  const [start, end] = offsets(node);
  const own = edits.filter((edit) => edit.start >= start && edit.end <= end);
  return editText(
    source.slice(start, end),
    own.map((edit) => ({...edit, start: edit.start - start, end: edit.end - start})),
  );
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

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end;
}
