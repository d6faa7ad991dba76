import { makeZip, type ZipPart } from './make-zip.js';

/** A cell as its attributes and what is in it (`<v>1</v>`), or simply its text or number. */
export type RawCell = string | number | null | { t?: string; s?: number; inside: string };

export interface RawSheet {
  name: string;
  rows: readonly (readonly RawCell[])[];
  state?: 'hidden' | 'veryHidden';
  /** Lines that are hidden. */
  hiddenLines?: readonly number[];
  /** What stands before and behind the rows: `<cols>…`, `<mergeCells>…`. */
  before?: string;
  behind?: string;
  /** In place of everything that would be made of the rows. */
  xml?: string;
}

export interface RawWorkbook {
  sheets: readonly RawSheet[];
  from1904?: boolean;
  /** Texts that cells with `t: 's'` refer to, as the inside of their `<si>`. */
  strings?: readonly string[];
  /** Formats of cell styles 0, 1, 2 …: an id, or a code. */
  formats?: readonly (number | string)[];
  /** Further parts, or others in the place of these. */
  parts?: readonly ZipPart[];
  /** Prefix of all elements, as some programs write it. */
  prefix?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The bytes of an XLSX file, written by hand so that it can hold what no careful program writes. */
export function makeWorkbook(workbook: RawWorkbook): Uint8Array<ArrayBuffer> {
  return makeZip(workbookParts(workbook));
}

export function workbookParts(workbook: RawWorkbook): ZipPart[] {
  const { sheets, from1904, strings, formats = [0], parts = [], prefix } = workbook;
  const own = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    data: sheet.xml ?? sheetXml(sheet),
  }));
  const made: ZipPart[] = [
    { name: '_rels/.rels', data: relationships([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
        ...(strings ? [['sharedStrings', '/xl/sharedStrings.xml'] as const] : []),
      ]),
    },
    { name: 'xl/styles.xml', data: stylesXml(formats) },
    ...(strings
      ? [
          {
            name: 'xl/sharedStrings.xml',
            data: `${head}<sst xmlns="${main}">${strings.map((inside) => `<si>${inside}</si>`).join('')}</sst>`,
          },
        ]
      : []),
    ...own,
  ];
  const names = new Set(parts.map(({ name }) => name));
  return [...made.filter(({ name }) => !names.has(name)), ...parts].map((part) =>
    prefix && typeof part.data === 'string' && part.name.startsWith('xl/w') && !part.name.includes('_rels')
      ? { ...part, data: prefixed(part.data, prefix) }
      : part,
  );
}

function sheetXml({ rows, hiddenLines = [], before = '', behind = '' }: RawSheet): string {
  const lines = rows.map((cells, index) => {
    const line = index + 1;
    const inside = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${line}`)).join('');
    return `<row r="${line}"${hiddenLines.includes(line) ? ' hidden="1"' : ''}>${inside}</row>`;
  });
  return `${head}<worksheet xmlns="${main}">${before}<sheetData>${lines.join('')}</sheetData>${behind}</worksheet>`;
}

function cellXml(cell: RawCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  const { t, s, inside } = cell;
  return `<c r="${place}"${t ? ` t="${t}"` : ''}${s === undefined ? '' : ` s="${s}"`}>${inside}</c>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const own = formats.flatMap((format, index) => (typeof format === 'string' ? [[200 + index, format]] : []));
  const ids = formats.map((format, index) => (typeof format === 'string' ? 200 + index : format));
  return `${head}<styleSheet xmlns="${main}"><numFmts>${own
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(String(code))}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${ids
    .map((id) => `<xf numFmtId="${id}"/>`)
    .join('')}</cellXfs></styleSheet>`;
}

function relationships(list: readonly (readonly [string, string])[]): string {
  return `${head}<Relationships xmlns="${packageRelations}">${list
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}

const prefixed = (xml: string, prefix: string): string =>
  xml.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`).replace('xmlns=', `xmlns:${prefix}=`);

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

function escapeXml(text: string): string {
  return text.replace(/[<&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
