import type { Pool } from 'pg';
import type { Assessment } from '../../../src/domain/assessment.schema.js';
import { entryOf } from '../../../src/domain/area/register-entry.js';
import { addTallies, tallyId, talliesOf, type Sums } from '../../../src/domain/area/tallies.js';
import type { RegisterEntry } from '../../../src/domain/area/area-record.schema.js';
import type { Subject } from '../../../src/domain/subject.schema.js';
import type { StoredRecord } from '../../../src/domain/receipt.schema.js';
import { columnsOf } from '../../../src/server/storage/columns.js';
import { standingsOf } from '../../../src/server/storage/standings.js';

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
    const score = { total: 50 + pick(5_000) / 100, max: 100, outcome: null };
    return {
      ...{ id: `${id}-${cycle}`, version: 6, subjectId: id, cycle, criteria, state, owner: subject.owner },
      submissions: [{ score }],
      ...{ createdAt: at(cycle), updatedAt: at(cycle) },
    } as unknown as Assessment;
  });
  return { subject, assessments };
}

/**
 * Fills the tables with families and five years of history: subjects, lines of the register, their rows, and tallies, each
 * made by the functions that the server makes them with. The assessments themselves are left out, which no register, gauge
 * or report reads.
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
    for (let no = start; no < Math.min(to, start + slice); no += 1) {
      const { subject, assessments } = familyNo(no, communes);
      const entry = entryOf(subject, assessments, 6);
      entries.push(entry);
      records.push({ type: 'subject', value: subject }, { type: 'row', value: entry });
      addTallies(sums, talliesOf(entry));
    }
    await insert(
      pool,
      'record',
      records.map((one) => ({ province, ...columnsOf(one) })),
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
