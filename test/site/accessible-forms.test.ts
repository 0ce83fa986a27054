import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {findAccessibilityProblems, launchBrowser, waitForScripts} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';
import {findRefusedUrl} from '../support/servers.ts';
import {startShopSite, type ShopSite} from '../support/shop-site.ts';

/** A form with fields of every kind and replies of every kind, on a site that has set no colours of its own. */

let site: ShopSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await startShopSite();
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

afterEach(async () => {
  await context.close();
});

async function open(operation: string, options: BrowserContextOptions): Promise<FormPage> {
  context = await browser.newContext({reducedMotion: 'reduce', ...options});
  page = await context.newPage();
  await page.goto(`${site.url}/reference/shop/${operation}`);
  const form = new FormPage(page, `shop/${operation}`);
  await waitForScripts(page);
  await form.form.locator('[data-target]').hover();
  await page.locator('form ~ div [role="status"]').first().waitFor({state: 'attached'});
  return form;
}

async function expectFitting(state: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(width);
  expect(await cutControls(), state).toEqual([]);
}

/** The form and all that comes of it. What stands around it is the same in every state. */
const formSection = 'section[aria-labelledby="try-it"]';

async function expectAccessible(state: string): Promise<void> {
  expect(await findAccessibilityProblems(page, {within: formSection}), state).toEqual([]);
  await expectFitting(state);
}

async function expectPageAccessible(state: string): Promise<void> {
  expect(await findAccessibilityProblems(page), state).toEqual([]);
  await expectFitting(state);
}

/** The controls of the form and its result that stand out of the window, or of a frame that does not scroll. */
function cutControls(): Promise<string[]> {
  return page.locator(':is(form, form ~ *) :is(input, select, textarea, button, a)').evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility({visibilityProperty: true}))
      .filter((control) => {
        const {left, right} = control.getBoundingClientRect();
        const frame = control.closest('[class*="rows"], [class*="tableFrame"], [role="tablist"]');
        return frame === null && (left < -1 || right > innerWidth + 1);
      })
      .map(({outerHTML}) => outerHTML.slice(0, 200)),
  );
}

/** Opens everything that opens: rows, entries, forms to choose from, a schema that holds itself. */
async function openFields({form}: FormPage): Promise<void> {
  await form.getByRole('button', {name: 'Add to tags'}).click();
  await form.getByRole('button', {name: 'Add to tags'}).click();
  await form.getByRole('button', {name: 'Add to lines'}).click();
  await form.getByRole('button', {name: 'Add an entry to labels'}).click();
  await form.getByRole('combobox', {name: 'Form of payment'}).selectOption({label: 'Bank transfer'});
  await form.getByRole('button', {name: /follows/}).click();
}

async function fillValid(form: FormPage, reply: string): Promise<void> {
  await form.form.getByLabel('north').check();
  await form.field('query.reply').selectOption({label: reply});
  await form.fill({'body.customer': 'ada@example.com', 'body.lines.0.sku': 'A-1'});
}

async function sendFor(form: FormPage, reply: string, mediaType: string): Promise<void> {
  await form.field('query.reply').selectOption({label: reply});
  await form.submit.click();
  await form.result.getByText(mediaType, {exact: true}).first().waitFor();
  expect(await form.status()).toBe('200');
}

const surroundings = [
  {colorScheme: 'light', width: 360},
  {colorScheme: 'dark', width: 1600},
  // 1280 pixels at 400 % (WCAG 2.2, 1.4.10).
  {colorScheme: 'light', width: 320},
] as const;

describe.each(surroundings)('$colorScheme at $width pixels', ({colorScheme, width}) => {
  it('the fields: at first, opened, and with mistakes', async () => {
    const form = await open('place-order', {colorScheme, viewport: {width, height: 900}});
    await expectPageAccessible('at first');
    await openFields(form);
    await expectAccessible('opened');
    await form.fill({'body.customer': 'nobody', 'body.amount': '0.1', 'body.lines.0.sku': 'wrong'});
    expect(await form.send()).toBe('invalid');
    await expectAccessible('with mistakes');
    await page.goto(`${site.url}/reference/shop/put-photos`);
    await page.getByRole('button', {name: /Add/}).first().waitFor();
    await expectPageAccessible('files');
  });

  it('the replies: on their way, tree, raw, search, bytes, pictures, headers, history, comparison', async () => {
    const form = await open('place-order', {colorScheme, viewport: {width, height: 900}});
    await form.form.getByRole('button', {name: 'Add to lines'}).click();
    await fillValid(form, 'events');
    await form.submit.click();
    await page.getByRole('alertdialog').waitFor();
    await expectAccessible('before a live send');
    await form.confirm();
    await page.locator('[data-arriving]').getByText('2 events so far').waitFor();
    await expectAccessible('streaming');
    await form.form.getByRole('button', {name: 'Cancel'}).click();
    expect(await form.status()).toBe('cancelled');
    await expectAccessible('cancelled');

    await sendFor(form, 'wrong', 'application/json');
    await page.getByRole('tree', {name: 'Body'}).waitFor();
    await page.getByRole('searchbox', {name: 'Search in the body'}).fill('A-1');
    await page.getByText(/^Headers of the reply/).click();
    await expectAccessible('a tree with marks');
    await page.getByRole('tab', {name: 'Raw'}).last().click();
    await expectAccessible('raw');
    for (const [reply, mediaType] of [
      ['text', 'text/html'],
      ['bytes', 'application/octet-stream'],
      ['image', 'image/png'],
    ] as const) {
      await sendFor(form, reply, mediaType);
      await expectAccessible(reply);
    }
    await sendFor(form, 'order', 'application/json');
    await page.getByText(/^History \(/).click();
    const history = page.getByRole('region', {name: /^History/});
    await history.getByRole('checkbox').nth(1).waitFor();
    for (const box of (await history.getByRole('checkbox').all()).slice(0, 2)) await box.check();
    await history
      .getByRole('button', {name: /^Look at/})
      .first()
      .click();
    await history.getByRole('tree').waitFor();
    await expectAccessible('history and comparison');
  });

  it('a failure with what was tried', async () => {
    const form = await open('place-order', {colorScheme, viewport: {width, height: 900}});
    await form.sendTo(await findRefusedUrl());
    await form.form.getByRole('button', {name: 'Add to lines'}).click();
    await fillValid(form, 'order');
    await form.submit.click();
    await form.confirm();
    expect(await form.status()).toBe('network-error');
    for (const summary of await form.result.locator('summary').all()) await summary.click();
    await expectAccessible('failure');
  });

  it('the body as text', async () => {
    const form = await open('place-order', {colorScheme, viewport: {width, height: 900}});
    const tab = form.form.getByRole('tab').last();
    await tab.click();
    await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
    await expectPageAccessible('raw body');
    await form.form.getByRole('textbox', {name: /body/i}).last().fill('{"customer": ');
    await expectAccessible('raw body with a mistake');
  });

  it('a simulation', async () => {
    const form = await open('place-order', {colorScheme, viewport: {width, height: 900}});
    await form.form.locator('[data-target]').selectOption('demo');
    await form.form.locator('[data-simulate]').selectOption('offline');
    await form.form.getByText(/^Simulating/).waitFor();
    await expectAccessible('simulate');
  });
});

describe('forced colours', () => {
  it('every control has a line around it, and what is chosen, wrong or has the focus is seen', async () => {
    const form = await open('place-order', {forcedColors: 'active', viewport: {width: 1280, height: 900}});
    await openFields(form);
    await form.fill({'body.customer': 'nobody'});
    expect(await form.send()).toBe('invalid');
    expect(await controlsWithoutLine()).toEqual([]);
    const borderOf = (name: string) =>
      form.field(name).evaluate((control) => Number.parseFloat(getComputedStyle(control).borderTopWidth));
    expect(await borderOf('body.customer')).toBeGreaterThan(await borderOf('body.secret'));
    expect(await form.message('body.customer')).not.toBe('');
    const outline = await form.field('body.customer').evaluate((control) => {
      control.focus();
      const {outlineStyle, outlineWidth, outlineColor, backgroundColor} = getComputedStyle(control);
      return {outlineStyle, outlineWidth: Number.parseFloat(outlineWidth), outlineColor, backgroundColor};
    });
    expect(outline.outlineStyle).toBe('solid');
    expect(outline.outlineWidth).toBeGreaterThanOrEqual(2);
    expect(outline.outlineColor).not.toBe(outline.backgroundColor);

    await context.close();
    const sent = await open('place-order', {forcedColors: 'active', viewport: {width: 1280, height: 900}});
    await sent.form.getByRole('button', {name: 'Add to lines'}).click();
    await fillValid(sent, 'wrong');
    await sent.submit.click();
    await sent.confirm();
    expect(await sent.status()).toBe('200');
    await page.getByRole('tree', {name: 'Body'}).waitFor();
    expect(await controlsWithoutLine()).toEqual([]);
    const lineOf = (isSelected: boolean) =>
      page
        .getByRole('tablist', {name: 'Views of the body'})
        .getByRole('tab', {selected: isSelected})
        .first()
        .evaluate((tab) => getComputedStyle(tab).borderBottomColor);
    expect(await lineOf(true)).not.toBe(await lineOf(false));
    const chosen = page.getByRole('treeitem', {selected: true});
    expect(await chosen.evaluate((row) => getComputedStyle(row).outlineStyle)).toBe('solid');
  });

  /** Controls that only their ground would tell from the page: forced colours take it away. */
  function controlsWithoutLine(): Promise<string[]> {
    return page.locator(':is(form, form ~ *) :is(input, select, textarea, button)').evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility({visibilityProperty: true}))
        .filter((control) => !control.matches('[type="checkbox"], [type="radio"], [type="file"], [role="tab"]'))
        .filter((control) => {
          const {borderTopWidth, borderTopStyle, textDecorationLine} = getComputedStyle(control);
          const hasBorder = Number.parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none';
          return !hasBorder && textDecorationLine !== 'underline';
        })
        .map(({outerHTML}) => outerHTML.slice(0, 200)),
    );
  }
});

describe('reduced motion', () => {
  it('nothing of the form moves, also while it sends', async () => {
    const form = await open('place-order', {viewport: {width: 1280, height: 900}});
    await form.form.getByRole('button', {name: 'Add to lines'}).click();
    await fillValid(form, 'events');
    await form.submit.click();
    await form.confirm();
    await page.locator('[data-arriving]').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    const moving = await page.locator('body *').evaluateAll((elements) =>
      elements
        .filter((element) => {
          const {animationName, animationDuration, transitionDuration} = getComputedStyle(element);
          const longest = (durations: string) => Math.max(...durations.split(',').map(Number.parseFloat));
          return (
            (animationName !== 'none' && longest(animationDuration) > 0.001) || longest(transitionDuration) > 0.001
          );
        })
        .map(({outerHTML}) => outerHTML.slice(0, 200)),
    );
    expect(moving).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('is enough for a whole send with a list, and the focus is never lost', async () => {
    const form = await open('place-order', {viewport: {width: 1280, height: 900}});
    expect(await page.title()).toContain('Place an order');
    const press = async (key: string) => {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.closest('form, form ~ *') !== null), key).toBe(true);
    };
    /** What has the focus, by what it is called for those who hear it. */
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        return `${element?.getAttribute('aria-label') ?? ''} ${labels.map(({textContent}) => textContent).join(' ')} ${element?.textContent ?? ''}`;
      });
    const tabTo = async (name: RegExp) => {
      for (let count = 0; count < 60; count++) {
        if (name.test(await focused())) return;
        await press('Tab');
      }
      throw new Error(`The focus never came to ${String(name)}.`);
    };

    await form.form.locator('[data-target]').focus();
    await tabTo(/north/);
    await press('Space');
    await form.field('query.reply').focus();
    await page.keyboard.type('order');
    await tabTo(/customer/);
    await page.keyboard.type('ada@example.com');
    await tabTo(/Add to tags/);
    await press('Enter');
    await page.keyboard.type('first');
    await tabTo(/Add to tags/);
    await press('Enter');
    await page.keyboard.type('second');
    await tabTo(/Move tags 2 up/);
    await press('Enter');
    expect(await form.field('body.tags.0').inputValue()).toBe('second');
    await tabTo(/Remove tags 1/);
    await press('Enter');
    expect(await form.field('body.tags.0').inputValue()).toBe('first');
    expect(await focused()).toContain('Remove');
    await press('Enter');
    expect(await focused()).toContain('Add to tags');
    await tabTo(/Add to lines/);
    await press('Enter');
    await page.keyboard.type('A-1');
    await press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await tabTo(/Send real data/);
    await press('Enter');
    expect(await form.status()).toBe('200');
    expect(form.page.url()).not.toContain('?');
    await form.form.getByRole('button', {name: 'Clear', exact: true}).focus();
    await press('Enter');
    expect(await focused()).toContain('Clear');
  });
});
