import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {quoteCsharp} from '../../src/request/snippets/csharp.ts';
import {quoteShell} from '../../src/request/snippets/curl.ts';
import {quoteGo} from '../../src/request/snippets/go.ts';
import {quoteJava} from '../../src/request/snippets/java.ts';
import {quotePhp} from '../../src/request/snippets/php.ts';
import {quotePython} from '../../src/request/snippets/python.ts';
import {quoteRuby} from '../../src/request/snippets/ruby.ts';
import {missingRuntimes, runPrograms} from './run-programs.ts';

const marks = Array.from('\'"`$\\!%#{}()[]<>&|;*?~@ \n\r\t');
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...marks),
    fc.constantFrom('n', 'x', 'u', '0', '\0', '\u2028', '\u202e', '\ud800'),
    fc.string({unit: 'binary', maxLength: 1}),
  ),
});

/** One process reads a whole list, for starting one for each text would take minutes. */
const texts = fc.array(text, {minLength: 300, maxLength: 400, size: 'max'});

/** Every text of one to three characters that mean something beside each other. */
const shortTexts = (function longer(length: number): string[] {
  if (length === 0) return [''];
  const units = ['\\', '"', "'", '`', '$', '{', '#', 'u', '0', '\n', '\0', '\u2028', '\ud800', '\udc00'];
  return ['', ...units.flatMap((unit) => longer(length - 1).map((rest) => unit + rest))];
})(3);

/** How a language is made to print the texts of literals. */
interface Reader {
  language: string;
  /** What it can hold of a text; all of it without this. */
  hold?: (text: string) => string;
  program: (list: string[]) => string;
  read: (output: string) => unknown;
}

const hexadecimal = (output: string) =>
  output
    .split('\n')
    .slice(0, -1)
    .map((line) => Buffer.from(line.replaceAll(/[- ]/g, ''), 'hex').toString());

const readers: Reader[] = [
  {
    language: 'curl',
    hold: (one) => inUtf8(one.replaceAll('\0', '')),
    program: (list) => `printf '%s\\0' ${list.map(quoteShell).join(' ')}`,
    read: (output) => output.split('\0').slice(0, -1),
  },
  {
    language: 'python',
    program: (list) => `import json\nprint(json.dumps([${list.map(quotePython).join(', ')}]))`,
    read: (output) => JSON.parse(output) as unknown,
  },
  {
    language: 'php',
    program: (list) => `<?php foreach ([${list.map(quotePhp).join(', ')}] as $text) echo bin2hex($text), "\\n";`,
    read: hexadecimal,
  },
  {
    language: 'ruby',
    program: (list) => `[${list.map(quoteRuby).join(', ')}].each { |text| puts text.unpack1('H*') }`,
    read: hexadecimal,
  },
  {
    language: 'go',
    program: (list) =>
      `package main\n\nimport "fmt"\n\nfunc main() {\n\tfor _, text := range []string{${list.map(quoteGo).join(', ')}} {\n\t\tfmt.Printf("%x\\n", text)\n\t}\n}\n`,
    read: hexadecimal,
  },
  {
    language: 'java',
    program: (list) =>
      `class Request { public static void main(String[] args) throws Exception { for (var text : new String[] {${list.map(quoteJava).join(', ')}}) System.out.println(text.chars().mapToObj(unit -> String.format("%04x", unit)).collect(java.util.stream.Collectors.joining())); } }`,
    read: (output) =>
      output
        .split('\n')
        .slice(0, -1)
        .map((line) => Buffer.from(line, 'hex').swap16().toString('utf16le')),
  },
  {
    language: 'csharp',
    program: (list) =>
      `using System;\nforeach (var text in new[] {${list.map(quoteCsharp).join(', ')}}) Console.WriteLine(string.Join("", Array.ConvertAll(text.ToCharArray(), unit => ((int)unit).ToString("x4"))));`,
    read: (output) =>
      output
        .split('\n')
        .slice(0, -1)
        .map((line) => Buffer.from(line, 'hex').swap16().toString('utf16le')),
  },
];

/** In Java and C# a string may hold half a surrogate pair, elsewhere it becomes U+FFFD as in every body. */
const holdsHalves = new Set(['python', 'java', 'csharp']);

describe.each(readers)('a literal is read as exactly the text that it was made of', (reader) => {
  const {language, hold = (one: string) => one, program, read} = reader;
  const missing = missingRuntimes(language);
  const isSkipped = missing.length > 0 && process.env['CI'] !== 'true';
  const reason = isSkipped ? ` (skipped: ${missing.join(', ')} cannot be found here)` : '';

  it.skipIf(isSkipped)(
    `by ${language}${reason}`,
    async () => {
      // A compiler takes seconds for each list.
      const numRuns = ['go', 'java', 'csharp'].includes(language) ? 3 : 6;
      await fc.assert(
        fc.asyncProperty(texts, async (given) => {
          const list = given.map(hold);
          const {stdout} = await runPrograms(language, [program(list)]);
          expect(read(stdout)).toEqual(holdsHalves.has(language) ? list : list.map(inUtf8));
        }),
        {numRuns, endOnFailure: true, examples: [[shortTexts]]},
      );
    },
    300_000,
  );
});

function inUtf8(one: string): string {
  return Buffer.from(one).toString();
}
