import {readFileSync} from 'node:fs';
import {parse} from 'yaml';

/** What a document says there is, read without any of the code that builds pages. */
export interface SourceOperation {
  method: string;
  path: string;
  /** `query.limit` */
  parameters: string[];
  /** Names of the properties that stand directly in the body. */
  bodyProperties: string[];
  statuses: string[];
}

type Node = Record<string, unknown>;

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Header parameters that OpenAPI ignores. */
const ignored = ['accept', 'content-type', 'authorization'];

/** Every operation of a document of OpenAPI 3.x in one file. */
export function readOperations(file: string): SourceOperation[] {
  const document = parse(readFileSync(file, 'utf8')) as Node;
  const follow = (value: unknown): Node => {
    let node = asNode(value);
    while (typeof node['$ref'] === 'string') node = asNode(at(document, node['$ref']));
    return node;
  };
  return Object.entries(asNode(document['paths'])).flatMap(([path, value]) => {
    if (path.startsWith('x-')) return [];
    const item = follow(value);
    return methods
      .filter((method) => method in item)
      .map((method): SourceOperation => {
        const operation = asNode(item[method]);
        const own = [...asList(item['parameters']), ...asList(operation['parameters'])].map(follow);
        const parameters = own
          .filter(({in: place, name}) => place !== 'header' || !ignored.includes(String(name).toLowerCase()))
          .map(({in: place, name}) => `${String(place)}.${String(name)}`);
        const [media] = Object.values(asNode(follow(operation['requestBody'])['content'])).map(follow);
        const schema = follow(media?.['schema']);
        return {
          method: method.toUpperCase(),
          path,
          parameters: [...new Set(parameters)],
          bodyProperties: Object.entries(asNode(schema['properties'])).flatMap(([name, property]) =>
            // OpenAPI: such a property "SHOULD NOT be sent as part of the request".
            follow(property)['readOnly'] === true ? [] : [name],
          ),
          statuses: Object.keys(asNode(operation['responses'])).filter((status) => !status.startsWith('x-')),
        };
      });
  });
}

function at(document: Node, pointer: string): unknown {
  const tokens = pointer
    .slice(2)
    .split('/')
    .map((token) => decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~'));
  return tokens.reduce<unknown>((node, token) => asNode(node)[token], document);
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
