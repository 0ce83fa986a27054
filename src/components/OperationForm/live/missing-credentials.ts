import type {Operation} from '../../../model/operation.ts';
import type {Problem} from '../../../model/values.ts';

/**
 * What is missing of the authorisation: nothing when one of the operation's security requirements is met, else a problem
 * for each scheme of the first one that has no credential.
 */
export function missingCredentials(operation: Operation, credentials: Record<string, string>): Problem[] {
  const isMissing = (scheme: string) => (credentials[scheme] ?? '') === '';
  const isMet = operation.security.some((requirement) => !Object.keys(requirement).some(isMissing));
  const [first] = operation.security;
  if (isMet || first === undefined) return [];
  return Object.keys(first)
    .filter(isMissing)
    .map((scheme) => ({
      name: `authorization.${scheme}`,
      keyword: 'security',
      message: 'This call needs a credential; take one over from a reply, or enter yours.',
    }));
}
