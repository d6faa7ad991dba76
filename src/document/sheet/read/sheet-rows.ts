import { serialDate } from '../../../domain/fund/import/serial-date.js';
import type { TableCell } from '../../../domain/fund/import/table.types.js';
import { SheetFault, type SheetLimits } from './sheet-file.types.js';
import { textOf } from './tidy.js';
import { isOn } from './workbook.js';
import type { XmlListener } from './xml-stream.js';

/** What cells refer to. */
export interface CellContext {
  strings: readonly string[];
  dateStyles: readonly boolean[];
  from1904: boolean;
}

/** A merged area: lines from 1, columns from 0, both ends within. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a sheet holds. */
export interface SheetContent {
  rows: OpenRow[];
  areas: Area[];
  hiddenColumns: { from: number; to: number }[];
  formulas: number;
  /** Something stands beyond the last column that is looked at. */
  wide: boolean;
}

/** A row on its way to a table. */
export interface OpenRow {
  line: number;
  cells: (TableCell | undefined)[];
  hidden?: true;
}

interface CellFacts {
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

const lastLine = 1_048_576;
const mostAreas = 200_000;

/** Hears a sheet's cells. Throws a `SheetFault` for too many rows, or places that no sheet has. */
export function sheetListener(
  context: CellContext,
  limits: Pick<SheetLimits, 'rows' | 'cells' | 'columns'>,
): { listener: XmlListener; content: SheetContent } {
  const content: SheetContent = { rows: [], areas: [], hiddenColumns: [], formulas: 0, wide: false };
  let row: OpenRow | undefined;
  let line = 0;
  let column = -1;
  let cells = 0;
  let cell: CellFacts | undefined;
  let hears = false;
  let aid = false;

  const put = (facts: CellFacts): void => {
    const made = cellOf(facts, context);
    if (!made || !row) return;
    if (column >= limits.columns) {
      content.wide = true;
      return;
    }
    if (made.formula) content.formulas += 1;
    row.cells[column] = made;
    cells += 1;
    if (cells > limits.cells) throw new SheetFault('too-many-rows', { limit: limits.rows });
  };

  const listener: XmlListener = {
    open(name, attribute) {
      switch (name) {
        case 'row': {
          const said = attribute('r');
          const next = said === undefined ? line + 1 : Number(said);
          if (!Number.isInteger(next) || next <= line || next > lastLine) throw new SheetFault('damaged');
          line = next;
          column = -1;
          row = { line, cells: [], ...(isOn(attribute('hidden')) && { hidden: true }) };
          break;
        }
        case 'c': {
          const place = attribute('r');
          const next = place === undefined ? column + 1 : columnOf(place);
          if (next <= column) throw new SheetFault('damaged');
          column = next;
          cell = {
            type: attribute('t') ?? 'n',
            style: Number(attribute('s') ?? -1),
            value: '',
            formula: false,
          };
          break;
        }
        case 'f':
          if (cell) cell.formula = true;
          break;
        case 'v':
          hears = true;
          break;
        case 't':
          hears = !aid;
          break;
        case 'rPh':
          aid = true;
          break;
        case 'mergeCell':
          content.areas.push(areaOf(attribute('ref') ?? ''));
          if (content.areas.length > mostAreas) throw new SheetFault('damaged');
          break;
        case 'col':
          if (isOn(attribute('hidden')))
            content.hiddenColumns.push({
              from: Number(attribute('min')) - 1,
              to: Number(attribute('max')) - 1,
            });
          break;
      }
    },
    text(text) {
      if (cell && hears) cell.value += text;
    },
    close(name) {
      hears = false;
      if (name === 'rPh') aid = false;
      if (name === 'c' && cell) {
        put(cell);
        cell = undefined;
      }
      if (name === 'row' && row) {
        if (row.cells.length > 0) content.rows.push(row);
        if (content.rows.length > limits.rows) throw new SheetFault('too-many-rows', { limit: limits.rows });
        row = undefined;
      }
    },
  };
  return { listener, content };
}

/** What stands in a cell; undefined where nothing does. */
function cellOf({ type, style, value, formula }: CellFacts, context: CellContext): TableCell | undefined {
  const made = valueOf(type, style, value, context);
  if (!formula) return made.text === '' ? undefined : made;
  return { ...made, formula: true };
}

function valueOf(type: string, style: number, value: string, context: CellContext): TableCell {
  switch (type) {
    case 's': {
      const text = context.strings[Number(value)];
      if (text === undefined && value !== '') throw new SheetFault('damaged');
      return { text: text ?? '' };
    }
    case 'e':
      return { text: value.trim(), error: true };
    case 'b':
      return { text: value === '' ? '' : isOn(value) ? 'TRUE' : 'FALSE' };
    case 'd': {
      const date = /^\d{4}-\d\d-\d\d/.exec(value)?.[0];
      return date === undefined ? { text: textOf(value) } : { text: shown(date), date };
    }
    case 'n': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return { text: textOf(value) };
      const date = context.dateStyles[style] ? serialDate(number, context.from1904) : undefined;
      return date === undefined ? { text: String(number), number } : { text: shown(date), date };
    }
    default:
      // `str` and `inlineStr`.
      return { text: textOf(value) };
  }
}

/** A date as people of the portal write it. */
function shown(date: string): string {
  return date.split('-').reverse().join('/');
}

/** "AB12": 27. */
function columnOf(place: string): number {
  const [, letters] = /^([A-Z]{1,3})\d+$/i.exec(place) ?? [];
  if (letters === undefined) throw new SheetFault('damaged');
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function areaOf(ref: string): Area {
  const [from = '', to = from] = ref.split(':');
  const lineOf = (place: string): number => Number(place.replace(/^[A-Z]+/i, ''));
  return { top: lineOf(from), left: columnOf(from), bottom: lineOf(to), right: columnOf(to) };
}
