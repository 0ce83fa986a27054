import {member} from '../model/member.ts';
import type {SchemaObject} from '../model/schema.ts';
import type {Control} from './choose-control.ts';

/**
 * The HTML `autocomplete` token of a field (HTML, section 4.10.18.7.1): `x-autocomplete` where it is one, else what format
 * and name say beyond doubt. Undefined for all others.
 */
export function autocompleteOf(schema: SchemaObject, name: string, control: Control): string | undefined {
  const given = schema['x-autocomplete'];
  if (given !== undefined) return given.split(/\s+/).every((token) => tokens.has(token)) ? given : undefined;
  if (control === 'password' && schema.format === 'password') {
    return schema['x-confirm'] === undefined ? passwordToken(name) : 'new-password';
  }
  if (control === 'email') return 'email';
  return control === 'text' || control === 'url'
    ? member(tokenOfName, name.toLowerCase().replace(/[^a-z]/g, ''))
    : undefined;
}

function passwordToken(name: string): string {
  return /^new/i.test(name) ? 'new-password' : 'current-password';
}

/** Names in lower case, without separators. Only those that mean the person at the keyboard in any API. */
const tokenOfName: Record<string, string> = {
  email: 'email',
  emailaddress: 'email',
  username: 'username',
  displayname: 'name',
  fullname: 'name',
  firstname: 'given-name',
  givenname: 'given-name',
  lastname: 'family-name',
  familyname: 'family-name',
  phone: 'tel',
  phonenumber: 'tel',
  telephone: 'tel',
  postalcode: 'postal-code',
  zipcode: 'postal-code',
  otp: 'one-time-code',
};

const tokens = new Set(
  (
    'on off name honorific-prefix given-name additional-name family-name honorific-suffix nickname username ' +
    'new-password current-password one-time-code organization-title organization street-address address-line1 ' +
    'address-line2 address-line3 address-level1 address-level2 address-level3 address-level4 country country-name ' +
    'postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year ' +
    'cc-csc cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo ' +
    'tel tel-country-code tel-national tel-area-code tel-local tel-extension email impp home work mobile fax pager ' +
    'shipping billing webauthn'
  ).split(' '),
);
