import type {Document} from '@redocly/openapi-core';
import {isJsonObject, type Json} from '../model/json.ts';
import {escapeToken, resolvePointer} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';
import {problemAt} from './problems.ts';

/** Members whose values are data of the API: a `$ref` in them is none of the document. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue']);

/** References that cannot be followed in any way: a `$ref` that is no text, or a chain of them that ends in itself. */
export function checkReferences(root: Document, siteDir: string): Problem[] {
  const document = root.parsed as Json;
  const problems: Problem[] = [];
  const report = (pointer: string, message: string, hint: string): void => {
    problems.push(problemAt(root, pointer, siteDir, {message, hint, rule: 'reference'}));
  };
  const seen = new Set<object>();
  const visit = (value: Json | undefined, pointer: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isJsonObject(value)) {
      const {$ref} = value;
      const at = `${pointer}/$ref`;
      if (typeof $ref === 'string') {
        if (endsInItself($ref, document)) {
          report(at, `The $ref "${$ref}" leads back to itself.`, 'Put at one place of the circle what is meant.');
        }
      } else if ($ref !== undefined && !isJsonObject($ref)) {
        report(at, 'A $ref must be text.', "Write the address of what is meant: '#/components/schemas/User'.");
      }
    }
    for (const [key, child] of Object.entries(value)) {
      if (!data.has(key)) visit(child, `${pointer}/${escapeToken(key)}`);
    }
  };
  visit(document, '#');
  return problems;
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
