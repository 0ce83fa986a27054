import {describeSecurityScheme} from '../../model/describe-security.ts';
import type {Operation, SecurityRequirement} from '../../model/operation.ts';
import {codeSpan} from './syntax.ts';

/** What a call must carry, as a sentence in Markdown (OpenAPI 3.1, Security Requirement Object). */
export function authorisationInWords({security, securitySchemes}: Operation): string {
  const ways = security.filter((requirement) => Object.keys(requirement).length > 0);
  if (ways.length === 0) return 'No authorisation.';
  const isOptional = ways.length < security.length;
  const words = ways.map((way) => requirementInWords(way, securitySchemes)).join('; or ');
  return `${isOptional ? 'Optional authorisation' : 'Needs authorisation'}: ${words}.`;
}

function requirementInWords(requirement: SecurityRequirement, schemes: Operation['securitySchemes']): string {
  return Object.entries(requirement)
    .map(([name, scopes]) => {
      const scheme = schemes[name];
      const kind = scheme === undefined ? '' : ` (${describeSecurityScheme(scheme)})`;
      const needs = scopes.length === 0 ? '' : ` with ${scopes.map(codeSpan).join(', ')}`;
      return `${codeSpan(name)}${kind}${needs}`;
    })
    .join(' and ');
}
