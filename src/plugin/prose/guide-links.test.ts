import {describe, expect, it} from 'vitest';
import {resolveGuideLinks} from './guide-links.ts';

const pages: Record<string, string> = {'docs/my guide.mdx': '/base/docs/my-guide'};
const resolve = (text: string): string => resolveGuideLinks(text, (file) => pages[file]);

describe('resolveGuideLinks', () => {
  const html = '<p><a href="guide:docs%2Fmy%20guide.mdx#top" title="T">a</a> <a href="guide:docs%2Fgone.md">b</a></p>';
  const want = '<p><a href="/base/docs/my-guide#top" title="T">a</a> <a>b</a></p>';

  it('leads to the page of a guide, and leaves the text where there is none', () => {
    expect(resolve(html)).toBe(want);
  });

  it('does so in JSON', () => {
    expect(JSON.parse(resolve(JSON.stringify({html})))).toEqual({html: want});
  });
});
