import { SheetFault, type Separator } from './sheet-file.types.js';

/** A record and the number that a spreadsheet program gives it. */
export interface CsvRecord {
  line: number;
  fields: string[];
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Takes CSV apart as it comes. What stands behind a closing quote is kept, as spreadsheet programs do. Throws a
 * `SheetFault`: `quote-open` and `line-too-long`, with the line where it begins.
 */
export class CsvReader {
  readonly records: CsvRecord[] = [];
  readonly #separator: number;
  readonly #longest: number;
  #fields: string[] = [];
  #field = '';
  /** Characters of the record so far. */
  #length = 0;
  #line = 1;
  #quoted = false;
  /** The last character was a quote within a quoted field: its end, or the first half of a quote. */
  #maybeEnd = false;
  #skipLineFeed = false;

  constructor(separator: Separator, longest: number) {
    this.#separator = separator.charCodeAt(0);
    this.#longest = longest;
  }

  add(text: string): void {
    // Runs of ordinary characters are taken at once.
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const inQuotes = this.#quoted && !this.#maybeEnd;
      if (inQuotes ? code !== quote : this.#isPlain(code)) continue;
      this.#take(text.slice(from, at));
      from = at + 1;
      this.#sign(code, text.charAt(at));
    }
    this.#take(text.slice(from));
  }

  /** The end of the text. */
  end(): void {
    if (this.#quoted && !this.#maybeEnd) throw new SheetFault('quote-open', { line: this.#line });
    if (this.#length > 0) this.#endRecord();
  }

  #isPlain(code: number): boolean {
    return (
      code !== this.#separator &&
      code !== quote &&
      code !== lineFeed &&
      code !== carriageReturn &&
      !this.#maybeEnd &&
      !this.#skipLineFeed
    );
  }

  #take(plain: string): void {
    this.#field += plain;
    this.#length += plain.length;
    if (this.#length <= this.#longest) return;
    throw new SheetFault(this.#quoted ? 'quote-open' : 'line-too-long', { line: this.#line });
  }

  #sign(code: number, sign: string): void {
    const secondOfLineEnd = this.#skipLineFeed && code === lineFeed;
    this.#skipLineFeed = false;
    if (secondOfLineEnd) return;
    this.#length += 1;
    if (this.#quoted && !this.#maybeEnd) {
      this.#maybeEnd = true;
      return;
    }
    if (this.#maybeEnd) {
      this.#maybeEnd = false;
      if (code === quote) {
        this.#field += sign;
        return;
      }
      this.#quoted = false;
    }
    if (code === this.#separator) this.#endField();
    else if (code === lineFeed || code === carriageReturn) {
      this.#skipLineFeed = code === carriageReturn;
      this.#endRecord();
    } else if (code === quote && this.#field === '') this.#quoted = true;
    else this.#field += sign;
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = '';
  }

  #endRecord(): void {
    this.#endField();
    this.records.push({ line: this.#line, fields: this.#fields });
    this.#fields = [];
    this.#quoted = false;
    this.#maybeEnd = false;
    this.#length = 0;
    this.#line += 1;
  }
}
