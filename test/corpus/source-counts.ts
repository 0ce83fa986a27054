import {readFileSync} from 'node:fs';
import {parse} from 'yaml';

/** What a document says there is, read without any of the code that builds pages. */
export interface SourceOperation {
  method: string;
  path: string;
  /** `query.limit` */
  parameters: string[];
  /** Addresses of the properties of the first body and of the first body of each response: `body.address.city`. */
  properties: string[];
  /** Addresses of the properties within those. */
  nestedProperties: string[];
  statuses: string[];
}

type Node = Record<string, unknown>;

interface Property {
  address: string;
  depth: number;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Header parameters that OpenAPI ignores. */
const ignored = ['accept', 'content-type', 'authorization'];

/** Every operation of a document of OpenAPI 3.x or Swagger 2.0 in one file. */
export function readOperations(file: string): SourceOperation[] {
  const document = parse(readFileSync(file, 'utf8')) as Node;
  const follow = (value: unknown): Node => {
    let node = asNode(value);
    while (typeof node['$ref'] === 'string') node = asNode(at(document, node['$ref']));
    return node;
  };
  /** `hidden`: OpenAPI says that such a property SHOULD NOT be sent in this direction. */
  const addressesIn = (value: unknown, path: string, hidden: string, depth = 0, within: Node[] = []): Property[] => {
    const schema = follow(value);
    if (within.includes(schema)) return [];
    const inner = [...within, schema];
    // What is put together of several schemas has addresses of its own.
    if (['allOf', 'anyOf', 'oneOf', 'if'].some((keyword) => keyword in schema)) return [];
    const properties = Object.entries(asNode(schema['properties']))
      .filter(([, property]) => ({...follow(property), ...asNode(property)})[hidden] !== true)
      .flatMap(([name, property]) => {
        const address = `${path}.${name}`;
        return [{address, depth}, ...addressesIn(property, address, hidden, depth + 1, inner)];
      });
    const {items} = schema;
    return items === undefined ? properties : [...properties, ...addressesIn(items, path, hidden, depth, inner)];
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
          .filter(({in: place}) => place !== 'body' && place !== 'formData')
          .filter(({in: place, name}) => place !== 'header' || !ignored.includes(String(name).toLowerCase()))
          .map(({in: place, name}) => `${String(place)}.${String(name)}`);
        const responses = Object.entries(asNode(operation['responses'])).filter(([status]) => !status.startsWith('x-'));
        const properties = [
          ...addressesIn(bodySchema(follow, operation, own), 'body', 'readOnly'),
          ...responses.flatMap(([status, response]) =>
            addressesIn(firstSchema(follow, follow(response)), `response-${status}`, 'writeOnly'),
          ),
        ];
        const addresses = (isNested: boolean): string[] =>
          properties.filter(({depth}) => depth > 0 === isNested).map(({address}) => address);
        return {
          method: method.toUpperCase(),
          path,
          parameters: [...new Set(parameters)],
          properties: addresses(false),
          nestedProperties: addresses(true),
          statuses: responses.map(([status]) => status),
        };
      });
  });
}

type Follow = (value: unknown) => Node;

/** Of the first media type; in Swagger 2.0 that of the parameter `body`, or the fields of a form. */
function bodySchema(follow: Follow, operation: Node, parameters: Node[]): unknown {
  const body = parameters.find(({in: place}) => place === 'body');
  if (body !== undefined) return body['schema'];
  const fields = parameters.filter(({in: place}) => place === 'formData');
  if (fields.length > 0) return {properties: Object.fromEntries(fields.map(({name}) => [String(name), {}]))};
  return firstSchema(follow, follow(operation['requestBody']));
}

function firstSchema(follow: Follow, {schema, content}: Node): unknown {
  const [media] = Object.values(asNode(content)).map(follow);
  return schema ?? media?.['schema'];
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
