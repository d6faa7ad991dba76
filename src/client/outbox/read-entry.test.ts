import { describe, expect, it } from 'vitest';
import type { PayloadUpgrades } from './payload-upgrades.js';
import { isWhole, readEntry } from './read-entry.js';
import { settle } from './settle.js';
import released from './test-helpers/released-1.json' with { type: 'json' };

const rows = released.rows.filter(({ store }) => store === 'entries');
const owner = 'default/can-bo-1';

/** An entry as a former release would have left it: points were numbers then, and had another name before that. */
const older = (payload: object, more: object = {}) => {
  const { value } = rows.at(-1)! as { value: { command: object } };
  return { ...value, ...more, command: { ...value.command, payload } };
};
const upgrades: PayloadUpgrades = {
  'assessment.answer': [
    (payload) => ({ answers: (payload as { replies: object }).replies }),
    (payload) => {
      const { answers } = payload as { answers: Record<string, { points: number }> };
      return {
        answers: Object.fromEntries(
          Object.entries(answers).map(([id, { points }]) => [id, { points: points.toString() }]),
        ),
      };
    },
  ],
};
const first = older({ replies: { c1: { points: 7 } } });
const now = { answers: { c1: { points: '7' } } };
const read = (raw: unknown, by = upgrades) => readEntry(owner, 1, raw, by);

describe('a command kept by a former release', () => {
  it('is read as it was written where nothing has changed', async () => {
    for (const { value } of rows) {
      const entry = await readEntry(owner, 1, value);
      expect(isWhole(entry) && entry.command).toEqual((value as { command: unknown }).command);
    }
  });

  it('goes through every step from the shape that it was written in, and through none twice', async () => {
    const entry = await read(first);
    expect(entry).toMatchObject({ command: { payload: now }, shape: 2 });
    expect(await read(entry)).toEqual(entry);
    expect(await read(older({ answers: { c1: { points: 7 } } }, { shape: 1 }))).toMatchObject({
      command: { payload: now },
      shape: 2,
    });
  });

  it('counts as sent where the back end had it in its older shape, and only then', async () => {
    const receipt = { id: 'x', status: 'rejected', code: 'id-reused' } as const;
    const outcome = async (raw: object) => {
      const entry = await read(raw);
      return isWhole(entry) && settle(entry, receipt, () => 'mới').status;
    };
    expect(await outcome(older({ replies: {} }, { tried: true }))).toBe('sent');
    expect(await outcome(older({ replies: {} }, { tried: false }))).toBe('stuck');
    expect(await outcome(older(now, { tried: true, shape: 2 }))).toBe('stuck');
  });

  it('is told as damaged and kept whole where it fits no shape, or its step can make nothing of it', async () => {
    for (const raw of [older({ replies: { c1: {} } }), older({ trả: 1 }), older(now, { shape: 0 })])
      expect(await read(raw)).toEqual({ owner, seq: 1, raw });
    expect(await read(first, {})).toEqual({ owner, seq: 1, raw: first });
  });
});
