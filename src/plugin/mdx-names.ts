import type {Node as EstreeNode, Pattern, Program} from 'estree';
import type {Root} from 'mdast';
import type {} from 'mdast-util-mdx';
import type {Node, Position} from 'unist';
import {visit} from 'unist-util-visit';

/** A component that a guide uses, and where. */
export interface UsedComponent {
  name: string;
  place: Position | undefined;
}

/** Every component of a guide: as an element, and within expressions and exports. Members (`<Tabs.Item>`) are not. */
export function usedComponents(tree: Root): UsedComponent[] {
  const used: UsedComponent[] = [];
  visit(tree, (node) => {
    const place = node.position;
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (node.name !== null && isComponentName(node.name)) used.push({name: node.name, place});
      for (const attribute of node.attributes) {
        const value = attribute.type === 'mdxJsxExpressionAttribute' ? attribute : attribute.value;
        if (typeof value === 'object') used.push(...inProgram(value?.data?.estree, place));
      }
    } else if ('data' in node) {
      used.push(...inProgram(programOf(node), place));
    }
  });
  return used;
}

/** The names that a guide imports or declares at its top level. */
export function declaredNames(tree: Root): Set<string> {
  const names = new Set<string>();
  for (const node of tree.children) {
    for (const statement of programOf(node)?.body ?? []) {
      if (statement.type === 'ImportDeclaration') statement.specifiers.forEach(({local}) => names.add(local.name));
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (declaration?.type === 'VariableDeclaration') {
        declaration.declarations.flatMap(({id}) => boundNames(id)).forEach((name) => names.add(name));
      } else if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') {
        names.add(declaration.id.name);
      }
    }
  }
  return names;
}

function programOf(node: Node): Program | undefined {
  const {type, data} = node as Node & {data?: {estree?: Program | null}};
  return type.startsWith('mdx') ? (data?.estree ?? undefined) : undefined;
}

/** JSX is no part of the ESTree types; an element's name is a `JSXIdentifier` in its `openingElement`. */
function inProgram(program: Program | null | undefined, place: Position | undefined): UsedComponent[] {
  const used: UsedComponent[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isNode(value)) {
      if (value.type === 'JSXOpeningElement' && isNode(value.name) && value.name.type === 'JSXIdentifier') {
        const {name} = value.name;
        if (typeof name === 'string' && isComponentName(name)) used.push({name, place});
      }
      Object.values(value).forEach(walk);
    }
  };
  walk(program);
  return used;
}

function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'MemberExpression':
      return [];
  }
}

function isComponentName(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}_$]*$/u.test(name);
}

function isNode(value: unknown): value is {type: string; name?: unknown} {
  return typeof value === 'object' && value !== null && typeof (value as Partial<EstreeNode>).type === 'string';
}
