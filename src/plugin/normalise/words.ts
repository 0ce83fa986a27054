/**
 * A name in words: `retryWithForce` → "Retry with force", `get_user` → "Get user". Words in capitals stay as they are:
 * `getURL` → "Get URL".
 */
export function toSentence(name: string): string {
  const sentence = splitWords(name)
    .map((word) => (isAcronym(word) ? word : word.toLowerCase()))
    .join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A name fit for an address: `getUserDetails` → `get-user-details`. Only a-z, 0-9 and hyphens; may be empty. */
export function toKebabCase(name: string): string {
  return splitWords(toAscii(name)).join('-').toLowerCase();
}

/** A name fit for a type or a component: `getUserDetails`, `get-user-details` → `GetUserDetails`. May be empty. */
export function toPascalCase(name: string): string {
  return splitWords(toAscii(name))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Gives the name back, or with the first free number behind it (`name-2`), and remembers it as taken. */
export function makeUnique(name: string, taken: Set<string>, separator = '-'): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name}${separator}${number}`;
  taken.add(unique);
  return unique;
}

/** Breaks at everything that is no letter or digit, before a capital after a small letter, and after an acronym. */
function splitWords(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word);
}

function toAscii(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]/g, ' ');
}
