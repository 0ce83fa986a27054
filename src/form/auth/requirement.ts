import type {Operation, SecurityRequirement} from '../../model/operation.ts';

/** How one call is authorised. */
export interface Authorisation {
  /** The one of the operation's requirements that is used; undefined when it has none. */
  requirement: SecurityRequirement | undefined;
  /** The operation as if this were its only requirement. The same object for the same choice. */
  operation: Operation;
  /** Of what is held, what this requirement names. */
  credentials: Readonly<Record<string, string>>;
}

/**
 * Which of an operation's security requirements a call meets (OpenAPI 3.1, Security Requirement Object: one of them, and
 * all schemes of it), and the credentials for it. `preferred` is the reader's choice, by `requirementKey`; without one,
 * the first that is met, else the first for which there is something, else the first that asks for anything.
 */
export function authorise(
  operation: Operation,
  held: Readonly<Record<string, string>>,
  preferred?: string,
): Authorisation {
  const requirement = chooseRequirement(operation.security, held, preferred);
  if (requirement === undefined) return {requirement, operation, credentials: {}};
  const has = (name: string) => (held[name] ?? '') !== '';
  return {
    requirement,
    operation: withRequirement(operation, requirement),
    credentials: Object.fromEntries(
      Object.keys(requirement)
        .filter(has)
        .map((name) => [name, held[name] ?? '']),
    ),
  };
}

/** The same text for requirements that name the same schemes. */
export function requirementKey(requirement: SecurityRequirement): string {
  return JSON.stringify(Object.keys(requirement).sort());
}

function chooseRequirement(
  security: SecurityRequirement[],
  held: Readonly<Record<string, string>>,
  preferred: string | undefined,
): SecurityRequirement | undefined {
  const has = (name: string) => (held[name] ?? '') !== '';
  const asking = security.filter((requirement) => Object.keys(requirement).length > 0);
  return (
    security.find((requirement) => requirementKey(requirement) === preferred) ??
    asking.find((requirement) => Object.keys(requirement).every(has)) ??
    asking.find((requirement) => Object.keys(requirement).some(has)) ??
    asking[0] ??
    security[0]
  );
}

const narrowed = new WeakMap<Operation, Map<SecurityRequirement, Operation>>();

/** Optional authorisation stays optional: `{}` stays beside the requirement. */
function withRequirement(operation: Operation, requirement: SecurityRequirement): Operation {
  if (operation.security.length <= 1) return operation;
  const known = narrowed.get(operation) ?? new Map<SecurityRequirement, Operation>();
  narrowed.set(operation, known);
  let result = known.get(requirement);
  if (result === undefined) {
    const optional = operation.security.filter((other) => Object.keys(other).length === 0);
    const others = optional.filter((other) => other !== requirement);
    result = {...operation, security: [requirement, ...others]};
    known.set(requirement, result);
  }
  return result;
}
