import type {DocumentLinks} from './document-links.ts';

/** What rendering a text asked for, and the answer. */
interface Answer {
  ask: 'operation' | 'schema';
  key: string;
  page: string | undefined;
}

interface RenderedText {
  html: string;
  answers: Answer[];
}

/** Characters of texts and their HTML. GitHub's document, one of the largest there are, has 3 million. */
const mostCharacters = 30_000_000;

const texts = new Map<string, RenderedText>();
let characters = 0;

/** Links that keep count of what they are asked. */
export interface HeardLinks {
  links: DocumentLinks;
  answers: Answer[];
}

/** The same links, and what they are asked. */
export function listenTo(links: DocumentLinks): HeardLinks {
  const answers: Answer[] = [];
  const listen = (ask: Answer['ask']) => (key: string) => {
    const page = links[ask](key);
    answers.push({ask, key, page});
    return page;
  };
  return {links: {...links, operation: listen('operation'), schema: listen('schema')}, answers};
}

/**
 * The HTML of a text, remembered over changes of a document as long as all that its links lead to is where it was. What
 * was not asked for longest is forgotten first.
 *
 * @param key all that the HTML depends on besides the links into the document
 * @param render makes the HTML, and asks `heard.links`
 */
export function renderOnce(key: string, heard: HeardLinks, render: () => string): string {
  const known = texts.get(key);
  if (known !== undefined) {
    forget(key, known);
    if (known.answers.every((answer) => heard.links[answer.ask](answer.key) === answer.page))
      return remember(key, known);
  }
  heard.answers.length = 0;
  const html = render();
  return remember(key, {html, answers: [...heard.answers]});
}

function remember(key: string, text: RenderedText): string {
  texts.set(key, text);
  characters += key.length + text.html.length;
  for (const [oldest, old] of texts) {
    if (characters <= mostCharacters) break;
    forget(oldest, old);
  }
  return text.html;
}

function forget(key: string, {html}: RenderedText): void {
  texts.delete(key);
  characters -= key.length + html.length;
}
