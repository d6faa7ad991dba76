/** How many bytes a value of each type has, and its number in PostgreSQL; texts have as many as they need. */
const types = {
  text: { oid: 25, size: 0 },
  int: { oid: 23, size: 4 },
  smallint: { oid: 21, size: 2 },
  bigint: { oid: 20, size: 8 },
  bool: { oid: 16, size: 1 },
  xid: { oid: 28, size: 4 },
  timestamptz: { oid: 1184, size: 8 },
} as const;

export type ColumnType = keyof typeof types;

/** Where the time of PostgreSQL begins, in milliseconds of ours. */
const epoch = Date.UTC(2000, 0, 1);
/** Dimensions, nulls, type, count, first index: four bytes each. */
const headSize = 20;

/**
 * The values of one column, as a statement takes many rows. As text every quote of the JSON in them would be escaped here
 * and looked for there; this way each goes as it is. Times are texts as of `toISOString`.
 */
export class ColumnValues {
  constructor(
    readonly type: ColumnType,
    readonly values: readonly unknown[],
  ) {}

  /** What `pg` sends: an array in the binary form of PostgreSQL. */
  toPostgres(): Buffer {
    const { values } = this;
    const texts = this.type === 'text' ? shortTexts(values) : undefined;
    if (texts) return texts;
    const { oid, size } = types[this.type];
    const lengths = values.map((value) =>
      value === null || value === undefined ? -1 : size || Buffer.byteLength(value as string),
    );
    let total = headSize;
    for (const length of lengths) total += 4 + Math.max(0, length);
    const bytes = Buffer.allocUnsafe(total);
    bytes.writeInt32BE(values.length === 0 ? 0 : 1, 0);
    bytes.writeInt32BE(lengths.includes(-1) ? 1 : 0, 4);
    bytes.writeInt32BE(oid, 8);
    bytes.writeInt32BE(values.length, 12);
    bytes.writeInt32BE(1, 16);
    let at = headSize;
    for (const [index, value] of values.entries()) {
      const length = lengths[index]!;
      bytes.writeInt32BE(length, at);
      at += 4;
      if (length < 0) continue;
      this.#write(bytes, value, at);
      at += length;
    }
    // Nothing in it: an array without dimensions ends after the type.
    return values.length === 0 ? bytes.subarray(0, 12) : bytes;
  }

  #write(bytes: Buffer, value: unknown, at: number): void {
    switch (this.type) {
      case 'text':
        bytes.write(value as string, at, 'utf8');
        return;
      case 'int':
        bytes.writeInt32BE(value as number, at);
        return;
      case 'xid':
        bytes.writeUInt32BE(value as number, at);
        return;
      case 'smallint':
        bytes.writeInt16BE(value as number, at);
        return;
      case 'bigint':
        bytes.writeBigInt64BE(BigInt(value as number), at);
        return;
      case 'bool':
        bytes.writeUInt8(value ? 1 : 0, at);
        return;
      case 'timestamptz':
        bytes.writeBigInt64BE(BigInt(Date.parse(value as string) - epoch) * 1_000n, at);
    }
  }
}

/** Four bytes, as letters of which each stands for one byte. */
const letters = (value: number): string =>
  String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
/** Longer texts are seldom without letters beyond ASCII; so are the letters that their lengths come to. */
const short = 127;
const lengthsAsLetters = Array.from({ length: short + 1 }, (_, length) => letters(length));
const textHead = letters(1) + letters(0) + letters(types.text.oid);
/** What is more than one byte in UTF-8. */
const beyondAscii = /[\u0080-\uffff]/;

/**
 * A column of short texts in ASCII, as ids, codes and times are: put together as letters, and made bytes at one go instead
 * of by two calls for each value. Undefined where it holds anything else.
 */
function shortTexts(values: readonly unknown[]): Buffer | undefined {
  let all = '';
  for (const value of values) {
    if (typeof value !== 'string' || value.length > short) return undefined;
    all += lengthsAsLetters[value.length]! + value;
  }
  if (values.length === 0 || beyondAscii.test(all)) return undefined;
  return Buffer.from(textHead + letters(values.length) + letters(1) + all, 'latin1');
}
