import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helper, mayor, owner, reviewer, signer, smallSet, World } from '../test-helpers/world.js';
import { RegisterEntry, StoredTally } from './area-record.schema.js';
import { RegisterRow } from './area-query.schema.js';
import { project } from './project.js';
import { entryOf, rowOf } from './register-entry.js';
import { addTallies, changing, grown, talliesOf, tallyId, type Sums } from './tallies.js';

const cycles = ['2025', '2026'] as const;
const places = ['07210', '07213', undefined] as const;
const link = {
  id: 'e1',
  kind: 'link',
  name: 'Kế hoạch',
  url: 'https://example.vn/kh',
  addedAt: '2026-11-01T00:00:00.000Z',
} as const;

/** A world that keeps its register as a back end does: before a change is written, what follows from it is derived. */
class KeptWorld extends World {
  readonly rows = new Map<string, RegisterEntry>();
  readonly tallies = new Map<string, StoredTally>();

  async act(...[actor, kind, record, expected, payload]: Parameters<World['run']>): Promise<boolean> {
    const before = new Map(this.records);
    const decision = await this.run(actor, kind, record, expected, payload);
    if (decision.status !== 'applied') return false;
    const { rows, tallies } = await project(decision.writes, async (type, id) =>
      structuredClone((type === 'row' ? this.rows.get(id) : before.get(`${type} ${id}`)?.value) as never),
    );
    for (const { value } of rows) this.rows.set(value.id, structuredClone(value));
    for (const more of tallies) this.tallies.set(tallyId(more), grown(this.tallies.get(tallyId(more)), more));
    return true;
  }

  version(type: string, id: string): number {
    const value = this.records.get(`${type} ${id}`)?.value;
    return value && 'version' in value ? Number(value.version) : 0;
  }
}

const step = fc.record({
  subject: fc.constantFrom('s1', 's2'),
  cycle: fc.constantFrom(...cycles),
  what: fc.constantFrom(
    'register',
    'register',
    'open',
    'open',
    'move',
    'close',
    'back',
    ...(Array(9).fill('advance') as 'advance'[]),
  ),
  place: fc.constantFrom(...places),
  pick: fc.nat(9),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The act that leads an assessment on from its state. */
async function advance(world: KeptWorld, id: string, pick: number): Promise<void> {
  const found = world.assessments().find((one) => one.id === id);
  const at = world.version('assessment', id);
  switch (found?.state) {
    case 'draft':
    case 'returned': {
      const answers = { c1: { points: '5' }, c2: { points: '3', evidence: [link] } };
      await world.act(owner, 'assessment.answer', id, at, { answers });
      await world.act(owner, 'assessment.submit', id, at + 1, {});
      return;
    }
    case 'submitted':
      await world.act(reviewer, 'assessment.review', id, at, {});
      return;
    case 'in-review':
      if (pick > 2) await world.act(reviewer, 'assessment.verify', id, at, {});
      else await world.act(reviewer, 'assessment.return', id, at, { reason: 'Thiếu', comments: [] });
      return;
    case 'verified':
      if (pick > 2)
        await world.act(signer, 'recognition.grant', `d-${id}-${at}`, 0, {
          decision: {
            number: '05/QĐ-HKH',
            date: '2026-12-05',
            signer: signer.name,
            issuer: { id: 'hkh-mau', name: 'Hội Khuyến học xã Mẫu' },
          },
          grants: [{ assessment: id, expected: at, outcome: 'tot' }],
        });
      else await world.act(signer, 'recognition.refuse', id, at, { reason: 'Không đủ điều kiện' });
      return;
    default:
      return;
  }
}

async function take(world: KeptWorld, { subject, cycle, what, place, pick }: Step, n: number): Promise<void> {
  const at = world.version('subject', subject);
  const where = { name: 'Xã Mẫu', ...(place !== undefined && { code: place }) };
  const current = world.rows.get(subject)?.years[cycle];
  switch (what) {
    case 'register':
      await world.act(pick > 4 ? owner : helper, 'subject.register', subject, at, {
        ...{ model: 'unit' as const, name: `Đơn vị ${subject}`, place: where, facts: {}, cycle },
        criteria: { id: 'small', version: '1' },
      });
      return;
    case 'move':
      await world.act(mayor, 'subject.update', subject, at, {
        place: where,
        subjectGroup: pick % 2 ? 'truong-hoc' : 'co-quan',
      });
      return;
    case 'close':
      // Seldom, because nothing much happens afterwards.
      if (pick === 0) await world.act(mayor, 'subject.close', subject, at, { reason: 'Giải thể' });
      return;
    case 'open':
      await world.act(owner, 'assessment.open', `a${n}-${subject}-${cycle}`, 0, { subject, cycle });
      return;
    case 'advance':
      if (current?.assessment !== undefined) await advance(world, current.assessment, pick);
      return;
    default: {
      const id = current?.assessment;
      if (id === undefined) return;
      const revoked = [...world.records.values()].find(
        (one) => one.type === 'recognition' && one.value.assessmentId === id,
      );
      if (revoked?.type === 'recognition' && pick > 4)
        await world.act(signer, 'recognition.revoke', revoked.value.id, revoked.value.version, {
          reason: 'Sai',
        });
      else await world.act(owner, 'assessment.withdraw', id, world.version('assessment', id), {});
    }
  }
}

/** The register out of the records alone. */
function rebuilt(world: KeptWorld): RegisterEntry[] {
  const subjects = [...world.records.values()].flatMap((one) => (one.type === 'subject' ? [one.value] : []));
  return subjects.map((subject) =>
    entryOf(
      subject,
      world.assessments().filter((one) => one.subjectId === subject.id),
      world.rows.get(subject.id)?.version ?? 0,
    ),
  );
}

describe('the register and its tallies', () => {
  it('kept step by step are what they come to when everything is gone through, whatever people do', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), async (steps) => {
        const world = new KeptWorld(smallSet);
        for (const [n, one] of steps.entries()) {
          await take(world, one, n);
          for (const { years } of world.rows.values())
            for (const { state } of Object.values(years)) reached.add(state);
          for (const { counts } of world.tallies.values())
            for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(0);
        }
        const anew = rebuilt(world);
        expect([...world.rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          anew.sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        const sums: Sums = new Map();
        for (const entry of anew) addTallies(sums, talliesOf(entry));
        const kept = [...world.tallies.values()].filter(({ counts }) => Object.values(counts).some(Boolean));
        const plain = kept.map(({ id: _id, version: _version, ...tally }) => tally);
        const order = (a: { place: string }, b: { place: string }) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
        expect(plain.sort(order)).toEqual(changing(sums).sort(order));

        // Every line counts once in each year that it is in.
        for (const cycle of cycles) {
          const rows = anew.flatMap((entry) => rowOf(entry, cycle) ?? []);
          for (const row of rows) {
            expect(RegisterRow.safeParse(row).success).toBe(true);
            reached.add(row.state);
          }
          const there = rows.filter(({ state }) => state !== 'none').length;
          const counted = plain.reduce(
            (sum, one) => sum + (one.cycle === cycle ? one.counts.subjects : 0),
            0,
          );
          expect(counted).toBe(there);
        }
        for (const entry of anew) expect(RegisterEntry.safeParse(entry).success).toBe(true);
        for (const tally of kept) expect(StoredTally.safeParse(tally).success).toBe(true);
      }),
      { numRuns: 25, seed: 5 },
    );
    // Else the runs above would prove less than they seem to.
    for (const state of ['none', 'registered', 'submitted', 'verified', 'recognised', 'not-recognised'])
      expect(reached).toContain(state);
  }, 15_000);
});
