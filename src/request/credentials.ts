import type {Operation, SecurityScheme} from '../model/operation.ts';
import {base64} from './base64.ts';

type Pair = [name: string, value: string];

/** Where credentials travel, not encoded yet. */
export interface CredentialParts {
  headers: Pair[];
  query: Pair[];
  cookies: Pair[];
}

/**
 * Places the given credentials where their security schemes want them (OpenAPI 3.1, Security Scheme Object; RFC 6750 for
 * bearer, RFC 7617 for basic, with `user:password` as UTF-8). Only schemes that the operation's security mentions. A digest
 * (RFC 7616) and a client certificate cannot be placed: the one answers a challenge, the other belongs to the connection.
 */
export function credentialParts(operation: Operation, credentials: Record<string, string>): CredentialParts {
  const parts: CredentialParts = {headers: [], query: [], cookies: []};
  for (const name of schemeNames(operation)) {
    const scheme = operation.securitySchemes[name];
    const value = credentials[name];
    if (scheme !== undefined && value !== undefined && value !== '') place(parts, scheme, value);
  }
  return parts;
}

/** The security schemes that an operation's security mentions, each once, in order. */
function schemeNames(operation: Operation): string[] {
  return [...new Set(operation.security.flatMap((requirement) => Object.keys(requirement)))];
}

function place(parts: CredentialParts, scheme: SecurityScheme, value: string): void {
  if (scheme.type === 'mutualTLS' || isDigest(scheme)) return;
  if (scheme.type === 'apiKey') {
    const list = {header: parts.headers, query: parts.query, cookie: parts.cookies}[scheme.in];
    list.push([scheme.name, value]);
    return;
  }
  parts.headers.push(['Authorization', authorization(scheme.type === 'http' ? scheme.scheme : 'bearer', value)]);
}

/**
 * Whether the call is one that answers a digest challenge (RFC 7616): its first security requirement names a digest, and
 * the credentials given meet none of the others.
 */
export function demandsDigest({security, securitySchemes}: Operation, given: Record<string, string>): boolean {
  const names = Object.keys(security[0] ?? {});
  const isMet = security.some((requirement) => Object.keys(requirement).every((name) => given[name]));
  return !isMet && names.some((name) => isDigest(securitySchemes[name]));
}

function isDigest(scheme: SecurityScheme | undefined): boolean {
  return scheme?.type === 'http' && scheme.scheme.toLowerCase() === 'digest';
}

function authorization(scheme: string, value: string): string {
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return `Bearer ${value}`;
    case 'basic':
      return `Basic ${base64(new TextEncoder().encode(value))}`;
    default:
      return `${scheme} ${value}`;
  }
}
