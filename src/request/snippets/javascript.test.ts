import fc from 'fast-check';
import {runInNewContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {javascript, quoteJavaScript} from './javascript.ts';

describe('quoteJavaScript', () => {
  const evaluate = (literal: string): unknown => runInNewContext(literal);

  it('writes a literal that is read as exactly the text', () => {
    const unit = fc.oneof(
      fc.integer({min: 0, max: 0xffff}),
      fc.constantFrom(...[39, 34, 92, 96, 36, 123, 10, 13, 0x2028]),
    );
    const text = fc.array(unit).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(text, (one) => {
        expect(evaluate(quoteJavaScript(one))).toBe(one);
      }),
    );
  });

  it('takes the quotes that need fewer escapes', () => {
    expect(quoteJavaScript('plain')).toBe("'plain'");
    expect(quoteJavaScript("it's")).toBe('"it\'s"');
    expect(quoteJavaScript(`"it's"`)).toBe(`'"it\\'s"'`);
  });

  it('lets nothing invisible stand in the code', () => {
    expect(quoteJavaScript('\0\u007f\u00a0\u202e\u2028\ufeff\ud800\u{e0001}')).toBe(
      "'\\x00\\x7f\\xa0\\u202e\\u2028\\ufeff\\ud800\\u{e0001}'",
    );
  });
});

describe('javascript', () => {
  it('needs no options for a plain GET', () => {
    expect(javascript.generate({method: 'GET', url: 'https://api.example.com/things', headers: []})).toBe(
      [
        "const response = await fetch('https://api.example.com/things');",
        '',
        'console.log(response.status);',
        'console.log(await response.text());',
      ].join('\n'),
    );
  });

  it('holds a JSON body as a literal, one member on a line and short lists on one', () => {
    const body = {email: 'ada@example.com', 'display name': null, tags: ['a', 1], nested: {a: [{}]}, none: []};
    expect(
      javascript.generate({
        method: 'POST',
        url: 'https://api.example.com/things',
        headers: [['Content-Type', 'application/json']],
        body: {kind: 'text', text: JSON.stringify(body)},
      }),
    ).toContain(
      [
        "  method: 'POST',",
        '  headers: {',
        "    'Content-Type': 'application/json',",
        '  },',
        '  body: JSON.stringify({',
        "    email: 'ada@example.com',",
        "    'display name': null,",
        "    tags: ['a', 1],",
        '    nested: {',
        '      a: [',
        '        {},',
        '      ],',
        '    },',
        '    none: [],',
        '  }),',
        '});',
      ].join('\n'),
    );
  });

  it('holds JSON that JSON.stringify would write differently as text', () => {
    const text = '{"a": 1.0}';
    const headers: [string, string][] = [['content-type', 'application/json']];
    const code = javascript.generate({
      method: 'PUT',
      url: 'https://api.example.com/',
      headers,
      body: {kind: 'text', text},
    });
    expect(code).toContain(`body: '{"a": 1.0}',`);
  });
});
