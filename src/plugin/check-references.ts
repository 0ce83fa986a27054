import type {Document} from '@redocly/openapi-core';
import {isJsonObject, type Json} from '../model/json.ts';
import {visitMembers} from './document-members.ts';
import {resolvePointer} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';
import {problemAt} from './problems.ts';

/** References that cannot be followed in any way: a `$ref` that is no text, or a chain of them that ends in itself. */
export function checkReferences(root: Document, siteDir: string): Problem[] {
  const document = root.parsed as Json;
  const problems: Problem[] = [];
  const report = (pointer: string, message: string, hint: string): void => {
    problems.push(problemAt(root, pointer, siteDir, {message, hint, rule: 'reference'}));
  };
  visitMembers(document, ({$ref}, pointer) => {
    const at = `${pointer}/$ref`;
    if (typeof $ref === 'string') {
      if (endsInItself($ref, document)) {
        report(at, `The $ref "${$ref}" leads back to itself.`, 'Put at one place of the circle what is meant.');
      }
    } else if ($ref !== undefined) {
      report(at, 'A $ref must be text.', "Write the address of what is meant: '#/components/schemas/User'.");
    }
  });
  return problems;
}

/** Whether every reference of a document leads to something in the same document. */
export function findsAllReferences({parsed}: Document): boolean {
  const document = parsed as Json;
  const known = new Set<string>();
  let found = true;
  visitMembers(document, ({$ref}) => {
    if (!found || $ref === undefined || (typeof $ref === 'string' && known.has($ref))) return;
    if (typeof $ref === 'string' && resolvePointer(document, $ref) !== undefined) known.add($ref);
    else found = false;
  });
  return found;
}

function endsInItself(start: string, document: Json): boolean {
  const seen = new Set<string>();
  let $ref = start;
  while (!seen.has($ref)) {
    seen.add($ref);
    const target = resolvePointer(document, $ref);
    if (!isJsonObject(target) || typeof target['$ref'] !== 'string') return false;
    $ref = target['$ref'];
  }
  return true;
}
