import fc from 'fast-check';

/** Texts that mean something to a shell, a language, a URL, HTTP or JSON, and must arrive as text. */
const known = [
  '',
  'plain',
  "it's",
  'say "hi"',
  `'"'"'`,
  `'''"""`,
  '`id`',
  '$HOME',
  '$(id)',
  '${x}',
  '{{x}}',
  '#{id}',
  '%',
  '%s %d %n',
  '%00%0A%2F',
  '\\',
  'C:\\new\\table\\u0041\\x41\\0\\',
  '\\" \\\' \\` \\$',
  'line\nbreak',
  'line\r\nbreak\r\n',
  'tab\there',
  ' blanks at both ends ',
  '\n\n',
  '!',
  '!! !$ ^a^b',
  '@/etc/hostname',
  '-X DELETE --next',
  '; id; #',
  '| id && id || id > file < file',
  '[1-3] {a,b} * ?',
  '~ ~root',
  'a&b=c+d;e',
  '../../admin',
  '..',
  '<script>alert(1)</script></script>',
  '<!-- -->',
  '\u2028\u2029',
  '\ufeff\u200b\u202e\u00a0\u00ad',
  'é ü ß 中文 עברית',
  'C:\\é\\\u2028',
  '😀👩‍👩‍👧 𝒳 \u{10ffff}',
  '\u0001\u0007\u001b[31m\u007f',
  'half \ud800 surrogate',
  'EOF\nJSON\n)',
  'null',
  '__proto__',
  '0123',
  'x'.repeat(600),
];

const marks = Array.from(`'"\`$\\!%#{}()[]<>&|;*?~@^=+-/.,: \n\r\t`);

/** Random texts of the characters that are worth the trouble, and others, the same in each run. */
function random(): string[] {
  const unit = fc.oneof(
    fc.constantFrom(...marks),
    fc.constantFrom('a', 'Z', '0', '9', 'n', 'r', 't', 'x', 'u'),
    fc.string({unit: 'binary', minLength: 1, maxLength: 1}).filter((character) => character !== '\0'),
  );
  return fc.sample(fc.string({unit, maxLength: 60}), {seed: 20_240_607, numRuns: 25});
}

export const hostileTexts = [...known, ...random()];
