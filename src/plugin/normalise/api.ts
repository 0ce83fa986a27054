import type {JsonObject} from '../../model/json.ts';
import type {Api} from '../../model/operation.ts';
import {createContext} from './context.ts';
import {toExternalDocs} from './external-docs.ts';
import type {LinkTarget, LinkTargets} from './link.ts';
import {nameOperations, nameWebhooks} from './name-operations.ts';
import {toOperation, type NamedOperation} from './operation.ts';
import {filledTextOf, objectOf, textOf} from './read.ts';
import {issuedCredentials} from './response.ts';
import {readComponentSchemas} from './schema.ts';
import {toSecurity, toSecuritySchemes} from './security.ts';
import {toServers} from './server.ts';
import {toTagGroups, toTags} from './tags.ts';
import {toWebhook} from './webhook.ts';

/** A bundled document in the meaning of OpenAPI 3.1, so that nothing after this asks which version it was. Pure. */
export function toApi(id: string, document: JsonObject): Api {
  const info = objectOf(document['info']);
  const title = filledTextOf(info['title']) ?? id;
  const context = createContext(id, title, document);
  readComponentSchemas(context);
  const securitySchemes = toSecuritySchemes(context);
  const named = nameOperations(context);
  const targets = linkTargets(id, named, ({object}) => {
    const security = toSecurity(object['security'], document['security'], securitySchemes);
    return {
      securitySchemes: [...new Set(security.flatMap((requirement) => Object.keys(requirement)))],
      issues: issuedCredentials(object['responses'], context),
    };
  });
  const operationContext = {...context, securitySchemes, targets};
  const operations = named.map((operation) => toOperation(operation, operationContext));
  const webhooks = nameWebhooks(context).map((webhook) => toWebhook(webhook, operationContext));
  return {
    id,
    title,
    version: textOf(info['version']) ?? '',
    summary: textOf(info['summary']),
    description: textOf(info['description']),
    contact: toContact(objectOf(info['contact'])),
    license: toLicense(objectOf(info['license'])),
    termsOfService: textOf(info['termsOfService']),
    externalDocs: toExternalDocs(document['externalDocs']),
    servers: toServers(document['servers']),
    tags: toTags(document),
    tagGroups: toTagGroups(document),
    operations,
    webhooks,
    schemas: context.schemas,
    securitySchemes,
  };
}

function linkTargets(
  apiId: string,
  operations: NamedOperation[],
  authorisationOf: (operation: NamedOperation) => Omit<LinkTarget, 'operationKey'>,
): LinkTargets {
  const targets = operations.map((operation): [NamedOperation, LinkTarget] => [
    operation,
    {operationKey: `${apiId}/${operation.slug}`, ...authorisationOf(operation)},
  ]);
  return {
    byOperationId: new Map(targets.map(([{operationId}, target]) => [operationId, target])),
    byPointer: new Map(targets.map(([{pointer}, target]) => [pointer, target])),
  };
}

function toContact(contact: JsonObject): Api['contact'] {
  const {name, url, email} = contact;
  if (name === undefined && url === undefined && email === undefined) return undefined;
  return {name: textOf(name), url: textOf(url), email: textOf(email)};
}

function toLicense(license: JsonObject): Api['license'] {
  const name = textOf(license['name']);
  return name === undefined ? undefined : {name, url: textOf(license['url'])};
}
