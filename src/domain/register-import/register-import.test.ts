import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table, TableCell } from '../fund/import/table.types.js';
import type { Decision, ImportOptions, ImportPlan, KnownSubject } from './import.types.js';
import { planSteps } from './plan-import.js';
import type { Subject } from '../subject.schema.js';
import { settleImport, toImported } from './settle-import.js';

type Given = string | number | Partial<TableCell> | null;

function cell(given: Given): TableCell | undefined {
  if (given === null || given === '') return undefined;
  if (typeof given === 'string') return { text: given };
  return typeof given === 'number' ? { text: String(given), number: given } : { text: '', ...given };
}
const table = (...rows: Given[][]): Table => ({
  name: 'Danh sách',
  rows: rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cell) })),
});
const criteria = { id: 'bo', version: '1' };
const setFor: ImportOptions['setFor'] = (_of, year) => (year >= '2021' ? criteria : undefined);

function plan(sheet: Table, options: Partial<ImportOptions> = {}): ImportPlan {
  const steps = planSteps(sheet, { known: [], setFor, ...options });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
/** Every row with its state and reasons: "3 stop name-missing". */
const told = ({ rows }: ImportPlan): string[] =>
  rows.map(({ line, state, problems }) => [line, state, ...problems.map(({ code }) => code)].join(' '));
const notes = (read: ImportPlan): string[] => read.notes.map(({ code }) => code);
const head = [
  'STT',
  'Họ và tên chủ hộ',
  'Mô hình',
  'Thôn, xóm',
  'Xã',
  'Số thành viên',
  'Năm',
  'Điểm',
  'Danh hiệu',
];
const row = (name: Given, over: Record<number, Given> = {}): Given[] =>
  [1, name, 'Gia đình', 'Xóm 3', 'Xã Hợp Tiến', 4, '2025', '85', 'Gia đình học tập'].map((given, column) =>
    Object.hasOwn(over, column) ? over[column]! : given,
  );
const known = (over: Partial<KnownSubject> = {}): KnownSubject => ({
  id: 'an',
  version: 3,
  model: 'family',
  name: 'Nguyễn Văn An',
  place: { name: 'Xóm 3, Xã Hợp Tiến' },
  ...over,
});

describe('a register as a table', () => {
  it('is read by its titles; headings, letters and sums are left out and told', () => {
    const read = plan(
      table(
        ['DANH SÁCH GIA ĐÌNH HỌC TẬP NĂM 2025'],
        head,
        ['A', 'B', 'C', '1', '2', '3', '4', '5', '6'],
        ['I', 'Chi hội xóm 3'].slice(1),
        row('Nguyễn Văn An'),
        ['Tổng cộng', null, null, null, null, 4],
      ),
      { year: 'column' },
    );
    expect(read.headLine).toBe(3);
    expect(read.roles).toEqual([
      'ignored',
      'name',
      'model',
      'hamlet',
      'place',
      'members',
      'year',
      'score',
      'title',
    ]);
    expect(read.rows.map(({ draft }) => draft)).toEqual([
      {
        name: 'Nguyễn Văn An',
        model: 'family',
        place: { name: 'Xóm 3, Xã Hợp Tiến' },
        members: 4,
        year: '2025',
        past: [{ cycle: '2025', score: 85, title: 'Gia đình học tập' }],
      },
    ]);
    expect(read.skipped.map(({ line, text }) => [line, text])).toEqual([
      [4, 'Chi hội xóm 3'],
      [6, 'Tổng cộng · 4'],
    ]);
    expect(notes(read)).toEqual(['results-history']);
  });

  it('takes no row for the letters of its columns that bears a name of one letter', () => {
    const read = plan(table(['Tên', 'Địa chỉ', 'Năm', 'Mã số'], ['A', '', '12', '12']), { model: 'family' });
    expect(read.rows.map(({ draft }) => draft.name)).toEqual(['A']);
  });

  it('may have a head of two rows with merged titles', () => {
    const merged = (text: string, how: 'first' | 'beside' | 'below'): Given => ({ text, merged: how });
    const read = plan(
      {
        ...table(
          ['Họ và tên', 'Nơi ở', merged('Kết quả năm 2025', 'first'), merged('Kết quả năm 2025', 'beside')],
          [null, null, 'Điểm', 'Danh hiệu'],
          ['Lê Thị Hoa', 'Xóm 1', 90, 'Đạt'],
        ),
        tellsMerges: true,
      },
      { model: 'family' },
    );
    expect(read.roles).toEqual(['name', 'place', 'score', 'title']);
    expect(told(read)).toEqual(['3 ready']);
  });

  it('of 200 columns takes those that it knows, and says so', () => {
    const titles = Array.from({ length: 200 }, (_, index) =>
      index === 7 ? 'Họ và tên' : index === 150 ? 'Địa chỉ' : `Cột thứ ${index}`,
    );
    const cells = titles.map((_, index) => (index === 7 ? 'Lê Thị Hoa' : index === 150 ? 'Xóm 1' : 'x'));
    const read = plan(table(titles, cells), { model: 'family' });
    expect(read.rows[0]?.draft).toEqual({ name: 'Lê Thị Hoa', model: 'family', place: { name: 'Xóm 1' } });
    expect(read.notes).toEqual([{ code: 'many-columns', severity: 'look', params: { n: 200, used: 2 } }]);
  });

  it('copies a merged place down, and never a merged name', () => {
    const read = plan(
      table(
        ['Họ và tên', 'Địa chỉ'],
        [
          { text: 'Lê Thị Hoa', merged: 'first' },
          { text: 'Xóm 1', merged: 'first' },
        ],
        ['Trần Văn Bình', { text: 'Xóm 1', merged: 'below' }],
        [{ text: 'Lê Thị Hoa', merged: 'below' }, 'Xóm 2'],
      ),
      { model: 'family' },
    );
    expect(told(read)).toEqual(['2 ready', '3 look merged', '4 stop name-missing']);
    expect(read.rows[1]?.draft.place.name).toBe('Xóm 1');
  });

  it('names each wrong cell', () => {
    const read = plan(
      table(
        head,
        row(null),
        row('A'.repeat(500)),
        row('Ba', { 2: 'Hội thi' }),
        row('Bốn', { 3: null, 4: null }),
        row('Năm', { 5: 'bốn' }),
        row('Sáu', { 6: 'năm ngoái' }),
        row('Bảy', { 1: { text: '#REF!', error: true } }),
        row('Tám', { 6: '2019' }),
        row('Hoa 🌸 quê'),
        row('\u202eNguyễn\u202c Chín'),
      ),
      { year: 'column' },
    );
    expect(told(read)).toEqual([
      '2 stop name-missing',
      '3 stop too-long',
      '4 stop model-unknown',
      '5 stop place-missing',
      '6 stop number-bad',
      '7 stop year-bad',
      '8 stop cell-error name-missing',
      '9 look year-without-set',
      '10 look signs',
      '11 look unseen',
    ]);
    expect(read.rows[1]?.problems[0]?.params).toMatchObject({ n: 500, most: 255 });
    expect(read.rows[8]?.draft.name).toBe('Hoa 🌸 quê');
    expect(read.rows[9]?.draft.name).toBe('Nguyễn Chín');
  });

  it('without titles is asked for; columns can be given by hand', () => {
    const sheet = table(['Lê Thị Hoa', 'Xóm 1'], ['Trần Văn Bình', 'Xóm 2']);
    expect(notes(plan(sheet))).toEqual(['no-head']);
    const read = plan(sheet, { columns: ['name', 'place'], model: 'citizen' });
    expect(read.rows.map(({ draft }) => draft.name)).toEqual(['Lê Thị Hoa', 'Trần Văn Bình']);
  });

  it('knows the groups of a model and asks where it does not', () => {
    const read = plan(
      table(
        ['Tên', 'Nhóm đối tượng', 'Địa chỉ'],
        ['Hoa', 'Nông dân', 'Xóm 1'],
        ['Bình', 'Phi hành gia', 'Xóm 1'],
      ),
      { model: 'citizen' },
    );
    expect(told(read)).toEqual(['2 ready', '3 stop group-unknown']);
    expect(read.rows[0]?.draft.subjectGroup).toBe('farmers');
  });
});

describe('the same subject twice', () => {
  const twice = (): ImportPlan =>
    plan(
      table(
        head,
        row('Nguyễn Văn An'),
        row('Hộ ông NGUYỄN VĂN AN', { 5: 5 }),
        row('Nguyễn Văn An', { 3: 'Xóm 4' }),
      ),
    );

  it('is found within the file by folded name and place, and asked about', () => {
    const read = twice();
    expect(read.rows.map(({ state, match }) => [state, match?.line])).toEqual([
      ['ready', undefined],
      ['ask', 2],
      ['ready', undefined],
    ]);
    expect(settleImport(read, new Map())).toMatchObject({ open: 1, taken: [{ lines: [2] }, { lines: [4] }] });
    const same = settleImport(read, new Map([[3, 'same']]));
    expect(same.taken.map(({ lines, draft }) => [lines, draft.members])).toEqual([
      [[2, 3], 4],
      [[4], 4],
    ]);
    expect(settleImport(read, new Map([[3, 'another']])).taken).toHaveLength(3);
    expect(settleImport(read, new Map([[3, 'skip']])).left.said).toBe(1);
  });

  it('is found in the register, also where one of them writes less of the place', () => {
    const options = { known: [known({ place: { name: 'Xóm 3' }, head: { name: 'Ông An' } })] };
    const read = plan(table(head, row('nguyen van an')), options);
    expect(read.rows[0]).toMatchObject({ state: 'ask', match: { known: [{ id: 'an' }] } });
    const two = plan(table(head, row('Nguyễn Văn An')), { known: [known(), known({ id: 'an-2' })] });
    expect(settleImport(two, new Map([[2, 'same:an-2']])).taken).toMatchObject([{ known: { id: 'an-2' } }]);
    const other = plan(table(head, row('nguyen van an')), { known: [known({ model: 'clan' })] });
    expect(other.rows[0]?.state).toBe('ready');
  });

  it('is no question where the file gives its number; one that says nothing new is left out', () => {
    const titles = ['Mã số', 'Tên', 'Địa chỉ'];
    const sheet = table(
      titles,
      ['an', 'Nguyễn Văn An', 'Xóm 3, Xã Hợp Tiến'],
      ['an', 'An', 'Xóm 9'],
      ['xa', 'Bình', 'Xóm 1'],
    );
    const read = plan(sheet, { model: 'family', known: [known()] });
    expect(told(read)).toEqual(['2 same', '3 stop id-twice', '4 look id-unknown']);
    expect(told(plan(table(titles, ['an', 'An', 'Xóm 9']), { model: 'clan', known: [known()] }))).toEqual([
      '2 stop model-other',
    ]);
    const changed = plan(table(titles, ['an', 'Nguyễn Văn An', 'Xóm 9']), {
      model: 'family',
      known: [known()],
    });
    expect(settleImport(changed, new Map()).taken).toMatchObject([{ known: { id: 'an' } }]);
  });
});

describe('what is entered', () => {
  const whole = {
    ...known(),
    facts: { 'ho-ngheo': true },
    members: { ids: ['c1'], total: 3 },
    head: { name: 'Nguyễn Văn An', position: 'Chủ hộ' },
    place: { name: 'Xóm 3, Xã Hợp Tiến', code: '01' },
    registrations: [{ cycle: '2025', criteria, at: '2025-01-01T00:00:00.000Z', by: 'x' }],
    owner: 'x',
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
  };

  it('keeps of a known subject what the file says nothing of, and registers no year twice', () => {
    const draft = {
      name: 'Nguyễn Văn An',
      model: 'family' as const,
      place: whole.place,
      members: 5,
      year: '2025',
    };
    const given = toImported({ lines: [2], draft, known: known() }, { id: 'neu', whole, setFor });
    expect(given).toEqual({
      id: 'an',
      model: 'family',
      name: 'Nguyễn Văn An',
      place: whole.place,
      head: whole.head,
      members: { ids: ['c1'], total: 5 },
      facts: { 'ho-ngheo': true },
      expected: 3,
    });
    const next = toImported(
      { lines: [2], draft: { ...draft, year: '2026' }, known: known() },
      { id: 'n', whole, setFor },
    );
    expect(next).toMatchObject({ cycle: '2026', criteria });
  });
});

it('knows the kinds of units by their words', () => {
  const sheet = table(
    ['Tên', 'Địa chỉ', 'Nhóm'],
    ...['Trường tiểu học', 'Công ty', 'Hợp tác xã', 'Cơ quan', 'Ủy ban nhân dân', 'Khác'].map((kind, at) => [
      `Đơn vị ${at}`,
      'Xã A',
      kind,
    ]),
  );
  const read = plan(sheet, { model: 'unit' });
  expect(read.rows.map(({ draft }) => draft.subjectGroup)).toEqual([
    ...['schools', 'enterprises', 'enterprises', 'agencies', 'agencies', undefined],
  ]);
  expect(told(read).at(-1)).toBe('7 look group-left-out');
});

describe('points and titles of past years', () => {
  const whole: Subject = {
    ...{ id: 'an', version: 3, model: 'family', name: 'Nguyễn Văn An', facts: {}, registrations: [] },
    ...{ place: { name: 'Xóm 3, Xã Hợp Tiến' }, owner: 'toi' },
    ...{ createdAt: '2024-01-01T00:00:00.000Z', updatedAt: '2024-01-01T00:00:00.000Z' },
    past: [
      { cycle: '2025', score: 70, source: 'cu.csv' },
      { cycle: '2023', title: 'Đạt', source: 'cu.csv' },
    ],
  };
  const entered = (read: ImportPlan, answers: [number, Decision][] = [], more: Partial<Subject> = {}) =>
    settleImport(read, new Map(answers)).taken.map(
      (one) =>
        toImported(one, {
          ...{ id: 'moi', setFor, source: 'so-2025.xlsx' },
          ...(one.known && { whole: { ...whole, ...more } }),
        }).past,
    );

  it('become history with the file as their source, in the place of what was told of the year before', () => {
    const read = plan(table(head, row('Nguyễn Văn An')), { known: [known()] });
    const one = { cycle: '2025', score: 85, title: 'Gia đình học tập', source: 'so-2025.xlsx' };
    expect(entered(read, [[2, 'another']])).toEqual([[one]]);
    expect(entered(read, [[2, 'same']])).toEqual([[one, whole.past![1]]]);
  });

  it('of several rows of one subject are all kept', () => {
    const read = plan(table(head, row('An'), row('An', { 6: '2024', 7: '72,5', 8: '' })));
    expect(entered(read, [[3, 'same']])).toEqual([
      [
        { cycle: '2025', score: 85, title: 'Gia đình học tập', source: 'so-2025.xlsx' },
        { cycle: '2024', score: 72.5, source: 'so-2025.xlsx' },
      ],
    ]);
  });

  it('are left out where nobody says of which year they are, and that is told', () => {
    const without = head.filter((title) => title !== 'Năm');
    const cells = row('An').filter((_cell, column) => column !== 6);
    const read = plan(table(without, cells));
    expect([notes(read), entered(read)]).toEqual([['results'], [undefined]]);
    const chosen = plan(table(without, cells), { results: '2024' });
    expect([notes(chosen), entered(chosen)?.[0]?.[0]?.cycle]).toEqual([['results-history'], '2024']);
    const empty = plan(table(head, row('An', { 6: '' })));
    expect(told(empty)).toEqual(['2 look result-year-missing']);
    expect(entered(plan(table(head, row('An')), { results: 'none' }))).toEqual([undefined]);
  });

  it('that cannot be read are pointed at, and the row is taken without them', () => {
    const read = plan(table(head, row('An', { 7: 'giỏi' }), row('Bình', { 7: '85/100', 8: '' })));
    expect(told(read)).toEqual(['2 look score-bad', '3 ready']);
    expect(entered(read).map((past) => past?.[0])).toEqual([
      { cycle: '2025', title: 'Gia đình học tập', source: 'so-2025.xlsx' },
      { cycle: '2025', score: 85, source: 'so-2025.xlsx' },
    ]);
  });

  it('of a year that was judged here are not taken, so that an exported list tells nothing new', () => {
    const titles = ['Mã số', 'Tên', 'Địa chỉ', 'Năm', 'Điểm'];
    const cells = ['an', 'Nguyễn Văn An', 'Xóm 3, Xã Hợp Tiến', '2025', '85'];
    const judged = { known: [known({ judged: '2025' })], model: 'family' as const };
    expect(told(plan(table(titles, cells), judged))).toEqual(['2 same']);
    const other = plan(table(titles, cells), { ...judged, known: [known({ judged: '2026' })] });
    expect(told(other)).toEqual(['2 ready']);
    expect(entered(other, [], { past: undefined })[0]).toHaveLength(1);
  });
});

describe('whatever the file', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      'Nguyễn Văn An',
      'Xóm 3',
      'gia đình',
      'Dòng họ',
      '2025',
      '12',
      'Tổng cộng',
      '\u200f\u202e',
      '😀',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 6 }), { maxLength: 30 });
  const decision = fc.constantFrom<Decision | undefined>('skip', 'same', 'another', undefined);

  it('no row is lost: each is taken, left out for a reason, asked about, or told as no subject', () => {
    fc.assert(
      fc.property(rows, fc.array(decision, { minLength: 40, maxLength: 40 }), (cells, said) => {
        const read = plan(table(['Tên', 'Địa chỉ', 'Mô hình', 'Năm', 'Số thành viên', 'Mã số'], ...cells), {
          model: 'family',
          year: 'column',
          known: [known()],
        });
        const bodies = cells.filter((one) => one.some((given) => given !== ''));
        const named = [...read.rows, ...read.skipped].map(({ line }) => line);
        expect(new Set(named).size).toBe(named.length);
        expect(named.length).toBe(bodies.length);
        const answers = new Map(
          read.rows.flatMap(({ line }, index) => (said[index] ? [[line, said[index]] as const] : [])),
        );
        const { taken, open, left } = settleImport(read, answers);
        const lines = taken.flatMap((one) => one.lines);
        expect(new Set(lines).size).toBe(lines.length);
        expect(lines.length + open + left.said + left.stopped + left.same).toBe(read.rows.length);
        const ids = taken.flatMap((one) => (one.known ? [one.known.id] : []));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });
});
