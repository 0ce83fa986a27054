import {describe, expect, it} from 'vitest';
import type {DocumentLinks} from './document-links.ts';
import {createRenderMarkdown} from './render-markdown.ts';

const links: DocumentLinks = {
  baseUrl: '/base/',
  folder: 'openapi',
  operation: (pointer) =>
    ({
      '#/paths/~1rpc~1identify/post': '/base/reference/coindroids/identify',
      '#/paths/~1a~1{id}/get': '/base/reference/a',
    })[pointer],
  schema: (name) => (name === 'User' ? '/base/reference/a/schemas/user' : undefined),
};

const render = createRenderMarkdown(links);
const html = (markdown: string): string => render(markdown, 'description');

describe('CommonMark and GFM', () => {
  it.each([
    ['**bold** `code`', '<p><strong>bold</strong> <code>code</code></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['~~gone~~', '<p><del>gone</del></p>'],
    ['www.example.com', '<p><a href="http://www.example.com">www.example.com</a></p>'],
    ['```json\n{"a": 1}\n```', '<pre tabindex="0"><code class="language-json">{"a": 1}\n</code></pre>'],
    ['a<br>b', '<p>a<br>b</p>'],
    ['', ''],
  ])('%s', (markdown, want) => {
    expect(html(markdown)).toBe(want);
  });

  it('draws tables', () => {
    expect(html('| a | b |\n| - | -: |\n| 1 | 2 |')).toMatch(/^<table>[^]*<td align="right">2<\/td>/);
  });

  it('lets wide tables scroll, which are named after their columns and reached by keyboard', () => {
    const wide = html('| `a` | b *c* | d | "e" |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |');
    expect(wide).toMatch(
      /^<div class="api-scroll" role="group" tabindex="0" aria-label="Table: a, b c, d, &#x22;e&#x22;"><table>[^]*<\/table><\/div>$/,
    );
  });
});

describe('headings', () => {
  it('stand beside those of the page, none left out, with ids that begin with their place', () => {
    expect(html('# Errors\n\n## Errors\n\n##### Deep')).toBe(
      '<h2 id="description-errors">Errors</h2>\n<h3 id="description-errors-1">Errors</h3>\n<h4 id="description-deep">Deep</h4>',
    );
  });

  it('begin where the page is, whatever level the text begins with', () => {
    expect(html('## First\n\n#### Second\n\n## Third').match(/<h\d/g)).toEqual(['<h2', '<h3', '<h2']);
    expect(html('### Deep\n\n# High').match(/<h\d/g)).toEqual(['<h2', '<h2']);
  });

  it('have other ids at another place, although the text is the same', () => {
    expect(render('# Same', 'query.a b')).toBe('<h3 id="query.a-b-same">Same</h3>');
    expect(render('# Same', 'body')).toBe('<h3 id="body-same">Same</h3>');
  });
});

describe('admonitions', () => {
  it.each(['note', 'tip', 'info', 'warning', 'caution', 'danger'])('%s', (kind) => {
    const title = kind.charAt(0).toUpperCase() + kind.slice(1);
    expect(html(`:::${kind}\n\nText.\n\n:::`)).toBe(
      `<div class="admonition admonition-${kind}" role="note"><p class="admonition-title">${title}</p><p>Text.</p></div>`,
    );
  });

  it('take a title, with markup', () => {
    expect(html(':::info[A `token`]\nText.\n:::')).toBe(
      '<div class="admonition admonition-info" role="note"><p class="admonition-title">A <code>token</code></p><p>Text.</p></div>',
    );
  });

  it('nest', () => {
    expect(html('::::note\n:::tip\nText.\n:::\n::::')).toMatch(/admonition-note.*admonition-tip.*Text\./s);
  });

  it('stay text when nobody knows the kind', () => {
    expect(html(':::secret{onclick=x}\n**Text.**\n:::')).toBe(
      '<p>:::secret{onclick=x}</p>\n<p><strong>Text.</strong></p>\n<p>:::</p>',
    );
  });
});

describe('what only looks like a directive stays text', () => {
  it.each([
    'At 12:30 and 8:05:59',
    'The ratio 1:n, a:b[c] and :name',
    'urn:example:thing{x=1}',
    'http://localhost:3000/a:b',
    'cookie :sid[label]{#id .class}',
  ])('%s', (text) => {
    expect(html(text).replace(/<[^>]*>/g, '')).toBe(text);
  });

  it('::leaf', () => {
    expect(html('::youtube[video]{v=1}')).toBe('<p>::youtube[video]{v=1}</p>');
  });
});

describe('hostile and careless text', () => {
  it.each([
    ['{braces} and ${x} and {{y}}', '<p>{braces} and ${x} and {{y}}</p>'],
    ['List<T> of `Map<K, V>`', '<p>List&#x3C;T> of <code>Map&#x3C;K, V></code></p>'],
    ['a < b && c > d', '<p>a &#x3C; b &#x26;&#x26; c > d</p>'],
    ['half <b open', '<p>half &#x3C;b open</p>'],
    ['<div>never closed', '<div>never closed</div>'],
    ['closed too often</div></p></section>', '<p>closed too often</p><p></p>'],
    ['<script>alert(1)</script>after', 'after'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<img src="https://a.example/x.png" onerror=alert(1)>', '<img src="https://a.example/x.png">'],
    ['![A cat](images/cat.png) sleeps', '<p>A cat sleeps</p>'],
    ['![A cat](https://a.example/cat.png)', '<p><img src="https://a.example/cat.png" alt="A cat"></p>'],
    ['one<br>two<br/>three', '<p>one<br>two<br>three</p>'],
    [
      '- [x] done',
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled> done</li>\n</ul>',
    ],
    ['www.example.com', '<p><a href="http://www.example.com">www.example.com</a></p>'],
    ['<a href="javascript:alert(1)">x</a>', '<p><a>x</a></p>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](JaVaScRiPt:alert(1))', '<p><a>x</a></p>'],
    ['[x](data:text/html,alert)', '<p><a>x</a></p>'],
    ['[x](vbscript:x)', '<p><a>x</a></p>'],
    ['![x](javascript:alert(1))', '<p>x</p>'],
    ['<iframe src="https://example.com"></iframe>', ''],
    ['<style>body{display:none}</style>', ''],
    ['<form action="https://evil.example"><button>x</button></form>', 'x'],
    ['<p style="position:fixed" onclick="x()">a</p>', '<p>a</p>'],
    ['<div class="navbar admonition" role="alert">a</div>', '<div class="admonition">a</div>'],
    ['<a id="request" name="body">a</a>', '<p><a id="description-request" name="description-body">a</a></p>'],
    ['<!-- a comment -->', ''],
    ['<T>', '<p>&#x3C;T></p>'],
    ['- <token>', '<ul>\n<li>&#x3C;token></li>\n</ul>'],
    ['Promise<User>[] and </T>', '<p>Promise&#x3C;User>[] and &#x3C;/T></p>'],
    ['import x from "y"\nexport default 1', '<p>import x from "y"\nexport default 1</p>'],
  ])('%s', (markdown, want) => {
    expect(html(markdown).trim()).toBe(want);
  });
});

describe('links', () => {
  it.each([
    [
      'to an operation',
      '[Identify](#/paths/~1rpc~1identify/post)',
      '<a href="/base/reference/coindroids/identify">Identify</a>',
    ],
    ['with escapes', '[a](#/paths/~1a~1%7Bid%7D/get)', '<a href="/base/reference/a">a</a>'],
    ['to a schema', '[User](#/components/schemas/User)', '<a href="/base/reference/a/schemas/user">User</a>'],
    ['to what has no page', 'see [**it**](#/components/schemas/Gone) there', 'see <strong>it</strong> there'],
    ['to a page of the site', '[Start](/docs/start)', '<a href="/base/docs/start">Start</a>'],
    ['to a page with its base URL', '[Start](/base/docs/start)', '<a href="/base/docs/start">Start</a>'],
    ['to a file beside the pages', '[PDF](pathname:///a.pdf)', '<a href="/base/a.pdf">PDF</a>'],
    ['to another host without a scheme', '[x](//example.com/a.md)', '<a href="//example.com/a.md">x</a>'],
    ['to a file on another host', '[x](https://example.com/a.md)', '<a href="https://example.com/a.md">x</a>'],
    ['to a guide', '[a](../docs/my%20guide.mdx#top)', '<a href="guide:docs%2Fmy%20guide.mdx#top">a</a>'],
    ['to a guide from the root', '[a](@site/docs/a.md)', '<a href="guide:docs%2Fa.md">a</a>'],
    ['outwards', '[out](https://example.com)', '<a href="https://example.com">out</a>'],
  ])('%s', (_name, markdown, want) => {
    expect(html(markdown)).toBe(`<p>${want}</p>`);
  });

  it('within the text lead to the ids as they are after all', () => {
    expect(html('[there](#errors)\n\n# Errors')).toBe(
      '<p><a href="#description-errors">there</a></p>\n<h2 id="description-errors">Errors</h2>',
    );
  });

  it('of footnotes too', () => {
    const rendered = html('Text[^1].\n\n[^1]: Note.');
    const [, target] = /href="#([^"]+)"/.exec(rendered) ?? [];
    expect(target).toMatch(/^description-/);
    expect(rendered).toContain(`id="${target}"`);
  });
});

describe('a text without any Markdown', () => {
  it.each([
    'The name of the user.',
    'One, two; three (four) "five" - six/seven? 100% of $5!',
    "It's Größe, 日本語 and more",
    'Visit www.example.com now',
    'A  gap and a trailing blank ',
    'a',
  ])('comes out as it does with Markdown around it: %s', (text) => {
    // An empty comment makes the text go the long way.
    expect(render(text, 'x')).toBe(render(`${text}\n\n<!-- -->`, 'x').trim());
  });
});
