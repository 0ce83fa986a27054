import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Code} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';

/** A code block of a guide that is marked as an example: its fence says `example` after the language. */
export interface GuideExample {
  /** From `docs/` on. */
  guide: string;
  line: number;
  language: string;
  /** Of the fence, `title="…"`: the file that the code stands for. */
  title?: string;
  code: string;
  /** The block right after it that is marked as `output`: what it prints, with `…` for what differs each time. */
  output?: string;
}

/** The examples of all guides, in their order. */
export function guideExamples(folder = 'docs'): GuideExample[] {
  return readdirSync(folder)
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .flatMap((name) => examplesIn(readFileSync(join(folder, name), 'utf8'), name));
}

/** The examples of one guide. Throws when a block is marked as output and follows no example. */
export function examplesIn(source: string, guide: string): GuideExample[] {
  const text = source.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, (matter) => matter.replace(/[^\r\n]/g, ''));
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(text);
  const examples: GuideExample[] = [];
  let previous: Code | undefined;
  visit(tree, 'code', (node) => {
    const words = (node.meta ?? '').split(/\s+/);
    const line = node.position?.start.line ?? 1;
    if (words.includes('output')) {
      const example = examples.at(-1);
      if (example === undefined || !isExample(previous))
        throw new Error(`docs/${guide}:${line}: output of no example.`);
      example.output = node.value;
    } else if (isExample(node)) {
      const title = /title="([^"]*)"/.exec(node.meta ?? '')?.[1];
      examples.push({
        guide,
        line,
        language: node.lang ?? '',
        ...(title === undefined ? {} : {title}),
        code: node.value,
      });
    }
    previous = node;
  });
  return examples;
}

function isExample(node: Code | undefined): boolean {
  return (node?.meta ?? '').split(/\s+/).includes('example');
}
