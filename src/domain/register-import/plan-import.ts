import { MOST_SUBJECTS } from '../area/area-command.schema.js';
import type { Table, TableRow } from '../fund/import/table.types.js';
import type { Model } from '../text.schema.js';
import { asComesBack, modelOf, seenOf } from './cell-words.js';
import { findHead } from './column-guess.js';
import { AlikeIndex, type Alike } from './duplicates.js';
import type {
  ColumnRole,
  ImportOptions,
  ImportPlan,
  KnownSubject,
  Match,
  PlannedRow,
  PlanNote,
  RowDraft,
  SkippedRow,
} from './import.types.js';
import { isNoSubject, readRow } from './read-row.js';

/** Columns from which on a person is told which ones are used. */
const many = 60;

/** Looks at a whole table. A step a row, which yields how many rows are done. */
export function* planSteps(table: Table, options: ImportOptions): Generator<number, ImportPlan, undefined> {
  const head = findHead(table);
  const notes: PlanNote[] = [];
  const width = Math.max(0, ...table.rows.slice(0, 200).map(({ cells }) => cells.length));
  const roles: (ColumnRole | undefined)[] = options.columns
    ? [...options.columns]
    : (head?.roles ?? Array.from({ length: width }, () => undefined));
  const titles = head?.titles ?? [];
  if (!roles.includes('name')) notes.push({ code: 'no-head', severity: 'stop', params: {} });
  if (!options.columns)
    for (const column of head?.again ?? [])
      notes.push({ code: 'same-columns', severity: 'look', params: { title: titles[column] ?? '' } });
  const used = roles.filter((role) => role !== undefined && role !== 'ignored').length;
  if (width >= many) notes.push({ code: 'many-columns', severity: 'look', params: { n: width, used } });
  // Points without a year say nothing: they are taken where rows tell it, or a person does.
  const results = options.results ?? (roles.includes('year') ? 'column' : 'none');
  if (roles.includes('score') || roles.includes('title')) {
    const code = results === 'none' ? 'results' : 'results-history';
    notes.push({ code, severity: 'look', params: {} });
  }

  const model = options.model ?? modelAbove(table, head?.to ?? 0);
  if (!options.model && model && !roles.includes('model'))
    notes.push({ code: 'model-from-title', severity: 'look', params: { model } });

  const rows: PlannedRow[] = [];
  const skipped: SkippedRow[] = [];
  const register = registerIndex(options.known);
  const reading = { roles, model, options: { ...options, results }, groups: register.groups };
  const isKnown = (row: TableRow): boolean =>
    register.byId.has(seenOf(row.cells[roles.indexOf('id')]?.text ?? '').text);
  const file = new AlikeIndex<number>();
  const numbered = new Map<string, number>();
  const bodies = roles.includes('name') ? table.rows.slice(head?.to ?? 0) : [];
  for (const [done, row] of bodies.entries()) {
    yield done;
    // Somebody may be called what sums are: the number tells.
    if (!isKnown(row) && isNoSubject(row, roles)) {
      const text = textOf(row);
      if (text !== '') skipped.push({ line: row.line, text });
      continue;
    }
    const { draft, problems } = readRow(row, reading);
    const { id } = draft;
    if (id !== undefined && numbered.has(id))
      problems.push({ code: 'id-twice', severity: 'stop', params: { line: numbered.get(id)! } });
    else if (id !== undefined && !register.byId.has(id))
      problems.push({ code: 'id-unknown', severity: 'look', params: { text: id } });
    else if (id !== undefined && draft.model && register.byId.get(id)?.model !== draft.model)
      problems.push({ code: 'model-other', severity: 'stop', params: {} });
    const match = matchOf(draft, register, file);
    const stopped = problems.some(({ severity }) => severity === 'stop');
    if (!stopped) {
      if (match?.line === undefined) file.add(alikeOf(draft), row.line);
      if (id !== undefined) numbered.set(id, row.line);
    }
    const state = stopped ? 'stop' : stateOf(draft, match, problems.length > 0);
    rows.push({ line: row.line, state, draft, problems, ...(match && !stopped && { match }) });
  }
  if (rows.length === 0 && roles.includes('name'))
    notes.push({ code: 'no-rows', severity: 'stop', params: {} });
  if (rows.length > MOST_SUBJECTS)
    notes.push({ code: 'too-many', severity: 'stop', params: { n: rows.length, most: MOST_SUBJECTS } });
  return {
    headLine: head ? (table.rows[head.to - 1]?.line ?? 0) : 0,
    titles,
    roles,
    rows,
    skipped,
    notes,
    ...(model && { model }),
  };
}

interface Register {
  byId: ReadonlyMap<string, KnownSubject>;
  alike: AlikeIndex<KnownSubject>;
  /** As `<model>.<group>`. */
  groups: ReadonlySet<string>;
}

function registerIndex(known: readonly KnownSubject[]): Register {
  const alike = new AlikeIndex<KnownSubject>();
  for (const one of known)
    alike.add({ model: one.model, name: one.name, place: one.place.name, head: one.head?.name }, one);
  const groups = known.flatMap(({ model, subjectGroup }) =>
    subjectGroup === undefined ? [] : [`${model}.${subjectGroup}`],
  );
  return { byId: new Map(known.map((one) => [one.id, one])), alike, groups: new Set(groups) };
}

const alikeOf = ({ model, name, place, head }: RowDraft): Alike => ({ model, name, place: place.name, head });

/** Which known subject a row may be about. A number that the file gives is no guess, and an earlier row comes first. */
function matchOf(draft: RowDraft, register: Register, file: AlikeIndex<number>): Match | undefined {
  const named = draft.id === undefined ? undefined : register.byId.get(draft.id);
  if (named && (draft.model === undefined || named.model === draft.model))
    return { known: [named], certain: true };
  const [line] = file.find(alikeOf(draft));
  const known = register.alike.find(alikeOf(draft)).slice(0, 5);
  if (line === undefined && known.length === 0) return undefined;
  return { ...(line !== undefined && { line }), ...(known.length > 0 && { known }) };
}

function stateOf(draft: RowDraft, match: Match | undefined, looked: boolean): PlannedRow['state'] {
  if (match && !match.certain) return 'ask';
  const [known] = match?.known ?? [];
  if (known && draft.year === undefined && saysSame(draft, known)) return 'same';
  return looked ? 'look' : 'ready';
}

/** The row tells nothing that the register does not say. */
function saysSame(draft: RowDraft, known: KnownSubject): boolean {
  const told = (value: string | undefined, before = ''): boolean =>
    value === undefined || value === before || value === asComesBack(before);
  const counted = (value: number | undefined, before: number | undefined): boolean =>
    value === undefined || value === before;
  return (
    told(draft.name, known.name) &&
    told(draft.place.name, known.place.name) &&
    told(draft.place.code, known.place.code) &&
    told(draft.head, known.head?.name) &&
    told(draft.parent, known.parent) &&
    told(draft.subjectGroup, known.subjectGroup) &&
    counted(draft.members, known.memberCounts?.total) &&
    counted(draft.citizens, known.memberCounts?.recognised) &&
    // What was judged here is known better than by a list.
    (draft.past ?? []).every(({ cycle }) => cycle === known.judged)
  );
}

/** What the sheet is called, and its headings say which model it lists. */
function modelAbove(table: Table, to: number): Model | undefined {
  const above = table.rows.slice(0, to).filter(({ cells }) => cells.filter(Boolean).length === 1);
  const texts = [...above.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? '')), table.name];
  return texts.map(modelOf).find((model) => model !== undefined);
}

function textOf({ cells }: TableRow): string {
  return cells
    .flatMap((cell) => (cell && cell.text !== '' && cell.merged !== 'beside' ? [cell.text] : []))
    .join(' · ')
    .slice(0, 200);
}
