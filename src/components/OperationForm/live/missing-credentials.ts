import type {Operation} from '../../../model/operation.ts';
import type {Problem} from '../../../model/values.ts';

/**
 * What is missing of the authorisation: nothing when one of the operation's security requirements is met, else a problem
 * for each scheme of the first one that has no credential.
 */
export function missingCredentials(operation: Operation, credentials: Readonly<Record<string, string>>): Problem[] {
  const isMissing = (name: string) => {
    const scheme = operation.securitySchemes[name];
    // What a page cannot give is not asked for.
    if (scheme?.type === 'mutualTLS' || (scheme?.type === 'http' && scheme.scheme === 'digest')) return false;
    return (credentials[name] ?? '') === '';
  };
  const isMet = operation.security.some((one) => !Object.keys(one).some(isMissing));
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

/** The messages for the fields of the authorisation, by name. */
export function credentialMessages(problems: Problem[]): Record<string, string> {
  const own = problems.filter(({name}) => name.startsWith('authorization.'));
  return Object.fromEntries(own.map(({name, message}) => [name, message]));
}
