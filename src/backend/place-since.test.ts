import { describe, expect, it } from 'vitest';
import type { PlacesPart } from '../domain/area/area-record.schema.js';
import type { Locality } from '../domain/locality/locality.schema.js';
import type { Recognition } from '../domain/recognition.schema.js';
import type { RecordOf, RecordType } from '../domain/receipt.schema.js';
import { answerQuery, type RecordReader } from './answer-query.js';

const merged = '2025-07-01';
const commune = (code: string, name: string, from: string, to?: string): Locality => ({
  code,
  from,
  ...(to && { to }),
  level: 'commune',
  name: { vi: name },
  fullName: { vi: `Xã ${name}` },
  parent: '27',
});
/** A province in which two communes became one, one was divided, and one is as it was. */
const province: PlacesPart = {
  id: '27',
  version: 1,
  localities: [
    commune('09999', 'Sen Hồ', '2004-01-01', '2025-06-30'),
    commune('09998', 'Sen Trì', '2004-01-01', '2025-06-30'),
    commune('09998', 'Sen Hồ Trì', merged),
    commune('09990', 'Bãi Dài', '2004-01-01', '2025-06-30'),
    commune('09991', 'Bãi Thượng', merged),
    commune('09992', 'Bãi Hạ', merged),
    commune('09980', 'Đồi Chè', '2004-01-01'),
  ],
  events: [
    {
      on: merged,
      kind: 'merge',
      before: ['09999@2004-01-01', '09998@2004-01-01'],
      after: [`09998@${merged}`],
    },
    {
      on: merged,
      kind: 'divide',
      before: ['09990@2004-01-01'],
      after: [`09991@${merged}`, `09992@${merged}`],
    },
  ],
};

const title = (
  code: string | undefined,
  date: string,
  model: Recognition['model'] = 'unit',
): Recognition => ({
  id: 'r',
  version: 1,
  assessmentId: 'r',
  subjectId: 's',
  subjectName: 'Trường Tiểu học Sen Hồ',
  model,
  cycle: '2024',
  criteria: { id: 'small', version: '1' },
  outcome: 'dat',
  outcomeLabel: { vi: 'Đạt' },
  place: { name: 'Xã cũ', ...(code !== undefined && { code }) },
  decision: { id: 'd', number: '1', date, signer: 'A', issuer: { id: 'a', name: 'A' } },
  validFrom: date,
  validUntil: '2026-12-31',
  state: 'granted',
  owner: 'o',
  createdAt: `${date}T00:00:00.000Z`,
  updatedAt: `${date}T00:00:00.000Z`,
});

/** Asks a storage that holds the title and the parts for what it shows. */
async function nowOf(of: Recognition, entered: PlacesPart[], along: PlacesPart[] = []) {
  const records: { [T in RecordType]?: RecordOf<T>[] } = { recognition: [of], places: entered };
  const all = <T extends RecordType>(type: T): RecordOf<T>[] => records[type] ?? [];
  const reader: RecordReader = {
    read: async (type, id) => all(type).find((one) => 'id' in one && one.id === id),
    scan: async (type) => ({ records: all(type) }),
  };
  const { items } = await answerQuery(
    'recognition.get',
    { id: 'r' },
    {
      reader,
      actor: { id: 'o', name: 'O', roles: ['officer'], scope: ['*'] },
      catalog: {
        list: async () => [],
        get: async () => undefined,
        references: async () => ({ places: along, indicators: [], targets: [] }),
      },
      now: () => new Date('2026-06-01T00:00:00.000Z'),
    },
  );
  return items[0]?.placeNow;
}

describe('what the place of a title is called now', () => {
  it('follows the code of then to the place of today, for a family as for a unit', async () => {
    for (const model of ['family', 'unit', 'citizen'] as const)
      expect(await nowOf(title('09999', '2024-12-01', model), [province]), model).toEqual({
        name: 'Xã Sen Hồ Trì',
        code: '09998',
      });
  });

  it('tells one code from the same one that a later place bears, by the day of the decision', async () => {
    expect(await nowOf(title('09998', '2024-12-01'), [province])).toEqual({
      name: 'Xã Sen Hồ Trì',
      code: '09998',
    });
    expect(await nowOf(title('09998', '2025-12-01'), [province])).toBeUndefined();
  });

  it('says nothing of a place that is as it was, that was divided, that is not known or has no code', async () => {
    for (const code of ['09980', '09990', '12345', undefined])
      expect(await nowOf(title(code, '2024-12-01'), [province]), code).toBeUndefined();
  });

  it('takes what was entered before what came along', async () => {
    const of = title('09980', '2024-12-01');
    const older: PlacesPart = {
      id: '27',
      version: 0,
      localities: [
        commune('09980', 'Đồi Chè', '2004-01-01', '2025-06-30'),
        commune('09981', 'Đồi Mới', merged),
      ],
      events: [{ on: merged, kind: 'rename', before: ['09980@2004-01-01'], after: [`09981@${merged}`] }],
    };
    expect(await nowOf(of, [], [older])).toEqual({ name: 'Xã Đồi Mới', code: '09981' });
    expect(await nowOf(of, [province], [older])).toBeUndefined();
  });
});
