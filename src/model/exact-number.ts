/**
 * A number exactly as it is written, where a JavaScript number would change its digits: `9007199254740993`, `1.10`,
 * `1e400`. `text` is a JSON number (RFC 8259, section 6).
 */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
