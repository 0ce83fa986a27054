import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ExactNumber} from '../model/exact-number.ts';
import {toJson} from '../model/values.ts';
import {writeJson} from '../request/write-json.ts';
import {exactValue, parseExactJson} from './parse-exact-json.ts';

describe('parseExactJson', () => {
  it.each(['9007199254740993', '1.10', '1e400', '-0', '1.0', '1E3', '0.1000', '123456789012345678901234567890.5'])(
    'keeps %s as it is written',
    (text) => {
      const parsed = parseExactJson(`{"a": [${text}]}`);
      expect(parsed).toEqual({value: {a: [new ExactNumber(text)]}, duplicates: []});
      expect('value' in parsed && writeJson(parsed.value)).toBe(`{"a":[${text}]}`);
    },
  );

  it('leaves plain numbers plain', () => {
    expect(parseExactJson('[1, 0.5, -3, 1e+21]')).toEqual({value: [1, 0.5, -3, 1e21], duplicates: []});
  });

  it('names what stands twice in one object; the last wins', () => {
    expect(parseExactJson('{"a": 1, "b": {"a": 2}, "a": 3}')).toEqual({value: {a: 3, b: {a: 2}}, duplicates: ['a']});
  });

  it('pollutes no prototype', () => {
    const parsed = parseExactJson('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect('value' in parsed && Object.keys(parsed.value ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
  });

  it('says where text is no JSON', () => {
    expect(parseExactJson('{"a": 1,}')).toMatchObject({line: 1, column: 9});
  });

  it('reads what JSON.parse reads, whatever the layout', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const parsed = parseExactJson(text);
        expect('value' in parsed && toJson(parsed.value)).toEqual(JSON.parse(text));
        expect('value' in parsed && writeJson(parsed.value)).toBe(JSON.stringify(JSON.parse(text)));
        expect('value' in parsed && writeJson(parsed.value, 2)).toBe(JSON.stringify(JSON.parse(text), undefined, 2));
      }),
    );
  });
});

describe('exactValue', () => {
  const number = fc
    .tuple(fc.bigInt(), fc.stringMatching(/^(\.\d{1,20})?$/), fc.stringMatching(/^([eE][+-]?\d{1,3})?$/))
    .map((parts) => parts.join(''));

  it('reads what parseExactJson reads, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(number), fc.json(), (numbers, json) => {
        const text = `{"a": [${numbers.join()}], "b": ${json}}`;
        expect({value: exactValue(text), duplicates: []}).toEqual(parseExactJson(text));
      }),
    );
  });

  it.each(['0.0000001', '-0', '1e2', '1.0', '9007199254740993', '0.12345678901234567'])('keeps %s', (text) => {
    expect(exactValue(`[${text}]`)).toEqual([new ExactNumber(text)]);
  });
});
