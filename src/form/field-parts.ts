import {conditionalProperties} from '../model/conditional-properties.ts';
import {code} from '../model/describe-schema.ts';
import {member} from '../model/member.ts';
import {ofPart} from '../model/positional-encoding.ts';
import {resolveSchema} from '../model/schema.ts';
import type {Schema} from '../model/schema.ts';
import {contentTypeKey, mediaField} from './body-field.ts';
import type {Choice} from './choices.ts';
import {fieldName} from './field-name.ts';
import {toField, type Field, type Place} from './fields.ts';
import type {FormState} from './form-state.ts';

/** Fields are made once, so that what is shown of them is not drawn again. */
const made = new WeakMap<Field, Map<string, Field>>();

function once(field: Field, key: string, make: () => Field): Field {
  const known = made.get(field) ?? new Map<string, Field>();
  made.set(field, known);
  const existing = known.get(key) ?? make();
  known.set(key, existing);
  return existing;
}

const memberLists = new WeakMap<Field, Field[]>();

/** The fields of a group's properties, in the order of the document; those that only responses have are left out. */
export function membersOf(field: Field): Field[] {
  const known = memberLists.get(field) ?? makeMembers(field);
  memberLists.set(field, known);
  return known;
}

function makeMembers(field: Field): Field[] {
  const {merged, place} = field;
  const fixed = place.fixed ?? {};
  const required = new Set(merged.required);
  const conditional = conditionsOf(field);
  const names = new Set([...Object.keys(fixed), ...Object.keys(merged.properties ?? {}), ...required]);
  return [...names, ...[...conditional.keys()].filter((name) => !names.has(name))]
    .filter((name) => !isHidden(member(merged.properties, name) ?? conditional.get(name)?.schema, field))
    .map((name) => {
      const constant = member(fixed, name);
      const condition = conditional.get(name);
      const schema =
        member(merged.properties, name) ??
        condition?.schema ??
        (constant === undefined ? entrySchema(field, name) : true);
      const contentType = member(place.encoding, name);
      return toField(schema, {
        ...inner(field),
        path: [...field.path, name],
        key: `${field.key}.${fieldName('', [name])}`,
        // A body that may be left out needs none of its properties.
        required: required.has(name) && (field.required || place.in !== 'body' || field.path.length > 0),
        ...(constant === undefined ? {} : {constant}),
        ...(contentType === undefined ? {} : {contentType}),
        ...(condition === undefined ? {} : {condition: conditionInWords(condition.beside)}),
      });
    })
    .filter(({name}) => place.only === undefined || place.only.includes(name));
}

/** The properties that stand in conditions only, and that may be there at all. */
function conditionsOf({merged, place}: Field): ReturnType<typeof conditionalProperties> {
  const found = conditionalProperties(merged, place.schemas);
  if (merged.additionalProperties === false) {
    const patterns = Object.keys(merged.patternProperties ?? {});
    for (const name of found.keys()) if (!patterns.some((pattern) => matches(pattern, name))) found.delete(name);
  }
  return found;
}

function conditionInWords(beside: string[]): string {
  return beside.length === 0 ? 'depends on other fields' : `goes with ${beside.map(code).join(' or ')}`;
}

/** Only responses have it, or nothing may stand there. */
function isHidden(schema: Schema | undefined, {place}: Field): boolean {
  return schema === false || (schema !== undefined && resolveSchema(schema, place.schemas).readOnly === true);
}

/** A field with all that is in its groups, some levels down; what lists and choices hold is not known beforehand. */
export function withMembers(field: Field, levels = 4): Field[] {
  if (field.control !== 'group' || levels === 0) return [field];
  return [field, ...membersOf(field).flatMap((inner) => withMembers(inner, levels - 1))];
}

/** Whether a group knows a property by this name, shown or not. */
export function isProperty(field: Field, name: string): boolean {
  return Object.hasOwn(field.merged.properties ?? {}, name) || membersOf(field).some(({path}) => path.at(-1) === name);
}

/** Whether the reader may add properties of their own to a group. */
export function takesEntries({merged, place}: Field): boolean {
  const {properties, patternProperties, additionalProperties, unevaluatedProperties} = merged;
  if (place.only !== undefined) return false;
  if (patternProperties !== undefined && Object.values(patternProperties).some((schema) => schema !== false))
    return true;
  const others = additionalProperties ?? unevaluatedProperties;
  return others === undefined ? properties === undefined && merged.required === undefined : others !== false;
}

/** The field of one entry of a map. `id` is its own for as long as it is there; its name is the key that is typed. */
export function entryField(field: Field, id: string, name: string): Field {
  return once(field, `#${id}\n${name}`, () =>
    toField(entrySchema(field, name), {
      ...inner(field),
      path: [...field.path, name],
      key: `${field.key}#${id}`,
      required: true,
      isItem: true,
      label: name === '' ? `${field.label} value` : name,
    }),
  );
}

function entrySchema({merged}: Field, name: string): Schema {
  const patterns = Object.entries(merged.patternProperties ?? {});
  const found = patterns.find(([pattern]) => matches(pattern, name))?.[1];
  const others = merged.additionalProperties ?? merged.unevaluatedProperties ?? true;
  if (found !== undefined) return found;
  // Where only patterns are allowed, a key that meets none of them yet is most likely on its way to one.
  return others === false ? (patterns[0]?.[1] ?? true) : others;
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}

/** The field of one item of a list. `id` is its own wherever it moves; its name is its index. */
export function itemField(field: Field, id: string, index: number): Field {
  const {prefixItems, items, unevaluatedItems} = field.merged;
  const contentType = ofPart(field.place.encoding, index);
  return once(field, `${id}\n${index}`, () =>
    toField(prefixItems?.[index] ?? items ?? unevaluatedItems ?? true, {
      ...inner(field),
      path: [...field.path, String(index)],
      key: `${field.key}.${id}`,
      required: true,
      isItem: true,
      label: `${field.label} ${index + 1}`,
      ...(contentType === undefined ? {} : {contentType}),
    }),
  );
}

/** The field of one of the forms to choose from. It stands in the very place of the choice. */
export function choiceField(field: Field, choice: Choice): Field {
  return once(field, choice.id, () => {
    const {place} = field;
    const media = place.media?.find(({mediaType}) => mediaType === choice.mediaType);
    const {media: _media, ...own} = place;
    if (media !== undefined) return mediaField(media, own);
    return toField(choice.schema, {
      ...own,
      refs: place.outerRefs ?? [],
      innerRefs: place.refs,
      required: true,
      forms: place.forms + 1,
      depth: place.depth + 1,
      label: field.label,
      ...(choice.fixed === undefined ? {} : {fixed: {...place.fixed, ...choice.fixed}}),
    });
  });
}

/** Where the form state holds which form is chosen. */
export function choiceKey({key, place}: Field): string {
  return place.media === undefined ? `${key}#form${place.forms === 0 ? '' : place.forms}` : contentTypeKey;
}

/** The form that is chosen; of a value that must be there the first, until the reader chooses. */
export function chosenOf(field: Field, state: FormState): Choice | undefined {
  const choices = field.choices ?? [];
  const chosen = choices.find(({id}) => id === state[choiceKey(field)]);
  return chosen ?? ((field.required && !field.recursive) || field.place.media !== undefined ? choices[0] : undefined);
}

/** The rows of a list or the entries of a map, by their own ids; undefined while there is none to speak of. */
export function rowsOf(field: Field, state: FormState): readonly string[] | undefined {
  const ids = state[rowsKey(field)];
  return Array.isArray(ids) ? (ids as readonly string[]) : undefined;
}

export function rowsKey({key, control}: Field): string {
  return `${key}${control === 'array' ? '#items' : '#entries'}`;
}

/** The key that is typed for an entry; undefined before anything is. */
export function entryName(field: Field, id: string, state: FormState): string | undefined {
  const name = state[entryNameKey(field, id)];
  return typeof name === 'string' ? name : undefined;
}

export function entryNameKey({key}: Field, id: string): string {
  return `${key}#${id}#key`;
}

/** What the fields inside of a field have in common. */
function inner({place, path}: Field): Place {
  const {constant: _constant, label: _label, fixed: _fixed, only: _only, isItem: _isItem, ...others} = place;
  const {condition: _condition, ...rest} = others;
  const {encoding: _encoding, contentType: _contentType, innerRefs: _innerRefs, ...shared} = rest;
  return {...shared, path, depth: place.depth + 1, forms: 0};
}
