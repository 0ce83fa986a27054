import type {Locator, Page} from 'playwright';

/** One of several forms on a page, with the result that belongs to it. */
export class GuideForm {
  readonly form: Locator;
  readonly result: Locator;

  readonly page: Page;
  /** Form and everything below it. */
  private readonly console: Locator;

  /**
   * @param title of the operation, by which its result is known
   * @param operation `<api>/<slug>`, as in `data-operation`
   */
  constructor(page: Page, title: string, operation: string) {
    this.page = page;
    this.form = page.locator(`form[data-operation="${operation}"]`);
    this.console = this.form.locator('..');
    this.result = this.console.getByRole('region', {name: `Result, ${title}`, exact: true});
  }

  /** The control of a field: `body.email`. */
  field(name: string): Locator {
    return this.form.locator(`[name="${name}"]`);
  }

  async example(summary: string): Promise<void> {
    await this.form.getByRole('button', {name: summary, exact: true}).click();
  }

  /** Presses the button of the form and waits for the `data-status` of what comes of it. */
  async send(): Promise<string> {
    await this.form.locator('button[type="submit"]').click();
    await this.form.and(this.page.locator('[data-state="done"], [data-state="failed"]')).waitFor();
    return (await this.console.locator('[data-result]').getAttribute('data-status')) ?? '';
  }

  async state(): Promise<string | null> {
    return this.form.getAttribute('data-state');
  }

  /** Presses a button of the result or of what is below it. The first, where a reply has several of this name. */
  async press(name: string): Promise<void> {
    await this.console.getByRole('button', {name, exact: true}).first().click();
  }

  /** The six digits of the newest message in the mailbox below the form. */
  async codeOfLastMail(): Promise<string> {
    const newest = this.console
      .getByRole('region', {name: /^Mailbox/})
      .locator('details')
      .first();
    await newest.locator('summary').click();
    return /^\d{6}$/m.exec(await newest.innerText())?.[0] ?? '';
  }
}
