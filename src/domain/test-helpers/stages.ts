import type { Actor } from '../actor.schema.js';
import type { CommandKind, CommandOf } from '../command.schema.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import { owner, reviewer, smallSet, World } from './world.js';

export const unit = {
  model: 'unit' as const,
  name: 'Trường THCS Nguyễn Du',
  place: { name: 'Xã Mẫu' },
  facts: {},
};
export const criteria = { id: 'small', version: '1' };
export const link = {
  id: 'e1',
  kind: 'link' as const,
  name: 'Kế hoạch',
  url: 'https://example.vn/kh',
  addedAt: '2026-11-01T00:00:00.000Z',
};
export const full = { c1: { points: '5' }, c2: { points: '1', evidence: [link] } };

/** The decision in short: `applied`, `conflict`, or the code and path of the rejection. */
export async function outcome<K extends CommandKind>(
  world: World,
  actor: Actor | null,
  kind: K,
  record: string,
  expected: number,
  payload: CommandOf<K>['payload'],
) {
  const decision = await world.run(actor, kind, record, expected, payload);
  if (decision.status !== 'rejected') return decision.status;
  const { code, path } = decision.rejection;
  return path ? `${code} ${path.join('.')}` : code;
}

export async function registered(...sets: CriteriaSet[]): Promise<World> {
  const world = new World(smallSet, ...sets);
  await world.run(owner, 'subject.register', 's', 0, { ...unit, cycle: '2026', criteria });
  return world;
}

export async function opened(): Promise<World> {
  const world = await registered();
  await world.run(owner, 'assessment.open', 'a', 0, { subject: 's', cycle: '2026' });
  return world;
}

/** Brings the one assessment, "a" of the subject "s", as far as a reviewer's verification, or stops before it. */
export async function submitted(until: 'submitted' | 'in-review' | 'verified' = 'submitted'): Promise<World> {
  const world = await opened();
  await world.run(owner, 'assessment.answer', 'a', 1, { answers: full });
  await world.run(owner, 'assessment.submit', 'a', 2, {});
  if (until !== 'submitted') await world.run(reviewer, 'assessment.review', 'a', 3, {});
  if (until === 'verified') await world.run(reviewer, 'assessment.verify', 'a', 4, {});
  return world;
}
