import type {Nodes, Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** So many trees are kept: a page, its lists and its twin show the same descriptions, and parsing is what costs. */
const mostKept = 4000;
const kept = new Map<string, Root>();

/** The tree of CommonMark with GFM and directives. It is shared: nobody may change it. Throws for no text. */
export function parseProse(markdown: string): Root {
  const known = kept.get(markdown);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const tree = processor.parse(markdown);
  kept.set(markdown, tree);
  return tree;
}

/** The same tree for whoever changes it. Places in the text are shared still. */
export function parseOwnProse(markdown: string): Root {
  return copyOf(parseProse(markdown));
}

function copyOf<Node extends Nodes>(node: Node): Node {
  const copy = {...node};
  if (copy.data !== undefined) copy.data = {...copy.data};
  if ('children' in copy) copy.children = copy.children.map(copyOf) as typeof copy.children;
  return copy;
}
