import {joinBasic} from '../../../form/auth/basic.ts';
import {credentialStore} from '../../../form/credentials.ts';
import type {Operation} from '../../../model/operation.ts';
import {chooseTarget, serversKey} from '../target-store.ts';
import {chooseRequirement} from './requirement-choice.ts';

/** A form is read once: what it held must not come back after it was forgotten. */
const adopted = new WeakSet<HTMLFormElement>();

/**
 * Takes over the credentials that the reader typed into the static page before the form came to life, for the audience
 * that the static page named then, and the target and requirement that they chose there.
 */
export function adoptTypedCredentials(
  form: HTMLFormElement,
  operation: Operation,
  audienceOf: (target: string) => string,
): void {
  if (adopted.has(form)) return;
  adopted.add(form);
  const chosen = form.querySelector('input[name$="-requirement"]:checked');
  if (chosen instanceof HTMLInputElement && !chosen.defaultChecked) chooseRequirement(operation.apiId, chosen.value);

  const list = form.querySelector('[data-target]');
  const target = list instanceof HTMLSelectElement ? list.value : '';
  // The list also has "another server", and then nobody knows yet which.
  if (target !== 'demo' && !URL.canParse(target)) return;
  // Chosen before anything listened: what was typed for that target must not meet another one.
  const isChosen = list instanceof HTMLSelectElement && list.selectedOptions[0]?.defaultSelected === false;
  if (isChosen) chooseTarget(operation.apiId, target, serversKey(operation.servers));
  const typed = (name: string): string => {
    const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
    return control instanceof HTMLInputElement ? control.value : '';
  };
  for (const [name, scheme] of Object.entries(operation.securitySchemes)) {
    const isBasic = scheme.type === 'http' && scheme.scheme === 'basic';
    const first = typed(`authorization.${name}`);
    const value = isBasic ? joinBasic(first, typed(`authorization.${name}.password`)) : first;
    if (value !== '') credentialStore.setCredential(operation.apiId, audienceOf(target), name, value);
  }
}
