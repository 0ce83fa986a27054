import type {Locator, Page} from 'playwright';

/** A form on a page as its reader knows it. All selectors of forms and results stand here. */
export class FormPage {
  readonly form: Locator;
  readonly result: Locator;

  readonly page: Page;

  /** @param operation `<api>/<slug>`, as in `data-operation` */
  constructor(page: Page, operation: string) {
    this.page = page;
    this.form = page.locator(`form[data-operation="${operation}"]`);
    this.result = page.locator('[data-result]');
  }

  /** The control of a field: `body.email`. */
  field(name: string): Locator {
    return this.form.locator(`[name="${name}"]`);
  }

  /** What stands beside a field in red. */
  async message(name: string): Promise<string> {
    const described = (await this.field(name).first().getAttribute('aria-describedby')) ?? '';
    const id = described.split(' ').find((part) => part.endsWith('-error')) ?? '';
    return (await this.page.locator(`[id="${id}"]`).innerText()).trim();
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name).fill(value);
  }

  /** Presses the button and waits for what comes of it. */
  async send(): Promise<string> {
    await this.submit.click();
    return this.status();
  }

  get submit(): Locator {
    return this.form.locator('button[type="submit"]');
  }

  /** The `data-status` of the result, once sending is over. */
  async status(): Promise<string> {
    await this.form.and(this.page.locator('[data-state="done"], [data-state="failed"]')).waitFor();
    return (await this.result.getAttribute('data-status')) ?? '';
  }

  /** Sends to a server of the reader's own from here on. */
  async sendTo(url: string): Promise<void> {
    await this.form.locator('[data-target]').selectOption('own');
    await this.form.getByLabel('Address of the server').fill(url);
    await this.form.getByRole('button', {name: 'Use', exact: true}).click();
  }

  /** Agrees that real data goes out. */
  async confirm(): Promise<void> {
    await this.page.getByRole('button', {name: 'Send real data'}).click();
  }
}
