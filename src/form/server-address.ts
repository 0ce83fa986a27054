import type {Server} from '../model/operation.ts';
import {resolveServer} from '../request/resolve-server.ts';

/**
 * The values of a server's variables in an address that was made of it; undefined when it was not. `base` is the address
 * of the document, for a server whose own is relative to it.
 */
export function readVariables(server: Server, address: string, base: string): Record<string, string> | undefined {
  const names: string[] = [];
  // Variables are marked by what no URL changes, so that a relative template can be resolved first.
  const marked = server.url.replace(/\{([^{}]+)\}/g, (_, name: string) => `v${names.push(name) - 1}variable`);
  const parts = resolveServer({url: marked}, base).split(/v(\d+)variable/);
  const pattern = parts.map((part, index) => (index % 2 === 0 ? escape(part) : valuePattern(server, names[+part])));
  // A URL leaves out the port of its scheme.
  const whole = pattern.join('').replace(/:(\([^)]*\))(?=\/|$)/, '(?::$1)?');
  const match = new RegExp(`^${whole}$`).exec(address);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? defaultOf(server, name)]));
}

/** The server's address with these values, or a sentence that says which of them cannot stand there. */
export function fillVariables(
  server: Server,
  values: Record<string, string>,
  base: string,
): {url: string} | {problem: string} {
  const hostEnd = server.url.search(/(?<![:/])\//);
  for (const [, name = ''] of server.url.matchAll(/\{([^{}]+)\}/g)) {
    const value = values[name] ?? defaultOf(server, name);
    const isInHost = server.url.includes('://') && (hostEnd < 0 || server.url.indexOf(`{${name}}`) < hostEnd);
    if (isInHost && !/^[\w.:[\]-]+$/.test(value)) {
      return {problem: `${name} is a part of the host: letters, digits, dots and hyphens.`};
    }
    if (/[\s?#\\]/.test(value)) return {problem: `${name} cannot hold spaces, "?", "#" or a backslash.`};
  }
  const url = resolveServer(server, base, values);
  return URL.canParse(url) ? {url} : {problem: `${url} is not a whole address.`};
}

function defaultOf({variables}: Server, name: string): string {
  return variables?.[name]?.default ?? '';
}

function valuePattern({variables}: Server, name = ''): string {
  const allowed = variables?.[name]?.enum;
  return allowed === undefined ? '(.*?)' : `(${allowed.map(escape).join('|')})`;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
