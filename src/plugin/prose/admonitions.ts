import type {BlockContent, DefinitionContent, Paragraph, PhrasingContent, Root, RootContent} from 'mdast';
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive';

/** The kinds that Docusaurus knows, with the title that stands when none is given. */
const titles: Record<string, string> = {
  note: 'Note',
  tip: 'Tip',
  info: 'Info',
  warning: 'Warning',
  caution: 'Caution',
  danger: 'Danger',
};

type Directive = ContainerDirective | LeafDirective | TextDirective;
type Node = Root | RootContent;

/**
 * Makes `:::info[Title]` an admonition. Everything else that the directive syntax takes for one (`12:30`, `:name`,
 * `::leaf`, an unknown `:::kind`) becomes the text again that the author wrote.
 */
export function remarkAdmonitions() {
  return (tree: Root, file: {value: unknown}): void => {
    transformChildren(tree, String(file.value));
  };
}

function transformChildren(node: Node, source: string): void {
  if (!('children' in node)) return;
  const children = node.children.flatMap((child): Node[] => {
    transformChildren(child, source);
    return isDirective(child) ? transformDirective(child, source) : [child];
  });
  node.children = children as typeof node.children;
}

function transformDirective(node: Directive, source: string): Node[] {
  if (node.type === 'containerDirective') {
    return Object.hasOwn(titles, node.name) ? [toAdmonition(node)] : unknownContainer(node, source);
  }
  const value = sourceOf(node, source);
  return node.type === 'textDirective' ? [{type: 'text', value}] : [paragraph([{type: 'text', value}])];
}

/** `<div class="admonition admonition-info" role="note"><p class="admonition-title">…</p>…</div>` */
function toAdmonition(node: ContainerDirective): Node {
  const label = node.children.find(isLabel);
  const title = paragraph(label?.children ?? [{type: 'text', value: titles[node.name] ?? node.name}]);
  title.data = {hProperties: {className: ['admonition-title']}};
  return {
    ...node,
    data: {hName: 'div', hProperties: {className: ['admonition', `admonition-${node.name}`], role: 'note'}},
    children: [title, ...node.children.filter((child) => child !== label)],
  };
}

/** The fences as text, what stands between them as it was. */
function unknownContainer(node: ContainerDirective, source: string): Node[] {
  const [open = '', ...rest] = sourceOf(node, source).split('\n');
  const close = rest.at(-1)?.trim() ?? '';
  const content: (BlockContent | DefinitionContent)[] = node.children.filter((child) => !isLabel(child));
  return [
    paragraph([{type: 'text', value: open}]),
    ...content,
    ...(/^:{3,}$/.test(close) ? [paragraph([{type: 'text', value: close}])] : []),
  ];
}

function isDirective(node: Node): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}

/** The `[Title]` behind the kind, as remark-directive hands it over. */
function isLabel(node: Node): node is Paragraph {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children};
}

function sourceOf({position}: Directive, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset);
}
