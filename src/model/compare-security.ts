import type {Difference} from './compare-schemas.ts';
import {code} from './describe-schema.ts';
import {describeSecurityScheme} from './describe-security.ts';
import {member} from './member.ts';
import type {Operation, SecurityRequirement} from './operation.ts';

type Secured = Pick<Operation, 'security' | 'securitySchemes'>;

/**
 * What differs in how a request must be authorised (OpenAPI 3.1, Security Requirement Object). It breaks a client whose
 * way of being authorised is no longer enough.
 */
export function compareSecurity(older: Secured, newer: Secured): Difference[] {
  const place = 'authorisation';
  const [was, is] = [alternatives(older), alternatives(newer)];
  const found: Difference[] = [];
  for (const name of namesIn(was).filter((one) => namesIn(is).includes(one))) {
    const [before, after] = [schemeInWords(older, name), schemeInWords(newer, name)];
    if (before === after) continue;
    // The words of a scheme have code of their own, and code cannot stand in code.
    const message = `The scheme ${code(name)} was ${before} and is ${after} now.`;
    found.push({kind: 'changed', breaking: true, place: `${place}.${name}`, message});
  }
  const [before, after] = [was.map(inWords).sort().join(' or '), is.map(inWords).sort().join(' or ')];
  if (before === after) return found;
  const breaking = was.some((enough) => !is.some((needed) => isMetBy(needed, enough)));
  return [...found, {kind: 'changed', breaking, place, message: `It needed ${before} and needs ${after} now.`}];
}

/** No list and an empty requirement say the same. */
function alternatives({security}: Secured): SecurityRequirement[] {
  return security.length === 0 ? [{}] : security;
}

function namesIn(requirements: SecurityRequirement[]): string[] {
  return [...new Set(requirements.flatMap((requirement) => Object.keys(requirement)))];
}

function schemeInWords({securitySchemes}: Secured, name: string): string {
  const scheme = member(securitySchemes, name);
  return scheme === undefined ? '' : describeSecurityScheme(scheme);
}

function inWords(requirement: SecurityRequirement): string {
  const parts = Object.entries(requirement).map(([name, scopes]) => {
    return scopes.length === 0 ? code(name) : `${code(name)} with ${[...scopes].sort().map(code).join(', ')}`;
  });
  return parts.length === 0 ? 'no authorisation' : parts.sort().join(' and ');
}

/** Whether what was enough has all schemes and scopes that are needed. */
function isMetBy(needed: SecurityRequirement, enough: SecurityRequirement): boolean {
  return Object.entries(needed).every(([name, scopes]) => {
    const had = member(enough, name);
    return had !== undefined && scopes.every((scope) => had.includes(scope));
  });
}
