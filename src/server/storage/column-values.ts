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
    const { type, values } = this;
    if (type === 'text') return shortTexts(values) ?? texts(values);
    const { oid, size } = types[type];
    const write = writers[type];
    const bytes = Buffer.allocUnsafe(headSize + values.length * (4 + size));
    let nulls = 0;
    let at = headSize;
    for (const value of values) {
      const length = isNull(value) ? -1 : size;
      bytes.writeInt32BE(length, at);
      at += 4;
      if (length < 0) nulls += 1;
      else {
        write(bytes, value, at);
        at += size;
      }
    }
    return withHead(bytes.subarray(0, at), oid, values.length, nulls > 0);
  }
}

const isNull = (value: unknown): boolean => value === null || value === undefined;

/** Numbers, truths and times, which have as many bytes each. */
const writers: Record<Exclude<ColumnType, 'text'>, (bytes: Buffer, value: unknown, at: number) => void> = {
  int: (bytes, value, at) => bytes.writeInt32BE(value as number, at),
  xid: (bytes, value, at) => bytes.writeUInt32BE(value as number, at),
  smallint: (bytes, value, at) => bytes.writeInt16BE(value as number, at),
  bigint: (bytes, value, at) => bytes.writeBigInt64BE(BigInt(value as number), at),
  bool: (bytes, value, at) => bytes.writeUInt8(value ? 1 : 0, at),
  timestamptz: (bytes, value, at) =>
    bytes.writeBigInt64BE(BigInt(Date.parse(value as string) - epoch) * 1_000n, at),
};

function withHead(bytes: Buffer, oid: number, count: number, hasNulls: boolean): Buffer {
  bytes.writeInt32BE(count === 0 ? 0 : 1, 0);
  bytes.writeInt32BE(hasNulls ? 1 : 0, 4);
  bytes.writeInt32BE(oid, 8);
  bytes.writeInt32BE(count, 12);
  bytes.writeInt32BE(1, 16);
  // Nothing in it: an array without dimensions ends after the type.
  return count === 0 ? bytes.subarray(0, 12) : bytes;
}

/** Texts of any length and kind. */
function texts(values: readonly unknown[]): Buffer {
  let total = headSize;
  for (const value of values) total += 4 + (isNull(value) ? 0 : Buffer.byteLength(value as string));
  const bytes = Buffer.allocUnsafe(total);
  let nulls = 0;
  let at = headSize;
  for (const value of values) {
    const length = isNull(value) ? -1 : bytes.write(value as string, at + 4, 'utf8');
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(0, length);
    if (length < 0) nulls += 1;
  }
  return withHead(bytes, types.text.oid, values.length, nulls > 0);
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
