import type {Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';
import type {Node} from 'unist';
import {declaredNames, usedComponents} from '../../src/plugin/mdx-names.ts';

/** A guide as a TypeScript module, and where its lines come from. */
export interface GuideModule {
  code: string;
  /** The line of the guide (from 1) that a line of the code (from 1) stands for; columns are the same. */
  lineOf: (line: number) => number;
}

/** What Docusaurus gives every guide without an import. */
const given = ['frontMatter', 'toc', 'contentTitle', 'props'];

/**
 * Turns the parsed guide into a module that only the type checker reads: its imports and exports, its elements with their
 * attributes, its expressions. Text becomes an empty string. Pure.
 */
export function toTypeScript(tree: Root, source: string): GuideModule {
  const out = createWriter(source);
  const declared = declaredNames(tree);
  const unknown = new Set(
    usedComponents(tree)
      .map(({name}) => name)
      .filter((name) => !declared.has(name)),
  );
  out.write(`import type {ReactNode} from 'react';`);
  for (const name of unknown) out.write(`declare const ${name}: (props: Record<string, unknown>) => ReactNode;`);
  for (const name of given) out.write(`declare const ${name}: unknown;`);

  const [code, content] = split(tree);
  for (const node of code) {
    if (node.position === undefined) out.write('value' in node ? node.value : '');
    else out.copy(node);
  }
  out.write('export default (');
  out.write('<>');
  writeAll(content, out);
  out.write('</>');
  out.write(');');
  return out.module();
}

function split(tree: Root): [code: RootContent[], content: RootContent[]] {
  const isCode = ({type}: RootContent) => type === 'mdxjsEsm';
  return [tree.children.filter(isCode), tree.children.filter((node) => !isCode(node))];
}

function writeAll(nodes: readonly Node[], out: Writer): void {
  for (const node of nodes) writeNode(node, out);
}

function writeNode(node: Node, out: Writer): void {
  if (isElement(node)) {
    writeElement(node, out);
  } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    out.copy(node);
  } else if ('children' in node && Array.isArray(node.children)) {
    writeAll(node.children as Node[], out);
  } else if (node.type === 'text') {
    out.write(`{''}`);
  }
}

function writeElement(element: MdxJsxFlowElement | MdxJsxTextElement, out: Writer): void {
  const {name, attributes, children} = element;
  // Where it begins, so that what is wrong with the element as a whole is told there.
  out.writeAt(`<${name ?? ''}`, element);
  for (const attribute of attributes) out.copy(attribute);
  if (children.length === 0 && name !== null) {
    out.write('/>');
    return;
  }
  out.write('>');
  writeAll(children, out);
  out.write(`</${name ?? ''}>`);
}

function isElement(node: Node): node is MdxJsxFlowElement | MdxJsxTextElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

interface Writer {
  /** Adds a line of its own. */
  write: (text: string) => void;
  /** Adds text that stands for the begin of a node. */
  writeAt: (text: string, node: Node) => void;
  /** Adds the node as the guide has it, in the same columns. */
  copy: (node: Node) => void;
  module: () => GuideModule;
}

function createWriter(source: string): Writer {
  const lines: string[] = [];
  const origins: number[] = [];
  const add = (text: string, from: number, column = 1) => {
    text.split('\n').forEach((line, index) => {
      lines.push(index === 0 ? ' '.repeat(column - 1) + line : line);
      origins.push(from + index);
    });
  };
  return {
    write: (text) => add(text, origins.at(-1) ?? 1),
    writeAt(text, {position}) {
      add(text, position?.start.line ?? 1, position?.start.column);
    },
    copy({position}) {
      if (position === undefined) return;
      add(source.slice(position.start.offset, position.end.offset), position.start.line, position.start.column);
    },
    module: () => ({code: `${lines.join('\n')}\n`, lineOf: (line) => origins[line - 1] ?? 1}),
  };
}
