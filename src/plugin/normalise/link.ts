import type {Json} from '../../model/json.ts';
import type {Link} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {membersOf, textOf} from './read.ts';
import {toSentence} from './words.ts';

/** What a link needs to know of the operation it leads to. */
export interface LinkTarget {
  /** `<api id>/<slug>`. */
  operationKey: string;
  securitySchemes: string[];
  /** The schemes that its replies carry a credential for. */
  issues: string[];
}

/** Finds operations as links name them. */
export interface LinkTargets {
  byOperationId: Map<string, LinkTarget>;
  /** By JSON Pointer: `#/paths/~1account/get`. */
  byPointer: Map<string, LinkTarget>;
}

/** The links of a response that lead to an operation of this document (OpenAPI 3.1, Link Object). */
export function toLinks(links: Json | undefined, targets: LinkTargets, context: Context): Link[] {
  return membersOf(links).flatMap(([name, value]) => {
    const object = follow(value, context) ?? {};
    const id = textOf(object['operationId']);
    const pointer = textOf(object['operationRef']);
    const target = id !== undefined ? targets.byOperationId.get(id) : targets.byPointer.get(pointer ?? '');
    if (target === undefined) return [];
    return [
      {
        name,
        label: toSentence(name),
        description: textOf(object['description']),
        operationKey: target.operationKey,
        parameters: Object.fromEntries(membersOf(object['parameters'])),
        requestBody: object['requestBody'],
        securitySchemes: target.securitySchemes,
        issues: target.issues.length > 0 ? target.issues : undefined,
      },
    ];
  });
}
