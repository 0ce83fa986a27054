import type {Root} from 'hast';
import rehypeRaw from 'rehype-raw';
import {EXIT, visit} from 'unist-util-visit';

/** Reads the HTML that stands in Markdown. A description without any is left alone: reading a whole tree anew takes long. */
export function rehypeRawHtml() {
  const read = rehypeRaw();
  return (tree: Root, file: Parameters<typeof read>[1]): Root => (hasRawHtml(tree) ? read(tree, file) : tree);
}

function hasRawHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'raw', () => {
    found = true;
    return EXIT;
  });
  return found;
}
