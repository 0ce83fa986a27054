import {markCode, type Grammar} from './mark-code.ts';

const doubleQuoted = String.raw`"(?:\\[^]|[^"\\\n])*"`;
const singleQuoted = String.raw`'(?:\\[^]|[^'\\])*'`;
const slashes = String.raw`\/\/[^\n]*`;
const hash = String.raw`#[^\n]*`;
const number: Grammar[number] = ['number', String.raw`\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b`];
const call: Grammar[number] = ['call', String.raw`[A-Za-z_]\w*(?=\()`];

function keywords(words: string): Grammar[number] {
  return ['keyword', String.raw`(?<![\w.$])(?:${words})\b`];
}

const scriptWords = 'import|export|from|const|await|new|async|type|true|false|null|undefined';
const script: Grammar = [
  ['comment', slashes],
  ['text', `${singleQuoted}|${doubleQuoted}`],
  keywords(scriptWords),
  number,
  call,
];

/** Only what the snippets of `src/request/snippets` are made of: far less than a grammar of the whole language. */
const grammars: Record<string, Grammar | undefined> = {
  curl: [
    ['comment', String.raw`^# [^\n]*`],
    ['text', `'[^']*'`],
    ['name', String.raw`(?<= )--?[a-z][a-z-]*`],
    ['call', String.raw`\b(?:curl|printf|cat)\b`],
  ],
  javascript: script,
  typescript: script,
  python: [['comment', hash], ['text', doubleQuoted], keywords('import|from|True|False|None'), number, call],
  go: [
    ['comment', slashes],
    ['text', `${doubleQuoted}|\`[^\`]*\``],
    keywords('package|import|func|var|if|defer|nil'),
    number,
    call,
  ],
  php: [
    ['comment', slashes],
    ['text', `${singleQuoted}|${doubleQuoted}`],
    ['keyword', String.raw`<\?php|(?<![\w$])(?:if|throw|new|echo|true|false|null)\b`],
    ['name', String.raw`\$\w+|\b[A-Z][A-Z_]{3,}\b`],
    number,
    call,
  ],
  ruby: [
    ['comment', hash],
    ['text', `${singleQuoted}|${doubleQuoted}`],
    keywords('require|do|end|puts|true|false|nil'),
    ['name', String.raw`\b[a-z_]\w*:(?=\s)`],
    number,
    call,
  ],
  java: [
    ['comment', slashes],
    ['text', doubleQuoted],
    keywords('import|class|public|static|void|throws|var|new'),
    number,
    call,
  ],
  csharp: [['comment', slashes], ['text', doubleQuoted], keywords('using|var|new|await|int|true|false'), number, call],
  http: [
    ['keyword', String.raw`^[A-Z]+(?= \S+ HTTP)`],
    ['name', String.raw`^[\w-]+(?=: )`],
  ],
};

/** A snippet as HTML: each line an element, in it the parts that have a colour. Its text is the code, to the character. */
export function highlightCode(code: string, language: string): string {
  return markCode(code, grammars[language] ?? plain);
}

const plain: Grammar = [];
