import { describe, expect, it } from 'vitest';
import { memberFrom, membersSuffice, memberTitles, type Member } from './member-titles.js';

const on = '2026-12-05';
const member = (id: string, ...titles: [string, string][]): Member => ({
  id,
  name: `Ông ${id}`,
  model: 'citizen',
  titles: titles.map(([validFrom, validUntil]) => ({ validFrom, validUntil })),
});
const holder = member('a', ['2026-02-01', '2027-02-01']);
const lapsed = member('b', ['2025-02-01', '2026-02-01']);
const family = (members: object) => ({ model: 'family' as const, members });

describe('titles of members', () => {
  it('tells who holds none on the day, as far as known', () => {
    expect(memberTitles(family({ total: 4, recognised: 2 }), [holder, lapsed], on)).toEqual({
      model: 'citizen',
      total: 4,
      recognised: 2,
      without: [{ id: 'b', name: 'Ông b' }],
      unknown: 1,
      percent: 50,
    });
  });

  it('counts those known where nothing was declared, and never fewer than are known', () => {
    expect(memberTitles(family({}), [holder, lapsed, member('c')], on)).toMatchObject({
      total: 3,
      recognised: 1,
      unknown: 0,
      percent: 33.33,
    });
    expect(memberTitles(family({ total: 1, recognised: 9 }), [holder, lapsed], on)).toMatchObject({
      total: 2,
      recognised: 1,
    });
  });

  it('is undefined where nothing is known, for a person, and for members of another model', () => {
    expect(memberTitles({ model: 'family' }, [], on)).toBeUndefined();
    expect(memberTitles({ model: 'citizen', members: { total: 3 } }, [holder], on)).toBeUndefined();
    expect(memberTitles({ model: 'clan' }, [holder], on)).toBeUndefined();
  });

  it('are those that were granted to the member itself and not revoked', () => {
    const time = { validFrom: '2026-02-01', validUntil: '2027-02-01' };
    const found = memberFrom({ id: 'a', name: 'Ông a', model: 'citizen' }, [
      { subjectId: 'a', state: 'granted', ...time },
      { subjectId: 'a', state: 'revoked', ...time },
      { subjectId: 'b', state: 'granted', ...time },
    ]);
    expect(found).toEqual(holder);
  });

  it('counts the first and the last day of a title', () => {
    for (const [from, until, holds] of [
      [on, on, 1],
      ['2026-12-06', '2027-12-06', 0],
      ['2025-12-04', '2026-12-04', 0],
    ] as const)
      expect(memberTitles(family({}), [member('a', [from, until])], on)?.recognised).toBe(holds);
  });

  it('suffices exactly from the share on that the set asks for', () => {
    const found = memberTitles(family({ total: 3, recognised: 2 }), [], on);
    expect(membersSuffice({ members: { atLeast: 66.66 } }, found)).toBe(true);
    expect(membersSuffice({ members: { atLeast: 66.67 } }, found)).toBe(false);
    expect(membersSuffice({}, found)).toBeUndefined();
    expect(membersSuffice({ members: { atLeast: 0 } }, undefined)).toBeUndefined();
  });
});
