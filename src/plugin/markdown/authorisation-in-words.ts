import type {Operation, SecurityRequirement, SecurityScheme} from '../../model/operation.ts';
import {codeSpan} from './syntax.ts';

/** What a call must carry, as a sentence in Markdown (OpenAPI 3.1, Security Requirement Object). */
export function authorisationInWords({security, securitySchemes}: Operation): string {
  const ways = security.filter((requirement) => Object.keys(requirement).length > 0);
  if (ways.length === 0) return 'No authorisation.';
  const isOptional = ways.length < security.length;
  const words = ways.map((way) => requirementInWords(way, securitySchemes)).join('; or ');
  return `${isOptional ? 'Optional authorisation' : 'Needs authorisation'}: ${words}.`;
}

/** A security scheme in a few words (OpenAPI 3.1, Security Scheme Object). */
export function schemeInWords(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'http':
      return `HTTP ${scheme.scheme}${scheme.bearerFormat === undefined ? '' : `, ${scheme.bearerFormat}`}`;
    case 'apiKey':
      return `API key in ${scheme.in} ${codeSpan(scheme.name)}`;
    case 'oauth2':
      return `OAuth 2.0: ${Object.keys(scheme.flows).join(', ')}`;
    case 'openIdConnect':
      return `OpenID Connect, ${scheme.openIdConnectUrl}`;
    case 'mutualTLS':
      return 'client certificate (mutual TLS)';
  }
}

function requirementInWords(requirement: SecurityRequirement, schemes: Operation['securitySchemes']): string {
  return Object.entries(requirement)
    .map(([name, scopes]) => {
      const scheme = schemes[name];
      const kind = scheme === undefined ? '' : ` (${schemeInWords(scheme)})`;
      const needs = scopes.length === 0 ? '' : ` with ${scopes.map(codeSpan).join(', ')}`;
      return `${codeSpan(name)}${kind}${needs}`;
    })
    .join(' and ');
}
