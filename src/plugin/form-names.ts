import {makeUnique, toPascalCase} from './normalise/words.ts';

/** A form that is generated for an operation, and the names it goes by. */
export interface FormName {
  apiId: string;
  slug: string;
  operationId: string;
  /** The component: `RegisterForm`. Unique within its API. */
  name: string;
  /** The name over all APIs: `DoordeckRegisterForm`. */
  qualifiedName: string;
}

/** The operations of an API, as far as the names of their forms go. */
export interface FormOwner {
  id: string;
  operations: {slug: string; operationId: string}[];
}

/** The names of the forms of these APIs, in the order of the operations. */
export function formNames(apis: FormOwner[]): FormName[] {
  return apis.flatMap(({id: apiId, operations}) => {
    const taken = new Set<string>();
    return operations.map(({slug, operationId}): FormName => {
      const name = `${makeUnique(toComponentName(operationId) || toComponentName(slug), taken, '')}Form`;
      return {apiId, slug, operationId, name, qualifiedName: `${toPascalCase(apiId)}${name}`};
    });
  });
}

/** A component's name begins with a letter. */
function toComponentName(name: string): string {
  const pascal = toPascalCase(name);
  return /^\d/.test(pascal) ? `Operation${pascal}` : pascal;
}
