import {describe, expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import {FileValue} from '../model/file-value.ts';
import type {Operation} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {rawKey} from './body-field.ts';
import {toFields} from './fields.ts';
import {toFormState} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {createFormStore} from './form-store.ts';
import {chooseTextType, fillState, switchToFields, switchToText} from './raw-state.ts';
import {readRequest, withRedactedText} from './read-request.ts';
import {messagesByName} from './attach-problems.ts';
import {validateRequest} from './validate-request.ts';

const person: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: {type: 'string', minLength: 2},
    age: {type: 'integer'},
    made: {type: 'string', readOnly: true},
    password: {type: 'string', format: 'password', 'x-confirm': true},
    photo: {type: 'string', format: 'binary'},
  },
};

/** All that a form sends by itself. */
const holder: Schema = {
  type: 'object',
  required: ['a', 'list', 'flag', 'constant', 'choice', 'more'],
  properties: {
    a: {type: 'object', required: ['b'], properties: {b: {type: 'string'}}},
    list: {type: 'array', items: {type: 'object', required: ['c'], properties: {c: {type: 'string'}}}},
    flag: {type: 'boolean'},
    constant: {const: 'x'},
    more: {type: 'object', additionalProperties: {type: 'string'}},
    choice: {
      oneOf: [
        {type: 'object', required: ['kind', 'd'], properties: {kind: {const: 'x'}, d: {type: 'string'}}},
        {type: 'object', required: ['kind', 'e'], properties: {kind: {const: 'y'}, e: {type: 'string'}}},
      ],
    },
  },
  additionalProperties: {type: 'integer'},
};

function taking(schema: Schema, ...types: string[]): Operation {
  const content = (types.length === 0 ? ['application/json'] : types).map((type) => mediaType(type, {schema}));
  return operation({method: 'POST', requestBody: {required: true, content}});
}

const json = taking(person);
const fields = toFields(json);
const withText = (text: string, rest: FormState = {}): FormState => ({...rest, [rawKey]: text});

describe('a switch to text and back', () => {
  it('keeps all that the fields held, as long as the text is not changed', () => {
    const state: FormState = {'body.name': 'Ada', 'body.password': 'x', 'body.password#confirm': 'y'};
    const there = switchToText(json, fields, state);
    expect(there.state[rawKey]).toBe('{\n  "name": "Ada",\n  "password": "x"\n}');
    expect(there.loses).toEqual(['Secrets stand in the text for everyone to read.']);
    expect(switchToFields(json, fields, there.state)).toEqual({state, loses: []});
  });

  it('says what becomes of files, and of what is no JSON in a field for it', () => {
    const multipart = taking(person, 'multipart/form-data');
    const withFile = {'body.photo': new FileValue('a.png', 'image/png', new Uint8Array([0, 255]))};
    const there = switchToText(multipart, toFields(multipart), {...withFile, 'body.name': 'Ada'});
    expect(there.loses).toEqual([
      'The file a.png cannot be edited as text and is left out.',
      'Parts edited as text cannot be turned back into fields.',
    ]);
    expect(switchToFields(multipart, toFields(multipart), there.state).state).toEqual({
      ...withFile,
      'body.name': 'Ada',
    });
    const free = taking(true);
    expect(switchToText(free, toFields(free), {body: '{"a"'}).loses).toEqual([
      'What is not JSON in a field for JSON is left out.',
    ]);
  });

  it('takes over what was typed in the text, and keeps a second entry as long as it is the same', () => {
    const under: FormState = {'body.name': 'Ada', 'body.password': 'x', 'body.password#confirm': 'x', 'query.q': '1'};
    const text = '{\n  "name": "Bob",\n  "age": 9007199254740993,\n  "password": "x",\n  "other": true\n}';
    const {state, loses} = switchToFields(json, fields, withText(text, under));
    expect(loses).toEqual([]);
    expect(state).toMatchObject({
      'body.name': 'Bob',
      'body.age': '9007199254740993',
      'body.password#confirm': 'x',
      'query.q': '1',
    });
    expect(rawKey in state).toBe(false);
    const changed = switchToFields(json, fields, withText('{"password":"new"}', under)).state;
    expect(changed['body.password#confirm']).toBeUndefined();
  });

  it('says what no field holds', () => {
    expect(switchToFields(json, fields, withText('{"name":"Ada","made":"today"}')).loses).toEqual([
      'What the text holds beyond the fields of the body is left out.',
    ]);
    expect(switchToFields(json, fields, withText('{"name": "Ada","name":"Bob"}')).loses).toEqual([
      '“name” stands more than once in one object; only the last is kept.',
      'Blanks, line breaks and escapes are not kept as they were typed.',
    ]);
  });

  it.each<[string, Schema]>([
    ['{}', person],
    ['', person],
    ['{"name": "Ada"}', person],
    ['{"a": {}, "list": [{}], "more": {}}', holder],
    ['{"a": {"b": ""}, "choice": {"kind": "y"}, "list": []}', holder],
    ['{"choice": {}, "flag": true}', holder],
    ['{"flag": false, "constant": "x", "other": 1}', holder],
  ])('adds nothing to %s that it does not have', (text, schema) => {
    const target = taking(schema);
    const own = toFields(target);
    const {state} = switchToFields(target, own, {[rawKey]: text, 'body.name': 'old'});
    expect(readRequest(target, own, state).values.body).toEqual(text === '' ? undefined : JSON.parse(text));
  });

  it('has what is missing told, until it is filled in', () => {
    const {state} = switchToFields(json, fields, withText('{"age": 1}'));
    const messages = (given: FormState) => messagesByName(validateRequest(fields, json, given), fields, given);
    expect(messages(state)).toEqual({'body.name': 'This field is required.'});
    expect(messages({...state, 'body.name': 'Ada'})).toEqual({});
    expect(switchToText(json, fields, state).state[rawKey]).toBe('{\n  "age": 1\n}');
  });

  it('is refused for text that has no fields, and has the fields as they were at hand', () => {
    const under: FormState = {'body.name': 'Ada'};
    expect(switchToFields(json, fields, withText('{\n  "name": ,\n}', under))).toEqual({
      state: under,
      loses: [],
      refusal: 'Line 2, column 11: This is not JSON: a value is missing.',
    });
    const xml = taking(person, 'application/xml');
    expect(switchToFields(xml, toFields(xml), withText('<own/>', under)).refusal).toBe(
      'XML edited as text cannot be turned back into fields.',
    );
  });
});

describe('the media type of a text', () => {
  const both = taking({type: 'object', properties: {a: {type: 'string'}}}, 'application/json', 'application/xml');
  const bothFields = toFields(both);

  it('makes the text anew, unless the reader has changed it', () => {
    const {state} = switchToText(both, bothFields, {'body.a': '1'});
    expect(chooseTextType(both, bothFields, 'application/xml', state)[rawKey]).toContain('<a>1</a>');
    const own = chooseTextType(both, bothFields, 'application/xml', withText('own', {'body.a': '1'}));
    expect(own).toEqual({'body.a': '1', '#raw': 'own', '#contentType': 'application/xml'});
  });
});

describe('a form that is filled while its body is text', () => {
  const example = toFormState(fields, {path: {}, query: {}, header: {}, cookie: {}, body: {name: 'Eve'}});

  it('shows the new body as text', () => {
    const whole = fillState(json, fields, withText('{"age":1}'), {incoming: example, isWhole: true});
    expect(whole[rawKey]).toBe('{\n  "name": "Eve"\n}');
    const part = fillState(json, fields, withText('{"name":"A","age":1}'), {incoming: example, isWhole: false});
    expect(part[rawKey]).toBe('{\n  "name": "Eve",\n  "age": 1\n}');
  });

  it('leaves the text alone where nothing comes for the body, and takes text as text', () => {
    const other = {incoming: {'query.q': '1'}, isWhole: false};
    expect(fillState(json, fields, withText('{"a'), other)).toEqual({'#raw': '{"a', 'query.q': '1'});
    const again = {incoming: withText('broken'), isWhole: true};
    expect(fillState(json, fields, {'body.name': 'x'}, again)).toEqual({'#raw': 'broken'});
  });
});

describe('what is sent of a text', () => {
  it('is the text itself; its value is known where it can be read, and secrets are not shown', () => {
    const state = withText('{"name": "Ada", "password": "hunter2"}');
    const read = readRequest(json, fields, state);
    expect(read).toMatchObject({rawBody: state[rawKey], values: {body: {name: 'Ada', password: 'hunter2'}}});
    expect(withRedactedText(json, read).rawBody).not.toContain('hunter2');
    expect(readRequest(json, fields, withText('{"name'))).toMatchObject({rawBody: '{"name', values: {body: undefined}});
    expect(readRequest(json, fields, withText('')).rawBody).toBeUndefined();
  });

  it('is checked against the schema, with the names of places in it', () => {
    const state = withText('{"name":"A","age":"x"}');
    const problems = validateRequest(fields, json, state);
    expect(problems.map(({name}) => name).sort()).toEqual(['body.age', 'body.name']);
    expect(Object.keys(messagesByName(problems, fields, state)).sort()).toEqual(['body.age', 'body.name']);
    expect(validateRequest(fields, json, withText('{"name"'))).toEqual([
      {
        name: 'body',
        keyword: 'syntax',
        message: expect.stringMatching(/^Line 1, column 8: This is not JSON/) as string,
      },
    ]);
    expect(validateRequest(fields, json, withText(''))).toMatchObject([{name: 'body', keyword: 'required'}]);
  });
});

describe('a store', () => {
  it('can undo what took the place of its values, until the next change', () => {
    const store = createFormStore({a: '1'});
    store.replace({}, 'clear');
    expect(store.undoable()).toBe('clear');
    store.undo();
    expect(store.state()).toEqual({a: '1'});
    expect(store.undoable()).toBeUndefined();
    store.replace({}, 'clear');
    store.setValue('a', '2');
    store.undo();
    expect(store.state()).toEqual({a: '2'});
    store.replace({});
    expect(store.undoable()).toBeUndefined();
  });
});
