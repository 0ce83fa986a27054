import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {quoteShell} from '../../src/request/snippets/curl.ts';
import {quotePython} from '../../src/request/snippets/python.ts';
import {missingRuntimes, runPrograms} from './run-programs.ts';

const marks = Array.from('\'"`$\\!%#{}()[]<>&|;*?~ \n\r\t');
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...marks),
    fc.constantFrom('n', 'x', 'u', '0'),
    fc.string({unit: 'binary', maxLength: 1}),
  ),
});

/** One process reads a whole list, for starting one for each text would take minutes. */
const texts = fc.array(text, {minLength: 300, maxLength: 400, size: 'max'});
const settings = {numRuns: 5, endOnFailure: true};

describe('a literal is read as exactly the text that it was made of', () => {
  const unlessMissing = (language: string) => {
    const missing = missingRuntimes(language);
    const isSkipped = missing.length > 0 && process.env['CI'] !== 'true';
    return {isSkipped, reason: isSkipped ? ` (skipped: ${missing.join(', ')} cannot be found here)` : ''};
  };

  const shell = unlessMissing('curl');
  it.skipIf(shell.isSkipped)(`by a shell${shell.reason}`, async () => {
    const withoutNul = texts.map((list) => list.map((one) => one.replaceAll('\0', '')));
    await fc.assert(
      fc.asyncProperty(withoutNul, async (list) => {
        const {stdout} = await runPrograms('curl', [`printf '%s\\0' ${list.map(quoteShell).join(' ')}`]);
        expect(stdout.split('\0').slice(0, -1)).toEqual(list);
      }),
      settings,
    );
  });

  const python = unlessMissing('python');
  it.skipIf(python.isSkipped)(`by Python${python.reason}`, async () => {
    const withHalves = texts.map((list) => [...list, '\ud800', 'a\udc00b', '\udc00\ud800']);
    await fc.assert(
      fc.asyncProperty(withHalves, async (list) => {
        const {stdout} = await runPrograms('python', [
          `import json\nprint(json.dumps([${list.map(quotePython).join(', ')}]))`,
        ]);
        expect(JSON.parse(stdout)).toEqual(list);
      }),
      settings,
    );
  });
});
