import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.schema.js';
import type { CommandOf } from './command.schema.js';
import type { CriteriaSet } from './criteria-set.schema.js';
import type { Decision } from './reader.types.js';
import type { Registry } from './registry.schema.js';
import { STATUS_LIST_LENGTH } from './status-entry.js';
import { criteria, full, outcome, submitted, unit } from './test-helpers/stages.js';
import { mayor, owner, reviewer, signer, smallSet, World } from './test-helpers/world.js';

type Payload = CommandOf<'recognition.grant'>['payload'];

const decision: Payload['decision'] = {
  number: '05/QĐ-HKH',
  date: '2026-12-05',
  signer: 'Phạm Minh Đức',
  signerTitle: 'Chủ tịch',
  issuer: { id: 'hkh-xa-mau', name: 'Hội Khuyến học xã Mẫu' },
  legalBases: ['Quyết định mẫu'],
};
const payload = (grants: Partial<Payload['grants'][number]>[] = [{}], change = {}): Payload => ({
  decision: { ...decision, ...change },
  grants: grants.map((one) => ({ assessment: 'a', expected: 5, outcome: 'kha', ...one })),
});
const grant = (world: World, given = payload(), who: Actor = signer, record = 'd1') =>
  outcome(world, who, 'recognition.grant', record, 0, given);

/** Several verified assessments, "a1" of "s1" and so on, each of an owner of its own. */
async function verified(count: number, set: CriteriaSet = smallSet): Promise<World> {
  const world = new World(set);
  for (let index = 1; index <= count; index += 1) {
    const [s, a, who] = [`s${index}`, `a${index}`, { ...owner, id: `owner-${index}` }];
    await world.run(who, 'subject.register', s, 0, {
      ...unit,
      model: set.model,
      name: `Đơn vị ${index}`,
      cycle: '2026',
      criteria,
    });
    await world.run(who, 'assessment.open', a, 0, { subject: s, cycle: '2026' });
    await world.run(who, 'assessment.answer', a, 1, { answers: full });
    await world.run(who, 'assessment.submit', a, 2, {});
    await world.run(reviewer, 'assessment.review', a, 3, {});
    await world.run(reviewer, 'assessment.verify', a, 4, {});
  }
  return world;
}
const all = (count: number) =>
  payload(Array.from({ length: count }, (_unused, index) => ({ assessment: `a${index + 1}` })));

describe('a decision for one title', () => {
  it('is dated neither before the year that was assessed nor far ahead: titles bear its day for good', async () => {
    const world = await submitted('verified');
    const dated = (date: string) => grant(world, payload([{}], { date }));
    for (const date of ['0026-12-05', '2025-12-31', '2062-12-05', '2027-05-02'])
      expect([date, await dated(date)]).toEqual([date, 'invalid decision.date.far']);
    expect(await world.read('decision', 'd1')).toBe(undefined);
    expect(await dated('2027-05-01')).toBe('applied');
  });

  it('holds to the same day of the last month, or to its last day where it is shorter', async () => {
    const until = async (date: string, months: number): Promise<unknown> => {
      const world = await verified(1, { ...smallSet, recognition: { months } });
      world.now = Date.parse(`${date}T03:00:00.000Z`);
      expect(await grant(world, payload([{ assessment: 'a1' }], { date }))).toBe('applied');
      return (await world.read('recognition', 'a1'))?.validUntil;
    };
    expect(await until('2027-08-31', 12)).toBe('2028-08-31');
    expect(await until('2027-08-31', 36)).toBe('2030-08-31');
    expect(await until('2028-02-29', 12)).toBe('2029-02-28');
  });

  it('is granted up to the verified class, for a year', async () => {
    const world = await submitted('verified');
    expect(await grant(world, payload([{ outcome: 'tot' }]))).toBe('invalid grants.a');
    expect(await grant(world, payload([{ outcome: 'thap' }]))).toBe('invalid grants.a');
    expect(await grant(world, payload([{}], { date: '2026-02-30' }))).toBe('invalid decision.date');
    expect(await grant(world)).toBe('applied');
    const { legalBases: _bases, ...named } = decision;
    expect(await world.read('recognition', 'a')).toEqual({
      id: 'a',
      version: 1,
      assessmentId: 'a',
      subjectId: 's',
      subjectName: unit.name,
      model: 'unit',
      cycle: '2026',
      criteria,
      criteriaStatus: smallSet.status,
      criteriaTitle: smallSet.title,
      outcome: 'kha',
      outcomeLabel: { vi: 'Khá' },
      score: { total: 6, max: 10 },
      place: unit.place,
      decision: { id: 'd1', ...named },
      validFrom: '2026-12-05',
      validUntil: '2027-12-05',
      state: 'granted',
      status: { list: 'revocation-1', index: 0 },
      owner: 'owner',
      createdAt: expect.any(String) as string,
      updatedAt: expect.any(String) as string,
    });
    expect(await world.read('assessment', 'a')).toMatchObject({
      state: 'recognised',
      version: 6,
      decision: { id: 'd1', number: '05/QĐ-HKH', outcome: 'kha', validUntil: '2027-12-05' },
    });
    expect(await world.read('decision', 'd1')).toMatchObject({
      ...decision,
      recognitions: ['a'],
      owner: 'signer',
    });
  });

  it('holds as long as the criteria set says', async () => {
    const world = await verified(1, { ...smallSet, recognition: { months: 36 } });
    await grant(world, all(1));
    expect(await world.read('recognition', 'a1')).toMatchObject({ validUntil: '2029-12-05' });
  });

  it('ends when its last day is over in Viet Nam', async () => {
    const world = await submitted('verified');
    await grant(world);
    const expire = () => outcome(world, signer, 'recognition.expire', 'a', 6, {});
    expect(await expire()).toBe('invalid validUntil');
    world.now = Date.parse('2027-12-05T17:00:00Z') - 120_000;
    expect(await expire()).toBe('invalid validUntil');
    expect(await expire()).toBe('applied');
  });

  it('is revoked with a reason, and lets the subject begin anew', async () => {
    const world = await submitted('verified');
    await grant(world);
    const revoke = (expected: number, who = signer) =>
      outcome(world, who, 'recognition.revoke', 'a', expected, { reason: 'Sai phạm' });
    expect(await revoke(6)).toBe('conflict');
    expect(await revoke(1, { ...signer, id: 'owner' })).toBe('own-assessment');
    expect(await revoke(1, reviewer)).toBe('forbidden');
    expect(await revoke(1)).toBe('applied');
    expect(await world.read('recognition', 'a')).toMatchObject({
      version: 2,
      state: 'revoked',
      revokedReason: 'Sai phạm',
      status: { index: 0 },
    });
    expect((await world.read('assessment', 'a'))?.history.at(-1)).toMatchObject({
      to: 'revoked',
      reason: 'Sai phạm',
    });
    expect(await revoke(2)).toBe('wrong-state');
    expect(await outcome(world, owner, 'assessment.open', 'b', 0, { subject: 's', cycle: '2026' })).toBe(
      'applied',
    );
  });

  it('is refused with a reason', async () => {
    const world = await submitted('verified');
    expect(await outcome(world, signer, 'recognition.refuse', 'a', 5, { reason: 'Chưa đủ' })).toBe('applied');
    expect((await world.read('assessment', 'a'))?.history.at(-1)).toMatchObject({
      to: 'not-recognised',
      reason: 'Chưa đủ',
    });
    expect(await world.read('recognition', 'a')).toBeUndefined();
  });

  it('takes the badge that its issuer signed, while it stands', async () => {
    const world = await submitted('verified');
    await grant(world);
    const attach = (expected: number, who: Actor = signer) =>
      outcome(world, who, 'recognition.attach', 'a', expected, { credential: `ey.${expected}` });
    expect(await attach(1, owner)).toBe('forbidden');
    expect(await attach(2)).toBe('conflict');
    expect(await attach(1)).toBe('applied');
    expect(await attach(2)).toBe('applied');
    expect(await world.read('recognition', 'a')).toMatchObject({ version: 3, credential: 'ey.2' });
    await world.run(signer, 'recognition.revoke', 'a', 3, { reason: 'Sai phạm' });
    expect(await attach(4)).toBe('wrong-state');
  });
});

describe('a decision for many titles', () => {
  it('is one act: a record of its own, one title each, places in the status list in the order of the list', async () => {
    const world = await verified(3);
    expect(await grant(world, all(3))).toBe('applied');
    expect((await world.read('decision', 'd1'))?.recognitions).toEqual(['a1', 'a2', 'a3']);
    for (const index of [0, 1, 2])
      expect(await world.read('recognition', `a${index + 1}`)).toMatchObject({
        subjectName: `Đơn vị ${index + 1}`,
        status: { list: 'revocation-1', index },
      });
    expect(await world.read('counter', 'revocation')).toEqual({ id: 'revocation', version: 1, used: 3 });
    expect(await grant(world, all(3))).toBe('already-exists decision');
  });

  it('goes on in the next status list where one is full', async () => {
    const world = await verified(2);
    const value = { id: 'revocation', version: 7, used: STATUS_LIST_LENGTH - 1 };
    world.records.set('counter revocation', { type: 'counter', value });
    await grant(world, all(2));
    expect((await world.read('recognition', 'a1'))?.status).toEqual({
      list: 'revocation-1',
      index: STATUS_LIST_LENGTH - 1,
    });
    expect((await world.read('recognition', 'a2'))?.status).toEqual({ list: 'revocation-2', index: 0 });
    expect(await world.read('counter', 'revocation')).toEqual({ ...value, version: 8, used: 131_073 });
  });

  const wrong: [string, (grants: Payload['grants']) => Payload['grants'], string, Actor?][] = [
    ['one that is not there', (g) => [...g, { ...g[0]!, assessment: 'none' }], 'not-found grants.none'],
    ['one twice', (g) => [...g, g[1]!], 'invalid grants.a2'],
    [
      'one above its class',
      (g) => g.map((one, i) => (i ? one : { ...one, outcome: 'tot' })),
      'invalid grants.a1',
    ],
    ['one that changed since', (g) => g.map((one, i) => (i ? { ...one, expected: 4 } : one)), 'conflict'],
    ["one of the signer's own", (g) => g, 'own-assessment grants.a2', { ...signer, id: 'owner-2' }],
    ['those outside his scope', (g) => g, 'forbidden grants.a2.a3', { ...signer, scope: ['s1'] }],
  ];
  it.each(wrong)('is refused whole with %s', async (_title, change, expected, who = signer) => {
    const world = await verified(3);
    const before = JSON.stringify([...world.records]);
    const given = all(3);
    expect(await grant(world, { ...given, grants: change(given.grants) }, who)).toBe(expected);
    expect(JSON.stringify([...world.records])).toBe(before);
  });

  it('names everything that fails for the first reason, and counts the rest', async () => {
    const world = await verified(4);
    await world.run(signer, 'recognition.refuse', 'a2', 5, { reason: 'Chưa đủ' });
    await world.run(signer, 'recognition.refuse', 'a4', 5, { reason: 'Chưa đủ' });
    const given = all(4);
    given.grants[1]!.expected = given.grants[3]!.expected = 6;
    given.grants[2]!.outcome = 'tot';
    const found: Decision = await world.run(signer, 'recognition.grant', 'd1', 0, given);
    expect(found).toEqual({
      status: 'rejected',
      rejection: {
        code: 'wrong-state',
        path: ['grants', 'a2', 'a4'],
        params: { state: 'not-recognised', count: 3 },
      },
    });
  });

  it('grants to nobody who signs, whatever roles he holds', async () => {
    const world = await verified(1);
    const own = { ...mayor, id: 'owner-1' };
    expect(await grant(world, all(1), own)).toBe('own-assessment grants.a1');
  });
});

describe('a title that rests on those of members', () => {
  const blocking = { ...smallSet, members: { atLeast: 50, blocking: true } };
  const citizens: CriteriaSet = { ...smallSet, id: 'citizens', model: 'citizen' };

  /** A unit of two people, of whom so many hold the title. */
  async function withMembers(set: CriteriaSet, holding: number): Promise<World> {
    const world = new World(set, citizens);
    const register = async (s: string, model: 'unit' | 'citizen', more = {}) => {
      const which = { id: model === 'unit' ? 'small' : 'citizens', version: '1' };
      await world.run(owner, 'subject.register', s, 0, {
        ...unit,
        model,
        cycle: '2026',
        criteria: which,
        ...more,
      });
      await world.run(owner, 'assessment.open', `a-${s}`, 0, { subject: s, cycle: '2026' });
      await world.run(owner, 'assessment.answer', `a-${s}`, 1, { answers: full });
      await world.run(owner, 'assessment.submit', `a-${s}`, 2, {});
      await world.run(reviewer, 'assessment.review', `a-${s}`, 3, {});
      await world.run(reviewer, 'assessment.verify', `a-${s}`, 4, {});
    };
    const people = ['p1', 'p2', 'p3', 'p4'];
    for (const one of people) await register(one, 'citizen');
    for (const one of people.slice(0, holding))
      await grant(world, payload([{ assessment: `a-${one}` }]), signer, `d-${one}`);
    await register('u', 'unit', { members: { total: 4, ids: people } });
    return world;
  }
  const grantUnit = (world: World) => grant(world, payload([{ assessment: 'a-u' }]));

  it('is granted whatever they hold, unless the set says otherwise', async () => {
    expect(await grantUnit(await withMembers({ ...smallSet, members: { atLeast: 50 } }, 0))).toBe('applied');
  });

  it('waits for them where the set says so', async () => {
    expect(await grantUnit(await withMembers(blocking, 1))).toBe('members-missing grants.a-u');
    const world = await withMembers(blocking, 2);
    await world.run(signer, 'recognition.revoke', 'a-p2', 1, { reason: 'Sai phạm' });
    expect(await grantUnit(world)).toBe('members-missing grants.a-u');
    expect(await grantUnit(await withMembers(blocking, 2))).toBe('applied');
  });

  it('waits where nothing is known of them', async () => {
    expect(await grant(await verified(1, blocking), all(1))).toBe('members-missing grants.a1');
  });
});

describe('the registry of competent bodies', () => {
  const registry: Registry = {
    format: 1,
    status: 'operator',
    updated: '2026-11-01',
    bodies: [
      {
        ids: ['hkh-xa-mau'],
        name: { vi: 'Hội Khuyến học xã Mẫu' },
        places: [unit.place],
        models: ['unit'],
        from: '2026-07-01',
        to: '2026-12-31',
      },
    ],
  };
  const refused = async (world: World, given: Payload) => {
    const answer = await world.run(signer, 'recognition.grant', 'd1', 0, given);
    return answer.status === 'rejected' ? answer.rejection : answer.status;
  };

  it('lets those in it grant, for their places, their time and their models', async () => {
    const world = await submitted('verified');
    world.registry = registry;
    expect(await grant(world)).toBe('applied');
  });

  it('refuses others, all titles at once, with the first reason', async () => {
    const world = await verified(2);
    world.registry = registry;
    const elsewhere = { ...registry.bodies[0]!, places: [{ name: 'Xã Khác' }] };
    const otherModel = { ...registry.bodies[0]!, models: ['family' as const] };
    const no = (why: string) => ({
      code: 'not-competent',
      path: ['grants', 'a1', 'a2'],
      params: { why, count: 2 },
    });
    const issuer = { id: 'hkh-xa-khac', name: 'Hội Khuyến học xã Mẫu' };
    expect(await refused(world, { ...all(2), decision: { ...decision, issuer } })).toEqual(no('unlisted'));
    const late = { ...decision, date: '2027-01-01' };
    expect(await refused(world, { ...all(2), decision: late })).toEqual(no('time'));
    world.registry = { ...registry, bodies: [elsewhere] };
    expect(await refused(world, all(2))).toEqual(no('place'));
    world.registry = { ...registry, bodies: [otherModel] };
    expect(await refused(world, all(2))).toEqual(no('model'));
    expect(await world.read('decision', 'd1')).toBe(undefined);
  });

  it('that is a sample refuses nobody, and without one nobody is asked for', async () => {
    const world = await verified(2);
    world.registry = { ...registry, status: 'sample', bodies: [] };
    expect(await grant(world, payload([{ assessment: 'a1' }]))).toBe('applied');
    world.registry = undefined;
    expect(await grant(world, payload([{ assessment: 'a2' }]), signer, 'd2')).toBe('applied');
  });
});
