import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.schema.js';
import { Assessment, type AssessmentState } from './assessment.schema.js';
import type { CommandOf } from './command.schema.js';
import { Recognition } from './recognition.schema.js';
import { readReceiptNumber } from './receipt-number.js';
import { helper, mayor, outsider, owner, reviewer, signer, smallSet, World } from './test-helpers/world.js';
import { commandsFrom, transitions, type AssessmentCommandKind } from './workflow.js';

/** Written down a second time, by hand: whatever the table in the code says, nothing else may happen. */
const legal = new Set([
  'assessment.answer: draft > draft',
  'assessment.answer: returned > returned',
  'assessment.submit: draft > submitted',
  'assessment.submit: returned > submitted',
  'assessment.withdraw: submitted > draft',
  'assessment.review: submitted > in-review',
  'assessment.mark: in-review > in-review',
  'assessment.return: in-review > returned',
  'assessment.verify: in-review > verified',
  'recognition.grant: verified > recognised',
  'recognition.refuse: verified > not-recognised',
  'recognition.expire: recognised > expired',
  'recognition.revoke: recognised > revoked',
]);
const judging = new Set([
  'assessment.review',
  'assessment.mark',
  'assessment.return',
  'assessment.verify',
  'recognition.grant',
  'recognition.refuse',
  'recognition.revoke',
]);
const authoring = new Set([
  'assessment.open',
  'assessment.answer',
  'assessment.submit',
  'assessment.withdraw',
]);

const actors: (Actor | null)[] = [owner, helper, reviewer, signer, mayor, outsider, null];
const kinds = (Object.keys(transitions) as AssessmentCommandKind[]).filter(
  (kind) => kind !== 'assessment.open',
);
const link = {
  id: 'e1',
  kind: 'link',
  name: 'Kế hoạch',
  url: 'https://example.vn/kh',
  addedAt: '2026-11-01T00:00:00.000Z',
} as const;

function payloadOf(
  kind: AssessmentCommandKind,
  pick: number,
  version: number,
): CommandOf<AssessmentCommandKind>['payload'] {
  switch (kind) {
    case 'assessment.answer':
      // Mostly an answer that can be submitted, so that runs get beyond the draft.
      return {
        answers:
          pick % 4 === 0
            ? { c1: null }
            : { c1: { points: '5' }, c2: { points: `${pick % 6}`, evidence: [link] } },
      };
    case 'assessment.return':
      return { reason: 'Thiếu minh chứng', comments: [] };
    case 'assessment.mark':
      return { marks: { c1: pick % 3 ? { answer: { points: `${pick % 6}` }, reason: 'Theo sổ' } : null } };
    case 'recognition.grant':
      return {
        decision: {
          number: '05/QĐ-HKH',
          date: '2026-12-05',
          signer: 'Phạm Minh Đức',
          issuer: { id: 'hkh-mau', name: 'Hội Khuyến học xã Mẫu' },
        },
        grants: [{ assessment: 'a', expected: version, outcome: pick % 2 ? 'kha' : 'tot' }],
      };
    case 'recognition.refuse':
    case 'recognition.revoke':
      return { reason: 'Không đủ điều kiện' };
    default:
      return {};
  }
}

/** Somebody who may well use the command. */
function suited(kind: AssessmentCommandKind, pick: number): Actor {
  if (authoring.has(kind)) return pick % 3 ? owner : helper;
  if (kind.startsWith('assessment.')) return pick % 3 ? reviewer : mayor;
  return pick % 3 ? signer : mayor;
}

const step = fc.record({
  anybody: fc.constantFrom(...actors),
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(30),
  /** Rather something that the state allows than anything at all. */
  likely: fc.integer({ min: 0, max: 9 }).map((draw) => draw < 8),
  stale: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
  months: fc.constantFrom(0, 0, 0, 14),
});

function check(before: Assessment, after: Assessment, kind: string, actor: Actor | null): void {
  expect(legal).toContain(`${kind}: ${before.state} > ${after.state}`);
  expect(after.version).toBe(before.version + 1);
  expect(Assessment.safeParse(after).success).toBe(true);
  expect(after.history.every((entry, index) => entry.from === (after.history[index - 1]?.to ?? null))).toBe(
    true,
  );
  expect(after.history.at(-1)?.to).toBe(after.state);
  if (kind !== 'assessment.answer' && kind !== 'assessment.mark')
    expect(after.history).toHaveLength(before.history.length + 1);
  expect(JSON.stringify(after.history.slice(0, before.history.length))).toBe(JSON.stringify(before.history));
  expect(after.submissions.every(({ receipt }) => readReceiptNumber(receipt) === receipt)).toBe(true);
  if (judging.has(kind)) {
    expect(actor?.id).not.toBe(after.owner);
    const authors = before.history.filter((entry) => authoring.has(entry.kind)).map((entry) => entry.by);
    expect(authors).not.toContain(actor?.id);
  }
  expect(actor?.id).not.toBe(outsider.id);
}

/** A title stands beside an assessment that was verified, and nowhere else. */
function checkTitle(assessment: Assessment, title: Recognition | undefined): void {
  const granted = assessment.history.some(({ kind }) => kind === 'recognition.grant');
  expect(title !== undefined).toBe(granted);
  if (!title) return;
  expect(Recognition.safeParse(title).success).toBe(true);
  expect(assessment.history.some(({ kind }) => kind === 'assessment.verify')).toBe(true);
  expect(title.state).toBe(assessment.state === 'revoked' ? 'revoked' : 'granted');
  expect([title.outcome, title.validUntil]).toEqual([
    assessment.decision?.outcome,
    assessment.decision?.validUntil,
  ]);
}

describe('the state machine', () => {
  it('keeps its laws whatever people do, in whatever order', async () => {
    const reached = new Set<AssessmentState>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
        const world = new World(smallSet);
        let decisions = 0;
        const fields = { model: 'unit' as const, name: 'Trường', place: { name: 'Xã' }, facts: {} };
        await world.run(owner, 'subject.register', 's', 0, {
          ...fields,
          cycle: '2026',
          criteria: { id: 'small', version: '1' },
        });
        await world.run(owner, 'assessment.open', 'a', 0, { subject: 's', cycle: '2026' });
        for (const { anybody, kind: any, pick, likely, stale, months } of steps) {
          const before = (await world.read('assessment', 'a')) as Assessment;
          const possible = commandsFrom(before.state);
          const kind = (likely ? possible[pick % possible.length] : undefined) ?? any;
          const actor = likely ? suited(kind, pick) : anybody;
          world.now += months * 31 * 86_400_000;
          const seen = before.version - (stale ? 1 : 0);
          const title = await world.read('recognition', 'a');
          decisions += 1;
          // A decision is new, a title is revoked in its own version, everything else is about the assessment.
          const [record, expected] =
            kind === 'recognition.grant'
              ? [`d${decisions}`, 0]
              : kind === 'recognition.revoke' && title
                ? ['a', title.version - (stale ? 1 : 0)]
                : ['a', seen];
          const decision = await world.run(actor, kind, record, expected, payloadOf(kind, pick, seen));
          const after = (await world.read('assessment', 'a')) as Assessment;
          if (decision.status === 'applied') check(before, after, kind, actor);
          else expect(JSON.stringify(after)).toBe(JSON.stringify(before));
          if (stale) expect(decision.status).not.toBe('applied');
          checkTitle(after, await world.read('recognition', 'a'));
          reached.add(after.state);
        }
        const again = new World(smallSet);
        for (const applied of world.log) await again.apply(applied);
        expect(JSON.stringify([...again.records])).toBe(JSON.stringify([...world.records]));
      }),
      { numRuns: 40, seed: 20261101 },
    );
    // The laws were put to the test in every state.
    expect([...reached].sort()).toEqual([
      'draft',
      'expired',
      'in-review',
      'not-recognised',
      'recognised',
      'returned',
      'revoked',
      'submitted',
      'verified',
    ]);
  }, 60_000);
});
