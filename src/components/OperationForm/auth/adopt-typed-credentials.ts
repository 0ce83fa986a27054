import {joinBasic} from '../../../form/auth/basic.ts';
import {credentialStore} from '../../../form/credentials.ts';
import type {Operation} from '../../../model/operation.ts';

/** Takes over the credentials that the reader typed into the static page before the form came to life. */
export function adoptTypedCredentials(form: HTMLFormElement, operation: Operation, audience: string): void {
  const typed = (name: string): string => {
    const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
    return control instanceof HTMLInputElement ? control.value : '';
  };
  for (const [scheme, {type, ...rest}] of Object.entries(operation.securitySchemes)) {
    const isBasic = type === 'http' && 'scheme' in rest && rest.scheme === 'basic';
    const first = typed(`authorization.${scheme}`);
    const value = isBasic ? joinBasic(first, typed(`authorization.${scheme}.password`)) : first;
    if (value !== '') credentialStore.setCredential(operation.apiId, audience, scheme, value);
  }
}
