/** What stands in a cell: text, a number, the days of a date, or a number that was computed. */
export type XlsCell = string | number | { days: number } | { computed: number } | null;
export interface XlsSheet {
  name: string;
  rows: XlsCell[][];
  /** Merged areas: first and last row, first and last column, from 0. */
  merged?: [number, number, number, number][];
}

const u16 = (...values: number[]): number[] => values.flatMap((value) => [value & 255, (value >> 8) & 255]);
const u32 = (...values: number[]): number[] =>
  values.flatMap((value) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255]);
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const record = (id: number, data: number[]): number[] => [...u16(id, data.length), ...data];
const begin = (kind: number, version = 0x0600): number[] =>
  record(0x0809, [...u16(version, kind, 0x0dbb, 0x07cc), ...u32(0, 6)]);
const end = record(0x000a, []);
/** Letters as bytes where they fit into them, as Excel writes them. */
const letters = (text: string): number[] =>
  /[^\0-\u00ff]/.test(text)
    ? [1, ...u16(...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)))]
    : [0, ...Array.from(text, (letter) => letter.charCodeAt(0))];
const format = (kind: number): number[] =>
  record(0x00e0, [...u16(0, kind), ...Array.from({ length: 16 }, () => 0)]);

/** A workbook of Excel 97 to 2003 (BIFF8), small enough for one sector of its table. */
export function makeXls(
  sheets: readonly XlsSheet[],
  { password = false, version = 0x0600, stream = 'Workbook' } = {},
): Uint8Array<ArrayBuffer> {
  const strings = [
    ...new Set(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string')),
  ];
  const head = [
    ...begin(0x0005, version),
    ...(password ? record(0x002f, u16(0, 0, 0)) : []),
    // Plain numbers, and days.
    ...format(0),
    ...format(14),
  ];
  const table = record(0x00fc, [
    ...u32(strings.length, strings.length),
    ...strings.flatMap((text) => [...u16(text.length), ...letters(text)]),
  ]);
  const bodies = sheets.map((sheet) => sheetOf(sheet, strings));
  const namesLength = sheets.reduce(
    (sum, { name }) => sum + record(0, [0, 0, 0, 0, 0, 0, name.length, ...letters(name)]).length,
    0,
  );
  let at = head.length + namesLength + table.length + end.length;
  const names = sheets.flatMap(({ name }, index) => {
    const place = at;
    at += bodies[index]!.length;
    return record(0x0085, [...u32(place), 0, 0, name.length, ...letters(name)]);
  });
  return inCompound(stream, [...head, ...names, ...table, ...end, ...bodies.flat()]);
}

function sheetOf({ rows, merged = [] }: XlsSheet, strings: readonly string[]): number[] {
  const cells = rows.flatMap((row, line) =>
    row.flatMap((cell, column) => {
      if (cell === null) return [];
      if (typeof cell === 'string')
        return record(0x00fd, [...u16(line, column, 0), ...u32(strings.indexOf(cell))]);
      if (typeof cell === 'number') return record(0x0203, [...u16(line, column, 0), ...f64(cell)]);
      if ('days' in cell) return record(0x0203, [...u16(line, column, 1), ...f64(cell.days)]);
      return record(0x0006, [
        ...u16(line, column, 0),
        ...f64(cell.computed),
        ...u16(0),
        ...u32(0),
        ...u16(0),
      ]);
    }),
  );
  const areas =
    merged.length > 0
      ? record(0x00e5, [...u16(merged.length), ...merged.flatMap((area) => u16(...area))])
      : [];
  return [...begin(0x0010), ...cells, ...areas, ...end];
}

const sector = 512;
const free = 0xffffffff;
const lastOfChain = 0xfffffffe;

/** One stream in a compound file: its table of sectors, its directory, its bytes. */
function inCompound(name: string, content: readonly number[]): Uint8Array<ArrayBuffer> {
  // Shorter streams would lie in sectors of another kind.
  const size = Math.max(content.length, 4096);
  const sectors = Math.ceil(size / sector);
  const entry = (title: string, kind: number, child: number, first: number, length: number): number[] => [
    ...Array.from({ length: 64 }, (_, at) => (at % 2 === 0 ? title.charCodeAt(at / 2) || 0 : 0)),
    ...u16((title.length + 1) * 2),
    ...[kind, 1],
    ...u32(free, free, child),
    ...Array.from({ length: 36 }, () => 0),
    ...u32(first, length, 0),
  ];
  const header = [
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...Array.from({ length: 16 }, () => 0),
    ...u16(0x3e, 3, 0xfffe, 9, 6),
    ...[0, 0, 0, 0, 0, 0],
    ...u32(0, 1, 1, 0, 4096, lastOfChain, 0, lastOfChain, 0, 0),
    ...Array.from({ length: 108 }, () => u32(free)).flat(),
  ];
  const chain = Array.from({ length: sectors }, (_, at) => (at === sectors - 1 ? lastOfChain : at + 3));
  const table = [0xfffffffd, lastOfChain, ...chain];
  const directory = [...entry('Root Entry', 5, 1, lastOfChain, 0), ...entry(name, 2, free, 2, size)];
  const bytes = new Uint8Array(sector * (3 + sectors));
  bytes.set(header);
  bytes.set(Array.from({ length: 128 }, (_, at) => u32(table[at] ?? free)).flat(), sector);
  bytes.set([...directory, ...entry('', 0, free, 0, 0), ...entry('', 0, free, 0, 0)], 2 * sector);
  bytes.set(content, 3 * sector);
  return bytes;
}
