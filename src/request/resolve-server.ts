import type {Server} from '../model/operation.ts';

/**
 * The address that the paths of an API are appended to: variables replaced by the given values or their defaults,
 * resolved against `base` (the address of the document, OpenAPI 3.1, Server Object, `url`) when it is relative, without
 * a slash at its end. A relative address without a base, and one that no URL parser accepts, is given back as it is.
 */
export function resolveServer(server: Server, base?: string, variables: Record<string, string> = {}): string {
  const url = server.url.replace(/\{([^{}]+)\}/g, (template, name: string) => {
    return variables[name] ?? server.variables?.[name]?.default ?? template;
  });
  // A document without servers is served beside its API: "/" (OpenAPI Object, `servers`).
  if (url === '' && base !== undefined) return new URL('/', base).origin;
  return (URL.canParse(url, base) ? new URL(url, base).href : url).replace(/\/+$/, '');
}
