import type {Document} from '@redocly/openapi-core';
import {isJsonObject, type Json, type JsonObject} from '../model/json.ts';
import {methodsOf} from './normalise/methods.ts';
import {escapeToken, resolvePointer} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';
import {problemAt} from './problems.ts';

/** An OpenAPI document of a version we read, or the problem that it is none. */
export function checkVersion(root: Document, siteDir: string): Problem[] {
  const hint = 'Begin the document with `openapi: 3.1.0` (3.0.x, 3.2.x and `swagger: "2.0"` are read too).';
  if (!isJsonObject(root.parsed)) {
    return [problemAt(root, '#/', siteDir, {message: 'This is not an OpenAPI document but a bare value.', hint})];
  }
  const {openapi, swagger} = root.parsed;
  if (typeof openapi === 'string' && /^3\.[012]\.\d+/.test(openapi)) return [];
  if (openapi !== undefined) {
    const message = `OpenAPI version ${JSON.stringify(openapi)} is not known here.`;
    return [problemAt(root, '#/openapi', siteDir, {message, hint})];
  }
  if (swagger === '2.0') return [];
  if (swagger !== undefined) {
    const message = `Swagger version ${JSON.stringify(swagger)} is not known here.`;
    return [problemAt(root, '#/swagger', siteDir, {message, hint: 'Write `swagger: "2.0"`, with the quotes.'})];
  }
  return [problemAt(root, '#/', siteDir, {message: 'The document does not say which version of OpenAPI it is.', hint})];
}

/** Top-level objects that are something else: nothing of the document would be left. */
export function checkShape(root: Document, siteDir: string): Problem[] {
  const document = isJsonObject(root.parsed) ? root.parsed : {};
  const wrong = ['info', 'paths', 'webhooks', 'components'].filter(
    (key) => document[key] !== undefined && document[key] !== null && !isJsonObject(document[key]),
  );
  return wrong.map((key) => {
    const message = `\`${key}\` must be an object, not ${Array.isArray(document[key]) ? 'a list' : 'a bare value'}.`;
    const hint = 'Write it as OpenAPI has it: names with a colon, and what belongs to them indented below.';
    return problemAt(root, `#/${key}`, siteDir, {message, hint});
  });
}

/**
 * Operations whose addresses are the same but for the names in the braces: nothing but the values tells a server which is
 * meant (OpenAPI 3.1, Paths Object: "Templated paths with the same hierarchy but different templated names MUST NOT exist").
 */
export function checkAddresses(root: Document, siteDir: string): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const {method, path, pointer} of operationsOf(root)) {
    const address = `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
    const taken = first.get(address);
    if (taken === undefined) {
      first.set(address, path);
      continue;
    }
    const message = `${method} ${path} has the same address as ${method} ${taken}.`;
    const hint = 'Names in braces do not tell paths apart. Remove one of the two, or make them one.';
    problems.push(problemAt(root, pointer, siteDir, {message, hint, rule: 'same-address'}));
  }
  return problems;
}

/** Links that name an operation which is not there; pages leave them out. */
export function checkLinks(root: Document, siteDir: string): Problem[] {
  const operations = operationsOf(root);
  const ids = new Set(operations.map(({operation}) => operation['operationId']));
  const pointers = new Set(operations.map(({pointer}) => pointer));
  return operations.flatMap(({operation, pointer}) =>
    entries(operation['responses']).flatMap(([status, response]) =>
      entries(isJsonObject(response) ? response['links'] : undefined).flatMap(([name, link]) => {
        if (!isJsonObject(link)) return [];
        const {operationId, operationRef} = link;
        const place = `${pointer}/responses/${escapeToken(status)}/links/${escapeToken(name)}`;
        const target = operationId ?? operationRef;
        if (operationId !== undefined ? ids.has(operationId) : typeof operationRef !== 'string') return [];
        if (typeof operationRef === 'string' && pointers.has(operationRef)) return [];
        const message = `The link "${name}" leads to ${JSON.stringify(target)}, and no such operation is in this document.`;
        return [
          problemAt(root, place, siteDir, {
            severity: 'warning',
            message,
            hint: 'Correct operationId or operationRef.',
            rule: 'link-target',
          }),
        ];
      }),
    ),
  );
}

interface PlacedOperation {
  /** In capitals. */
  method: string;
  path: string;
  pointer: string;
  operation: JsonObject;
}

/** The operations that stand in this file itself. */
function operationsOf({parsed}: Document): PlacedOperation[] {
  if (!isJsonObject(parsed)) return [];
  return entries(parsed['paths']).flatMap(([path, item]) => {
    const local = isJsonObject(item) && typeof item['$ref'] === 'string' ? resolvePointer(parsed, item['$ref']) : item;
    return methodsOf(local).map(({method, key, operation}) => {
      return {method, path, operation, pointer: `#/paths/${escapeToken(path)}/${key}`};
    });
  });
}

function entries(value: Json | undefined): [string, Json | undefined][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
