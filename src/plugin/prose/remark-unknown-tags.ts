import type {Html, Paragraph, Root, Text} from 'mdast';
import {visit} from 'unist-util-visit';

/** The elements of HTML (WHATWG HTML, index of elements), and some old ones that documents still use. */
const elements = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button ' +
    'canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset ' +
    'figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins ' +
    'kbd label legend li link main map mark marquee math menu meta meter nav noframes noscript object ol optgroup option ' +
    'output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike ' +
    'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

/**
 * What only looks like a tag stays text: `List<T>`, `<token>`. CommonMark takes every name in angle brackets for HTML,
 * and sanitising would drop it with what the author meant.
 */
export function remarkUnknownTags() {
  return (tree: Root): void => {
    visit(tree, 'html', (node: Html, index, parent) => {
      const [, name] = /^<\/?([a-z][^\s/>]*)/i.exec(node.value) ?? [];
      if (name === undefined || elements.has(name.toLowerCase()) || parent === undefined || index === undefined) return;
      const text: Text = {type: 'text', value: node.value};
      const block: Paragraph = {type: 'paragraph', children: [text]};
      parent.children[index] = holdsBlocks(parent.type) ? block : text;
    });
  };
}

function holdsBlocks(type: string): boolean {
  return ['root', 'blockquote', 'listItem', 'containerDirective', 'footnoteDefinition'].includes(type);
}
