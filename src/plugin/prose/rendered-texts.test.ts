import {describe, expect, it} from 'vitest';
import type {DocumentLinks} from './document-links.ts';
import {listenTo, renderOnce} from './rendered-texts.ts';
import {createRenderMarkdown} from './render-markdown.ts';

const linksTo = (pages: Record<string, string>, baseUrl = '/', folder = ''): DocumentLinks => ({
  baseUrl,
  folder,
  operation: (pointer) => pages[pointer],
  schema: (name) => pages[name],
});

describe('texts that are rendered again', () => {
  const markdown = 'See [it](#/components/schemas/User) and [that](#/paths/~1a/get).';
  const render = (links: DocumentLinks): string => createRenderMarkdown(links)(markdown, 'x');

  it('follow what their links lead to', () => {
    expect(render(linksTo({User: '/user'}))).toBe('<p>See <a href="/user">it</a> and that.</p>');
    expect(render(linksTo({User: '/person'}))).toBe('<p>See <a href="/person">it</a> and that.</p>');
    expect(render(linksTo({'#/paths/~1a/get': '/a'}))).toBe('<p>See it and <a href="/a">that</a>.</p>');
    expect(render(linksTo({User: '/user'}))).toBe('<p>See <a href="/user">it</a> and that.</p>');
  });

  it('follow where the site and the document are', () => {
    const text = '[page](/page) [file](./guide.md)';
    const at = (baseUrl: string, folder: string): string =>
      createRenderMarkdown(linksTo({}, baseUrl, folder))(text, 'x');
    expect(at('/', 'openapi')).toBe('<p><a href="/page">page</a> <a href="guide:openapi%2Fguide.md">file</a></p>');
    expect(at('/docs/', 'api')).toBe('<p><a href="/docs/page">page</a> <a href="guide:api%2Fguide.md">file</a></p>');
  });

  it('have their headings where they stand', () => {
    const at = (place: string): string => createRenderMarkdown(linksTo({}))('# Title', place);
    expect(at('description')).toBe('<h2 id="description-title">Title</h2>');
    expect(at('body')).toBe('<h3 id="body-title">Title</h3>');
    expect(at('description')).toBe('<h2 id="description-title">Title</h2>');
  });

  it('are not made again', () => {
    let times = 0;
    const once = (): string => renderOnce('made once', listenTo(linksTo({})), () => `made ${(times += 1)}`);
    expect([once(), once()]).toEqual(['made 1', 'made 1']);
  });

  it('are forgotten when they are too many', () => {
    let times = 0;
    const large = 'x'.repeat(1_000_000);
    const make = (key: string): string =>
      renderOnce(key, listenTo(linksTo({})), () => `${(times += 1)}${large}`).slice(0, -large.length);
    make('first');
    for (let number = 0; number < 40; number++) make(`text ${number}`);
    expect(make('text 39')).toBe('41');
    expect(make('first')).toBe('42');
  });
});
