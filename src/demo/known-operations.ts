import type {Operation, Server} from '../model/operation.ts';

/** An operation that a request is for, with the rest of the address after the server. */
export interface Match {
  operation: Operation;
  path: string;
}

/** The operations that the demo of an API can answer, and where they are served. */
export interface KnownOperations {
  /** Serves the operation at `baseUrl`, else at its first server. Adding it again at another place adds the place. */
  add: (operation: Operation, baseUrl?: string) => void;
  find: (method: string, url: string) => Match | undefined;
  all: () => readonly Operation[];
}

export function createKnownOperations(): KnownOperations {
  const operations = new Map<string, {operation: Operation; bases: Set<string>}>();
  return {
    add(operation, baseUrl) {
      const bases = operations.get(operation.key)?.bases ?? new Set();
      bases.add(normaliseBase(baseUrl ?? serverUrl(operation.servers[0])));
      operations.set(operation.key, {operation, bases});
    },
    find(method, url) {
      const matches: Match[] = [];
      for (const {operation, bases} of operations.values()) {
        if (operation.method !== method) continue;
        for (const base of bases) {
          const path = pathAfter(base, url);
          if (path !== undefined && templateMatches(operation.path, path)) matches.push({operation, path});
        }
      }
      // OpenAPI 3.1, Paths Object: concrete paths are matched before their templated counterparts.
      return matches.sort((a, b) => variableCount(a.operation.path) - variableCount(b.operation.path))[0];
    },
    all: () => [...operations.values()].map(({operation}) => operation),
  };
}

/** The address of a server with the defaults of its variables; relative ones are meant from the page. */
function serverUrl(server: Server | undefined): string {
  if (server === undefined) return '/';
  return server.url.replace(/\{([^{}]+)\}/g, (whole, name: string) => server.variables?.[name]?.default ?? whole);
}

function normaliseBase(baseUrl: string): string {
  const pageUrl = typeof location === 'undefined' ? 'http://localhost/' : location.href;
  return new URL(baseUrl, pageUrl).href.replace(/[?#].*$/, '').replace(/\/+$/, '');
}

/** Path and query of a request below a server, or undefined when it is for another server. */
function pathAfter(base: string, url: string): string | undefined {
  if (!url.startsWith(base)) return undefined;
  const rest = url.slice(base.length).replace(/#.*$/s, '');
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : undefined;
}

function templateMatches(template: string, path: string): boolean {
  const pattern = template
    .split(/\{[^{}]+\}/)
    .map((literal) => encodeURI(literal).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${pattern}$`).test(path.replace(/\?.*$/s, ''));
}

function variableCount(template: string): number {
  return template.split('{').length - 1;
}
