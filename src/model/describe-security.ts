import type {SecurityScheme} from './operation.ts';

/** A security scheme in a few words (OpenAPI 3.1, Security Scheme Object). Code stands between backticks. */
export function describeSecurityScheme(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'http':
      return `HTTP ${scheme.scheme}${scheme.bearerFormat === undefined ? '' : `, ${scheme.bearerFormat}`}`;
    case 'apiKey':
      return `API key in ${scheme.in} \`${scheme.name.replaceAll('`', '')}\``;
    case 'oauth2':
      return `OAuth 2.0: ${Object.keys(scheme.flows).join(', ')}`;
    case 'openIdConnect':
      return `OpenID Connect, ${scheme.openIdConnectUrl}`;
    case 'mutualTLS':
      return 'client certificate (mutual TLS)';
  }
}
