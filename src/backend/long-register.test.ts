/** A register that no memory holds: its order is made once, and pages are cut out of it until something changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterParams, RegisterRow } from '../domain/area/area-query.schema.js';
import type { RegisterEntry } from '../domain/area/area-record.schema.js';
import { entryOf } from '../domain/area/register-entry.js';
import type { RecordOf, RecordType } from '../domain/receipt.schema.js';
import type { RecordReader, Scan } from './answer-query.js';
import { listRegister } from './list-register.js';
import { registerKey } from './register-key.js';
import { SortedRuns } from './sorted-runs.js';

const actor = { id: 'can-bo', name: 'Cán bộ', roles: ['officer' as const], scope: ['*'] };
const at = (index: number): string => `2026-0${1 + (index % 9)}-01T00:00:00.000Z`;
const criteria = { id: 'gia-dinh', version: '1' };

function line(index: number): RegisterEntry {
  const subject = {
    ...{ id: `s${index}`, version: 1, model: 'family' as const, facts: {}, owner: 'can-bo' },
    name: `Hộ ${['An', 'Bình', 'Ánh', 'Đức'][index % 4]} ${(index * 7) % 11}`,
    place: { name: `Xã ${(index * 5) % 6}` },
    registrations: index % 3 === 0 ? [{ cycle: '2026', criteria, at: at(index), by: 'can-bo' }] : [],
    createdAt: at(0),
    updatedAt: at(index),
  };
  const entry = entryOf(subject, [], 1);
  const year = entry.years['2026'];
  if (year && index % 2 === 0) entry.years['2026'] = { ...year, score: (index * 13) % 100, max: 100 };
  return entry;
}

/** Lines that are read in slices of 37, as from a disk. */
class Shelf {
  lines = Array.from({ length: 400 }, (_none, index) => line(index)).sort((a, b) =>
    registerKey(a) < registerKey(b) ? -1 : 1,
  );
  scans = 0;
  version = 0;
  #held: { question: string; mark: unknown; keys: readonly string[] } | undefined;

  reader(holds: boolean): RecordReader {
    return {
      read: async () => undefined,
      scan: async <T extends RecordType>(): Promise<Scan<T>> => ({ records: [] as RecordOf<T>[] }),
      register: async (after, count = 37) => {
        this.scans += 1;
        const rest = this.lines.filter((one) => after === undefined || registerKey(one) > after);
        const records = rest.slice(0, count);
        return { records, last: rest.length > count ? registerKey(records.at(-1)!) : undefined };
      },
      ...(holds && {
        orders: {
          mark: async () => this.version,
          held: (question, mark) =>
            this.#held?.question === question && this.#held.mark === mark ? this.#held.keys : undefined,
          hold: (question, mark, keys) => void (this.#held = { question, mark, keys }),
          lines: async (keys) =>
            keys.flatMap((key) => this.lines.find((one) => registerKey(one) === key) ?? []),
        },
      }),
    };
  }

  async pages(more: Partial<RegisterParams>, holds = true, changed?: () => void): Promise<RegisterRow[]> {
    const found: RegisterRow[] = [];
    let cursor: string | undefined;
    do {
      const params = { cycle: '2026', limit: 90, ...more, ...(cursor !== undefined && { cursor }) };
      const page = await listRegister(params, { reader: this.reader(holds), actor });
      found.push(...page.items);
      cursor = page.next;
      changed?.();
    } while (cursor !== undefined);
    return found;
  }
}

describe('a register too long for memory', () => {
  it.each([
    ...(['place', 'score', 'state', 'updated'] as const).flatMap((sort) => [
      { sort },
      { sort, descending: true },
    ]),
    { descending: true },
    { sort: 'score' as const, text: 'an 7', limit: 3 },
    { sort: 'place' as const, state: ['registered' as const] },
    { sort: 'place' as const, text: 'khong co' },
  ])('comes in the same pages as one that is gone through for each, by %j', async (more) => {
    const shelf = new Shelf();
    expect(await shelf.pages(more)).toEqual(await shelf.pages(more, false));
  });

  it('is gone through once for all pages of a question, and again when something has changed', async () => {
    const shelf = new Shelf();
    const all = await shelf.pages({ sort: 'place' });
    expect([all.length, shelf.scans]).toEqual([400, 11]);
    await shelf.pages({ sort: 'place' });
    expect(shelf.scans).toBe(11);
    shelf.version += 1;
    await shelf.pages({ sort: 'place' });
    expect(shelf.scans).toBe(22);
    await shelf.pages({ sort: 'state' });
    expect(shelf.scans).toBe(33);
  });

  it('ends where lines go while pages are turned, and shows those that stay', async () => {
    const shelf = new Shelf();
    const gone = new Set(['s17', 's203', 's399']);
    const found = await shelf.pages({ sort: 'place' }, true, () => {
      shelf.lines = shelf.lines.filter(({ id }) => !gone.has(id));
    });
    expect(found.length).toBeGreaterThanOrEqual(397);
    expect(new Set(found.map(({ subject }) => subject)).size).toBe(found.length);
  });

  it('puts those without points first, then points by their size', async () => {
    const shelf = new Shelf();
    const scores = (await shelf.pages({ sort: 'score' })).map(({ score }) => score ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores[0]).toBe(-1);
  });
});

it('puts pieces in order, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ maxLength: 4 }), { maxLength: 20 })), (pieces) => {
      const runs = new SortedRuns((a, b) => a < b);
      for (const piece of pieces) runs.add(piece);
      expect(runs.all()).toEqual(pieces.flat().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }),
  );
});
