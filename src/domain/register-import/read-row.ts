import type { TableCell, TableRow } from '../fund/import/table.types.js';
import { plainWords } from '../fund/import/words.js';
import { parsePoints } from '../number.js';
import { countOf, groupOf, hasPictures, modelOf, seenOf, yearOf } from './cell-words.js';
import {
  lookCodes,
  type ColumnRole,
  type ImportOptions,
  type RowCode,
  type RowDraft,
  type RowProblem,
} from './import.types.js';
import type { Model } from '../text.schema.js';

/** Letters that a name, a place or a head may have. */
export const LONGEST = 255;

export interface ReadRow {
  draft: RowDraft;
  problems: RowProblem[];
}

/** What rows are read with. */
export interface RowReading {
  roles: readonly (ColumnRole | undefined)[];
  model: Model | undefined;
  options: Pick<ImportOptions, 'place' | 'year' | 'results' | 'setFor'>;
  /** Groups that the register has, as `<model>.<group>`. */
  groups: ReadonlySet<string>;
}

/** Sums and headings among the rows tell of no subject. */
export function isNoSubject(row: TableRow, roles: readonly (ColumnRole | undefined)[]): boolean {
  const filled = row.cells.filter(
    (cell) => cell !== undefined && cell.text !== '' && cell.merged !== 'beside',
  );
  if (filled.length === 0) return true;
  const name = plainWords(row.cells[roles.indexOf('name')]?.text ?? '');
  const first = plainWords(filled[0]?.text ?? '');
  const sum = /^(tong|tong so|tong cong|cong|total)( \d+.*)?$/;
  if (sum.test(first) || sum.test(name)) return true;
  // A name alone is a subject whose row is not whole; anything else alone is a heading.
  const named = filled[0] === row.cells[roles.indexOf('name')] && filled[0]?.merged === undefined;
  return (
    filled.length === 1 &&
    !named &&
    roles.filter((role) => role !== undefined && role !== 'ignored').length > 1
  );
}

/** Reads a row of the table as a subject; what is wrong with it is named cell by cell. */
export function readRow(row: TableRow, { roles, model: usual, options, groups }: RowReading): ReadRow {
  const problems: RowProblem[] = [];
  const say = (code: RowCode, column?: number, params: RowProblem['params'] = {}): void => {
    const severity = (lookCodes as readonly string[]).includes(code) ? 'look' : 'stop';
    problems.push({ code, severity, params, ...(column !== undefined && column >= 0 && { column }) });
  };
  const columnOf = (role: ColumnRole): number => roles.indexOf(role);

  /** The words of a cell that is used. */
  const words = (role: ColumnRole): string => {
    const column = columnOf(role);
    const cell: TableCell | undefined = column < 0 ? undefined : row.cells[column];
    if (!cell) return '';
    if (cell.error) {
      say('cell-error', column, { text: cell.text });
      return '';
    }
    const { text, unseen } = seenOf(cell.text);
    if (unseen) say('unseen', column, { text });
    if (cell.merged === 'below' && role === 'name') return '';
    if (cell.merged === 'below' || cell.merged === 'beside') say('merged', column, { text });
    if (cell.formula) say('formula', column, { text });
    return text;
  };
  const line = (role: ColumnRole): string => {
    const text = words(role);
    if (text.length > LONGEST) say('too-long', columnOf(role), { n: text.length, most: LONGEST, text });
    if (hasPictures(text)) say('signs', columnOf(role), { text });
    return text;
  };
  const count = (role: 'members' | 'citizens'): number | undefined => {
    const text = words(role);
    if (text === '') return undefined;
    const n = countOf(text);
    if (n === undefined || n > 10_000_000) say('number-bad', columnOf(role), { text });
    return n;
  };

  if (row.hidden) say('hidden-row');
  const name = line('name');
  if (name === '') say('name-missing', columnOf('name'));

  const modelText = words('model');
  const model = modelText === '' ? usual : modelOf(modelText);
  if (model === undefined)
    say(modelText === '' ? 'model-missing' : 'model-unknown', columnOf('model'), { text: modelText });

  const groupText = words('group');
  const group = groupText === '' || model === undefined ? undefined : groupOf(model, groupText, groups);
  if (typeof group === 'object')
    say(group.no === 'unknown' ? 'group-unknown' : 'group-left-out', columnOf('group'), { text: groupText });

  const placeParts = [line('hamlet'), line('place')].filter((part) => part !== '');
  const place = placeParts.length > 0 ? placeParts.join(', ') : (options.place?.trim() ?? '');
  if (place === '') say('place-missing', columnOf('place'));
  else if (placeParts.length > 1 && place.length > LONGEST)
    say('too-long', columnOf('place'), { n: place.length, most: LONGEST, text: place });
  const code = words('code');
  if (code !== '' && !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,38}[A-Za-z0-9])?$/.test(code))
    say('code-bad', columnOf('code'), { text: code });

  const members = count('members');
  const citizens = count('citizens');
  if (members !== undefined && citizens !== undefined && citizens > members)
    say('citizens-more', columnOf('citizens'), { citizens, members });

  const yearText = words('year');
  const toldYear = yearText === '' ? undefined : yearOf(yearText);
  if (yearText !== '' && toldYear === undefined) say('year-bad', columnOf('year'), { text: yearText });
  const { year: chosen } = options;
  const year = chosen === 'column' ? toldYear : chosen === 'none' ? undefined : chosen;
  const subjectGroup = typeof group === 'string' ? group : undefined;
  const fits = year === undefined || model === undefined || options.setFor({ model, subjectGroup }, year);
  if (year !== undefined && !fits) say('year-without-set', columnOf('year'), { year });

  const past = pastOf();
  const id = words('id');
  const head = line('head');
  const parent = line('parent');
  return {
    draft: {
      ...(id !== '' && { id }),
      name,
      ...(model && { model }),
      ...(subjectGroup !== undefined && { subjectGroup }),
      ...(head !== '' && { head }),
      ...(parent !== '' && { parent }),
      place: { name: place, ...(code !== '' && { code }) },
      ...(members !== undefined && { members }),
      ...(citizens !== undefined && { citizens }),
      ...(year !== undefined && fits && { year }),
      ...(past && { past }),
    },
    problems,
  };

  /** Points and title of a year that is over, where the row tells any. */
  function pastOf(): RowDraft['past'] {
    const { results = 'none' } = options;
    if (results === 'none') return undefined;
    const points = words('score');
    const title = line('title');
    // "85/100" is 85.
    const read = parsePoints(points.replace(/\s*\/.*$/, ''));
    if (!read.ok && points !== '') say('score-bad', columnOf('score'), { text: points });
    if (!read.ok && title === '') return undefined;
    const cycle = results === 'column' ? toldYear : results;
    if (cycle === undefined) {
      // A year that cannot be read has been told already.
      if (yearText === '') say('result-year-missing', columnOf('year'));
      return undefined;
    }
    return [{ cycle, ...(read.ok && { score: read.value }), ...(title !== '' && { title }) }];
  }
}
