import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {dark, light} from './prism-themes.ts';

const css = readFileSync(new URL('custom.css', import.meta.url), 'utf8');
const lightColours = readColours(css, ':root');
const modes = [
  {mode: 'light', colours: lightColours, prism: light},
  {mode: 'dark', colours: readColours(css, "  html[data-theme='dark']"), prism: dark},
];

const grounds = ['--ifm-background-color', '--api-surface', '--api-surface-raised', '--api-code-bg'];
const messages = ['success', 'warning', 'danger', 'info'].map((name) => `--api-${name}`);
const badges = [
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'].map((method) => `--api-${method}`),
  ...['2xx', '3xx', '4xx', '5xx'].map((status) => `--api-status-${status}`),
];
const softMessages = messages.map((name) => `${name}-soft`);

/** Each text colour with every ground that it may stand on. */
const textOnGround: [text: string, grounds: string[]][] = [
  ['--ifm-font-color-base', [...grounds, ...softMessages, '--api-accent-soft', '--api-selection']],
  ['--ifm-heading-color', [...grounds, ...softMessages, '--api-selection']],
  ['--api-muted', [...grounds, ...softMessages]],
  ['--ifm-color-content-secondary', grounds],
  ['--ifm-color-primary', [...grounds, ...softMessages, '--api-accent-soft']],
  ['--api-on-accent', ['--api-accent-fill']],
  ...messages.map((name): [string, string[]] => [name, [...grounds, `${name}-soft`]]),
  ...badges.map((name): [string, string[]] => [name, [...grounds, `${name}-soft`]]),
];

describe.each(modes)('colours in $mode mode', ({colours, prism}) => {
  it('are defined alike in both modes', () => {
    expect(Object.keys(colours).toSorted()).toEqual(Object.keys(lightColours).toSorted());
  });

  it.each(textOnGround)('%s can be read on every ground (WCAG 2.2, 1.4.3)', (text, places) => {
    const ratios = places.map((ground) => ({
      ground,
      ratio: contrast(colourOf(colours, text), colourOf(colours, ground)),
    }));
    expect(ratios.filter(({ratio}) => ratio < 4.5)).toEqual([]);
  });

  it.each(['--api-border-strong', '--api-focus'])('%s can be seen on every ground (WCAG 2.2, 1.4.11)', (name) => {
    const ratios = grounds.map((ground) => ({
      ground,
      ratio: contrast(colourOf(colours, name), colourOf(colours, ground)),
    }));
    expect(ratios.filter(({ratio}) => ratio < 3)).toEqual([]);
  });

  it('gives code the ground that custom.css names', () => {
    expect(prism.plain.backgroundColor).toBe(colours['--api-code-bg']);
  });

  it('gives every token of code enough contrast, on a highlighted line too', () => {
    const tokens = [
      {types: ['plain'], color: prism.plain.color},
      ...prism.styles.flatMap(({types, style}) => (style.color === undefined ? [] : [{types, color: style.color}])),
    ];
    expect(tokens.length).toBeGreaterThan(5);
    const tooFaint = tokens.filter(({color}) =>
      ['--api-code-bg', '--api-accent-soft'].some(
        (ground) => contrast(color ?? 'none', colourOf(colours, ground)) < 4.5,
      ),
    );
    expect(tooFaint).toEqual([]);
  });

  it('fades no token of code', () => {
    expect(prism.styles.filter(({style}) => style.opacity !== undefined)).toEqual([]);
  });
});

describe('contrast', () => {
  it('is 21 between black and white, and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  it('agrees with the well-known threshold grey on white', () => {
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
});

/** The custom properties of the first rule with this selector, as far as it is indented, whose value is a hex colour. */
function readColours(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...rule.matchAll(/^\s*(--[\w-]+): (#[0-9a-f]{6});$/gm)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

function colourOf(colours: Record<string, string>, name: string): string {
  const colour = colours[name];
  if (colour === undefined) throw new Error(`custom.css does not define ${name} as a hex colour in this mode.`);
  return colour;
}

/** The contrast ratio of two hex colours (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`${hex} is not a colour of the form #rrggbb.`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
