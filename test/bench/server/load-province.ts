import type { Pool } from 'pg';
import type { Assessment } from '../../../src/domain/assessment.schema.js';
import { entryOf } from '../../../src/domain/area/register-entry.js';
import { addTallies, tallyId, talliesOf, type Sums } from '../../../src/domain/area/tallies.js';
import type { RegisterEntry } from '../../../src/domain/area/area-record.schema.js';
import type { Subject } from '../../../src/domain/subject.schema.js';
import type { StoredRecord } from '../../../src/domain/receipt.schema.js';
import { columnsOf } from '../../../src/server/storage/columns.js';
import { standingsOf } from '../../../src/server/storage/standings.js';
import { whereaboutsOf } from '../../../src/server/storage/whereabouts.js';

const given = [
  'Lan',
  'Hùng',
  'Hoà',
  'Ánh',
  'Đức',
  'Mai',
  'Sơn',
  'Tuấn',
  'Yến',
  'Khánh',
  'Phượng',
  'Quý',
  'Vinh',
  'Thảo',
];
const family = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middle = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thanh', 'Quang', 'Đình', 'Xuân', 'Kim'];
const states = [
  'draft',
  'submitted',
  'verified',
  'recognised',
  'recognised',
  'recognised',
  'not-recognised',
] as const;
/** States that a reviewer's score stands behind. */
const judged: ReadonlySet<string> = new Set(['verified', 'recognised', 'not-recognised']);
export const years = ['2022', '2023', '2024', '2025', '2026'];
const criteria = { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' };

/** A small generator of numbers that are the same each time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A family with its assessments of all years, as far as lines of the register look at them. */
function familyNo(no: number, communes: readonly string[]): { subject: Subject; assessments: Assessment[] } {
  const pick = random(no * 7_919 + 1);
  const of = <T>(list: readonly T[]): T => list[pick(list.length)]!;
  const id = `gd-${String(no).padStart(8, '0')}`;
  const code = communes[no % communes.length]!;
  const at = (year: string): string => `${year}-0${1 + pick(9)}-1${pick(9)}T0${pick(9)}:00:00.000Z`;
  const subject = {
    ...{
      id,
      version: 5,
      model: 'family',
      facts: {},
      owner: `can-bo-${code}`,
      parent: `Thôn ${1 + pick(12)}`,
    },
    name: `${of(family)} ${of(middle)} ${of(given)}`,
    place: { name: `Xã ${of(given)} ${code}`, code },
    registrations: years.map((cycle) => ({ cycle, criteria, at: at(cycle), by: 'x' })),
    ...{ createdAt: at('2022'), updatedAt: at('2026') },
  } as unknown as Subject;
  const assessments = years.map((cycle) => {
    const state = cycle === '2026' ? of(states) : 'recognised';
    const score = {
      mode: 'points',
      total: 50 + pick(5_000) / 100,
      max: 100,
      outcome: 'dat',
      passed: true,
      conclusive: true,
    };
    const begun = at(cycle);
    return {
      // As ids of version 7 do, they stand in the order in which they were opened.
      ...{ id: `tdg-${cycle}-${id}`, version: 15, subjectId: id, subjectName: subject.name, model: 'family' },
      ...{ cycle, criteria, state, owner: subject.owner, facts: {}, answers, comments: [] },
      submissions: [{ receipt: 'X', at: begun, by: subject.owner, byName: 'Lò Văn Chín', score }],
      ...(judged.has(state) && {
        review: { startedAt: begun, by: 'tham-dinh', byName: 'Lê Thị Ước', score },
      }),
      history: [
        {
          at: begun,
          by: subject.owner,
          byName: 'Lò Văn Chín',
          kind: 'assessment.open',
          from: null,
          to: 'draft',
        },
      ],
      ...{ createdAt: begun, updatedAt: begun },
    } as unknown as Assessment;
  });
  return { subject, assessments };
}

/** What a year's form holds. */
const answers = {
  'nguoi-lon-cong-dan-hoc-tap': { numerator: '2', denominator: '3' },
  ...Object.fromEntries(
    ['tre-di-hoc', 'hoan-thanh-nam-hoc', 'thoi-quen-tu-hoc', 'hoc-chuyen-de', 'ky-nang-so', 'goc-hoc-tap']
      .concat(['phuong-tien-so', 'quy-hoc-tap', 'gia-dinh-van-hoa', 'kinh-te-gia-dinh', 'phong-trao'])
      .map((criterion) => [criterion, { option: 'day-du' }]),
  ),
};

/** Of each commune and year one decision, with the titles of those who are recognised. */
function titlesOf(
  families: readonly { subject: Subject; assessments: Assessment[] }[],
  name: string,
): StoredRecord[] {
  const records: StoredRecord[] = [];
  const lists = new Map<string, string[]>();
  for (const { subject, assessments } of families)
    for (const { id, subjectId, subjectName, model, cycle, state, owner, createdAt } of assessments) {
      if (state !== 'recognised') continue;
      const of = `qd-${cycle}-${subject.place.code}-${name}`;
      const list = lists.get(of) ?? [];
      lists.set(of, [...list, id]);
      const about = {
        id,
        version: 1,
        assessmentId: id,
        subjectId,
        subjectName,
        model,
        cycle,
        criteria,
        owner,
      };
      const value = {
        ...about,
        ...{ outcome: 'dat', outcomeLabel: { vi: 'Đạt danh hiệu Gia đình học tập' }, place: subject.place },
        decision: { id: of, number: '05/QĐ-UBND', date: `${cycle}-12-20`, signer: 'Trần Quốc Việt', issuer },
        ...{ validFrom: `${cycle}-12-20`, validUntil: `${Number(cycle) + 1}-12-19`, state: 'granted' },
        ...{ createdAt, updatedAt: createdAt },
      };
      records.push({ type: 'recognition', value } as unknown as StoredRecord);
    }
  for (const [id, recognitions] of lists) {
    const date = `${id.slice(3, 7)}-12-20`;
    const facts = { number: '05/QĐ-UBND', date, signer: 'Trần Quốc Việt', issuer, legalBases: [] };
    const at = `${date}T02:00:00.000Z`;
    const value = { ...facts, id, version: 1, recognitions, owner: 'x', createdAt: at, updatedAt: at };
    records.push({ type: 'decision', value } as unknown as StoredRecord);
  }
  return records;
}
const issuer = { id: 'ubnd', name: 'Uỷ ban nhân dân xã' };

/**
 * Fills the tables with families and five years of history: subjects and where they are, assessments, titles and decisions, lines of
 * the register, their rows, and tallies, each made by the functions that the server makes them with.
 */
export async function loadProvince(
  pool: Pool,
  province: string,
  communes: readonly string[],
  from: number,
  to: number,
): Promise<void> {
  const sums: Sums = new Map();
  const slice = 4_000;
  for (let start = from; start < to; start += slice) {
    const entries: RegisterEntry[] = [];
    const records: StoredRecord[] = [];
    const families: ReturnType<typeof familyNo>[] = [];
    for (let no = start; no < Math.min(to, start + slice); no += 1) {
      const { subject, assessments } = familyNo(no, communes);
      const entry = entryOf(subject, assessments, 6);
      entries.push(entry);
      families.push({ subject, assessments });
      records.push({ type: 'subject', value: subject }, { type: 'row', value: entry });
      for (const value of assessments) records.push({ type: 'assessment', value });
      addTallies(sums, talliesOf(entry));
    }
    records.push(...titlesOf(families, String(start)));
    await insert(
      pool,
      'record',
      records.map((one) => ({ province, ...columnsOf(one) })),
    );
    await insert(
      pool,
      'whereabouts',
      records.flatMap((one) => whereaboutsOf(one) ?? []).map((one) => ({ province, ...one })),
    );
    await insert(
      pool,
      'standing',
      entries.flatMap((one) => standingsOf(one)).map((one) => ({ province, ...one })),
    );
  }
  const tallies = [...sums.values()].map((one) => {
    const { cycle, model, subjectGroup, place, counts } = one;
    return {
      province,
      id: tallyId(one),
      version: 1,
      cycle,
      model,
      subject_group: subjectGroup,
      place,
      ...counts,
    };
  });
  const counts = ['subjects', 'registered', 'submitted', 'verified', 'recognised', 'refused'];
  await insert(
    pool,
    'tally',
    tallies,
    `on conflict (province, id) do update set ${counts.map((one) => `${one} = tally.${one} + excluded.${one}`).join(', ')}`,
  );
}

async function insert(pool: Pool, table: string, rows: readonly object[], after = ''): Promise<void> {
  if (rows.length === 0) return;
  await pool.query(
    `insert into ${table} (${Object.keys(rows[0]!).join(', ')})
     select ${Object.keys(rows[0]!).join(', ')} from json_populate_recordset(null::public."${table}", $1::json) ${after}`,
    [JSON.stringify(rows)],
  );
}
