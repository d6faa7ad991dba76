import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.schema.js';
import { inScope, maySee } from './reach.js';
import { FundWorld } from './test-helpers/fund-world.js';
import { criteria, outcome, registered, unit } from './test-helpers/stages.js';
import { owner, type World } from './test-helpers/world.js';

const [here, near, far] = ['07210', '07213', '30001'].map((code) => ({ name: 'Xã Mẫu', code }));
/** In charge of the first two places. */
const officer: Actor = {
  ...{ id: 'can-bo', name: 'Lò Văn Chín', roles: ['officer'] },
  ...{ scope: ['07210', '07213'], places: ['07210', '07213'] },
};
const treasurer: Actor = { ...officer, id: 'thu-quy', roles: ['treasurer'] };

async function settled(place: { name: string; code?: string }): Promise<World> {
  const world = await registered();
  await world.run(owner, 'subject.update', 's', 1, { place });
  return world;
}

describe('who is in charge of places', () => {
  it('moves subjects among them, and none out of them', async () => {
    const world = await settled(here!);
    const move = (place: object, expected: number, actor = officer) =>
      outcome(world, actor, 'subject.update', 's', expected, { place: place as typeof unit.place });
    expect(await move(far!, 2)).toBe('forbidden place');
    expect(await move({ name: 'Đâu đó' }, 2)).toBe('forbidden place');
    expect(await move(near!, 2)).toBe('applied');
    // By its id it is reached wherever it goes; and its owner goes where he likes.
    expect(await move(far!, 3, { ...officer, scope: ['s'], places: [] })).toBe('applied');
    expect(await move(here!, 4, officer)).toBe('forbidden');
    expect(await move(here!, 4, owner)).toBe('applied');
  });

  it('registers none elsewhere whom he has in his charge, one by one or by a list', async () => {
    const world = await settled(here!);
    const wide = { ...unit, place: far!, cycle: '2027', criteria };
    expect(await outcome(world, officer, 'subject.register', 's', 2, wide)).toBe('forbidden place');
    const row = { ...unit, id: 's', expected: 2 };
    const list = (place: typeof far) => ({ subjects: [{ ...row, place: place! }] });
    expect(await outcome(world, officer, 'subject.import', 'l1', 0, list(far))).toBe(
      'rows rows.1.forbidden.place',
    );
    expect(await outcome(world, officer, 'subject.import', 'l2', 0, list(near))).toBe('applied');
  });

  it('reaches nothing whose place is known by its name only', async () => {
    const world = await settled({ name: 'Xã Mẫu' });
    expect(await outcome(world, officer, 'subject.close', 's', 2, { reason: 'Giải thể' })).toBe('forbidden');
    expect(inScope(officer, 's', '')).toBe(false);
  });

  it('moves funds among them, and none out of them', async () => {
    const world = await FundWorld.opened();
    const fund = world.records.get('fund quy');
    if (fund?.type === 'fund') fund.value.place = here!;
    const move = (place: typeof far, expected: number) =>
      outcome(world, treasurer, 'fund.update', 'quy', expected, { place: place! });
    expect(await move(far, 1)).toBe('forbidden place');
    expect(await move(near, 1)).toBe('applied');
  });

  it('sees what lies in them', () => {
    const about = { owner: 'owner', subjectId: 's' };
    expect(maySee(officer, { ...about, at: '07210' })).toBe(true);
    expect(maySee(officer, { ...about, at: '30001' })).toBe(false);
    expect(maySee(officer, about)).toBe(false);
  });
});
