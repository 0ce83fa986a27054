import type {Response} from '../../model/operation.ts';
import type {ExpressionContext} from '../../model/runtime-expression.ts';
import type {Renewal} from '../credentials.ts';
import {resolveLink} from '../resolve-link.ts';

/**
 * How a credential that a reply carries is had anew: by the link of that reply whose target issues a credential for the
 * same scheme, and is itself authorised with what the reply carries. Undefined when the document names none.
 */
export function findRenewal(scheme: string, response: Response, context: ExpressionContext): Renewal | undefined {
  const issued = Object.keys(response.issuesCredential ?? {});
  const link = response.links.find(
    ({issues = [], securitySchemes}) =>
      issues.includes(scheme) && securitySchemes.some((name) => issued.includes(name)),
  );
  if (link === undefined) return undefined;
  const {parameters, body} = resolveLink(link, context);
  return {kind: 'operation', operationKey: link.operationKey, label: link.label, parameters, body};
}
