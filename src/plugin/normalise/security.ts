import type {Json, JsonObject} from '../../model/json.ts';
import {member} from '../../model/member.ts';
import type {OAuthFlow, SecurityRequirement, SecurityScheme} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {entriesOf, listOf, membersOf, objectOf, stringsOf, textOf, trueOrAbsent} from './read.ts';

/** The security schemes of the document, by name (OpenAPI 3.1, Security Scheme Object). */
export function toSecuritySchemes(context: Context): Record<string, SecurityScheme> {
  const components = objectOf(context.document['components']);
  return Object.fromEntries(
    membersOf(components['securitySchemes']).flatMap(([name, value]) => {
      const scheme = toSecurityScheme(follow(value, context) ?? {});
      return scheme === undefined ? [] : [[name, scheme]];
    }),
  );
}

/**
 * What an operation demands: its own `security`, where it has one, else the document's. An empty list takes the
 * document's away. Names that no scheme has are left out.
 */
export function toSecurity(
  operation: Json | undefined,
  document: Json | undefined,
  schemes: Record<string, SecurityScheme>,
): SecurityRequirement[] {
  return listOf(operation ?? document).map((requirement) =>
    Object.fromEntries(
      membersOf(requirement).flatMap(([name, scopes]) =>
        Object.hasOwn(schemes, name) ? [[name, stringsOf(scopes)]] : [],
      ),
    ),
  );
}

/** The schemes that these requirements name, in the order of naming. */
export function schemesOf<Value>(
  security: SecurityRequirement[],
  schemes: Record<string, Value>,
): Record<string, Value> {
  const names = new Set(security.flatMap((requirement) => Object.keys(requirement)));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const scheme = member(schemes, name);
      return scheme === undefined ? [] : [[name, scheme]];
    }),
  );
}

function toSecurityScheme(object: JsonObject): SecurityScheme | undefined {
  const common = {description: textOf(object['description']), deprecated: trueOrAbsent(object['deprecated'])};
  switch (object['type']) {
    case 'http':
      return {
        ...common,
        type: 'http',
        scheme: (textOf(object['scheme']) ?? 'basic').toLowerCase(),
        bearerFormat: textOf(object['bearerFormat']),
      };
    case 'apiKey': {
      const location = (['query', 'header', 'cookie'] as const).find((known) => known === object['in']);
      const name = textOf(object['name']);
      if (location === undefined || name === undefined) return undefined;
      return {...common, type: 'apiKey', in: location, name};
    }
    case 'oauth2':
      return {
        ...common,
        type: 'oauth2',
        flows: Object.fromEntries(entriesOf(object['flows']).map(([name, flow]) => [name, toFlow(objectOf(flow))])),
      };
    case 'openIdConnect':
      return {...common, type: 'openIdConnect', openIdConnectUrl: textOf(object['openIdConnectUrl']) ?? ''};
    case 'mutualTLS':
      return {...common, type: 'mutualTLS'};
    default:
      return undefined;
  }
}

function toFlow(object: JsonObject): OAuthFlow {
  return {
    authorizationUrl: textOf(object['authorizationUrl']),
    tokenUrl: textOf(object['tokenUrl']),
    refreshUrl: textOf(object['refreshUrl']),
    deviceAuthorizationUrl: textOf(object['deviceAuthorizationUrl']),
    scopes: Object.fromEntries(
      entriesOf(object['scopes']).map(([scope, description]) => [scope, textOf(description) ?? '']),
    ),
  };
}
