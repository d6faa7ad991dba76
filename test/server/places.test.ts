import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPlaces } from '../../src/backend/conformance/area-cases.js';
import { openFund, receiptDraft } from '../../src/backend/conformance/fund-scene.js';
import { admin, command, cycle, newId, officer, type Scene } from '../../src/backend/conformance/scene.js';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { presets } from '../../src/presets/catalog.js';
import { answerQuery, type Wanted } from '../../src/backend/answer-query.js';
import { listedAs } from '../../src/server/storage/columns.js';
import { createSqlReader } from '../../src/server/storage/sql-reader.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

const sen = '07210';
const viet = '07213';
const inCharge = (scope: string, role: Actor['roles'][number] = 'officer'): Actor => ({
  ...{ id: `${role}-${scope}`, name: 'Lò Văn Chín', roles: [role], scope: [scope] },
});

let server: TestServer;
let scene: Scene;
let owner: Backend;
const subjects: Record<string, string> = {};
const assessments: Record<string, string> = {};
let pdf: string;

async function must(backend: Backend, one: Parameters<Backend['execute']>[0][number]): Promise<void> {
  expect(await backend.execute([one])).toMatchObject([{ status: 'applied' }]);
}

beforeAll(async () => {
  server = await startServer();
  scene = await sceneOn(server);
  await withPlaces(scene);
  owner = await scene.as(officer);
  const criteria = { id: scene.set.id, version: scene.set.version };
  pdf = (await owner.files!.put(new Blob(['%PDF-1.4 kế hoạch']))).sha256;
  const file = {
    ...{
      id: 'e1',
      kind: 'file' as const,
      name: 'kh.pdf',
      sha256: pdf,
      size: 20,
      type: 'application/pdf' as const,
    },
    addedAt: '2026-11-01T00:00:00.000Z',
  };
  const [first] = scene.set.sections.flatMap((section) => section.criteria);
  for (const code of [sen, viet]) {
    const [subject, assessment] = [newId(), newId()];
    const place = { name: 'Xã', code };
    await must(
      owner,
      command('subject.register', subject, 0, {
        ...{ model: scene.set.model, name: `Trường ${code}`, place, facts: {}, cycle, criteria },
      }),
    );
    await must(owner, command('assessment.open', assessment, 0, { subject, cycle }));
    const consent = {
      ...{ subjectId: subject, purpose: 'assessment' as const, textVersion: '1', giver: 'self' as const },
      ...{ giverName: 'Ánh', form: 'digital' as const },
    };
    await must(owner, command('consent.give', newId(), 0, consent));
    if (code === sen)
      await must(
        owner,
        command('assessment.answer', assessment, 1, {
          answers: { [first!.id]: { yes: true, evidence: [file] } },
        }),
      );
    subjects[code] = subject;
    assessments[code] = assessment;
  }
});
afterAll(async () => {
  await scene.end();
  await server.close();
});

/** Ids that a statement without any condition finds, of each type of record that is about somebody. */
const everything = async (places: string[], scope: string[] = []) => {
  const asking = { role: 'reader', province: scene.tenant, actor: 'nobody', scope, places } as const;
  const { rows } = await server.database.behind(asking, (db) =>
    sql<{ type: string; n: number }>`select type, count(*)::int as n from record
      where type not in ('criteria', 'places') group by type order by type`.execute(db),
  );
  return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
};

describe('a person in charge of a commune', () => {
  it('is told which codes his scope reaches, and nobody else of any', async () => {
    const session = async (actor: Actor) => (await (await scene.as(actor)).session()).actor;
    expect((await session(inCharge(sen)))?.places).toEqual([sen]);
    expect(new Set((await session(inCharge('24')))?.places)).toEqual(new Set(['24', sen, viet]));
    for (const actor of [officer, admin, { ...officer, scope: ['s1'] }])
      expect(await session(actor)).not.toHaveProperty('places');
  });

  it('has the register of his commune, its consents and its evidence, and no other', async () => {
    const mine = await scene.as(inCharge(sen));
    const { items } = await mine.query('register.list', { cycle });
    expect(items.map(({ subject }) => subject)).toEqual([subjects[sen]]);
    expect((await mine.query('consents.list', { subject: subjects[sen]! })).items).toHaveLength(1);
    await expect(mine.query('consents.list', { subject: subjects[viet]! })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await mine.files!.get(pdf)).size).toBeGreaterThan(0);
    const theirs = await scene.as(inCharge(viet));
    await expect(theirs.files!.get(pdf)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('has those of the subjects that he names which lie there, hundreds with one question', async () => {
    const mine = await scene.as(inCharge(sen));
    const both = [subjects[viet]!, subjects[sen]!];
    const asked = { ids: [...both, ...Array.from({ length: 198 }, newId)], limit: 1 };
    const named = async (backend: Backend, params: object = asked) =>
      (await backend.query('subjects.list', params)).items.map(({ id }) => id);
    expect(await named(mine)).toEqual([subjects[sen]]);
    expect(await named(owner), 'all of them in one page, in the order of ids').toEqual([...both].sort());
    expect(await named(owner, { ids: both, model: 'clan' })).toEqual([]);
    expect(await named(owner, { ids: [] })).toEqual([]);
    const many = { ids: [...asked.ids, newId()] };
    await expect(owner.query('subjects.list', many)).rejects.toMatchObject({
      code: 'invalid',
      params: { field: 'ids' },
    });
    const visitor = await scene.as(null);
    await expect(visitor.query('subjects.list', asked)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('reviews what is submitted there, and nothing beside it', async () => {
    const review = async (actor: Actor, code: string) =>
      (await scene.as(actor)).execute([command('assessment.review', assessments[code]!, 1, {})]);
    const judge = inCharge(viet, 'reviewer');
    expect(await review(judge, sen)).toMatchObject([{ code: 'forbidden' }]);
    // Not yet submitted: his right was asked before.
    expect(await review(judge, viet)).toMatchObject([{ code: 'wrong-state' }]);
  });

  it('hears of what has changed there', async () => {
    const changes = async (actor: Actor, since = '') => {
      const headers = { Authorization: `Bearer ${await server.signer.token(actor, scene.tenant)}` };
      const answer = await fetch(`${server.url}/v1/changes${since && `?since=${since}`}`, { headers });
      return (await answer.json()) as { items: { type: string; id: string }[]; next: string };
    };
    const { next } = await changes(inCharge(sen));
    for (const code of [sen, viet])
      await must(owner, command('subject.update', subjects[code]!, 1, { name: `Trường mới ${code}` }));
    expect((await changes(inCharge(sen), next)).items).toMatchObject([
      { type: 'subject', id: subjects[sen] },
    ]);
    expect((await changes(inCharge('24'), next)).items).toHaveLength(2);
  });

  it('keeps the funds of his commune, with what is private in them', async () => {
    const [own, other] = [sen, viet].map((code) => ({ place: { name: 'Xã', code }, published: false }));
    const [mine, theirs] = [await openFund(scene, own), await openFund(scene, other)];
    await mine.record(receiptDraft());
    await theirs.record(receiptDraft());
    const keeper = await scene.as(inCharge(sen, 'treasurer'));
    expect((await keeper.query('funds.list', {})).items.map(({ id }) => id)).toEqual([mine.fund]);
    expect((await keeper.query('fund.ledger', { fund: mine.fund })).items).toHaveLength(1);
    for (const fund of [mine.fund, theirs.fund]) {
      const draft = command('fund.record', newId(), 0, { fund, ...receiptDraft() });
      const status = fund === mine.fund ? 'applied' : 'rejected';
      expect(await keeper.execute([draft])).toMatchObject([{ status }]);
    }
    await expect(keeper.query('fund.ledger', { fund: theirs.fund })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(keeper.query('fund.get', { id: newId() })).rejects.toMatchObject({ code: 'not-found' });
    expect(await everything([viet])).toMatchObject({ fund: 1, entry: 1, 'entry-secret': 1 });
    expect(await everything([], [mine.fund])).toEqual({ fund: 1, entry: 2, 'entry-secret': 2 });
  });
});

describe('the second wall, where the code asks for everything', () => {
  it('shows what lies in his places, and no more of it when it has left', async () => {
    const about = { assessment: 1, consent: 1, row: 1, subject: 1 };
    expect(await everything([sen])).toMatchObject(about);
    expect(await everything([sen, viet])).toMatchObject({ assessment: 2, consent: 2, row: 2, subject: 2 });
    for (const places of [[], [''], ['24'], ['072']]) expect(await everything(places)).toEqual({});
    const others = async (places: string[]) => {
      const asking = { role: 'reader', province: scene.tenant, actor: 'nobody', places } as const;
      return server.database.behind(asking, async (db) => [
        (await db.selectFrom('standing').select('id').distinct().execute()).length,
        (await db.selectFrom('whereabouts').select('id').where('type', '=', 'subject').execute()).length,
      ]);
    };
    expect([await others([sen]), await others([])]).toEqual([
      [1, 1],
      [0, 0],
    ]);

    const [id, there] = [subjects[sen]!, { name: 'Xã', code: viet }];
    const move = (expected: number, place: typeof there) =>
      command('subject.update', id, expected, { place });
    await must(owner, move(2, there));
    expect([await everything([sen]), await others([sen])]).toMatchObject([{}, [0, 0]]);
    expect(await everything([sen])).not.toHaveProperty('assessment');
    expect(await everything([viet])).toMatchObject({ assessment: 2, consent: 2 });
    // There and back again with one statement.
    await owner.execute([
      move(3, { name: 'Xã', code: sen }),
      move(4, there),
      move(5, { name: 'Xã', code: sen }),
    ]);
    expect([await everything([sen]), await others([sen])]).toMatchObject([about, [1, 1]]);
  });

  it('keeps no longer than a statement whom it stood before', async () => {
    for (const places of [[sen], [], [viet], [sen, viet]])
      expect((await everything(places))['subject'] ?? 0).toBe(places.length);
  });
});

it('lists what somebody may see and wants in the order of ids, whichever way it is found', async () => {
  const province = `${scene.tenant}-list`;
  const of = <T>(list: readonly T[], no: number): T => list[no % list.length]!;
  const subjects = Array.from({ length: 260 }, (_, no) => ({
    ...{ id: `s${no}`, owner: no % 3 === 0 ? 'me' : 'other', place: no % 5 === 0 ? sen : viet },
    ...{ state: of(['draft', 'submitted', 'verified'], no >> 2), model: of(['family', 'unit'], no >> 3) },
    cycle: of(['2025', '2026'], no >> 1),
  }));
  const types = ['subject', 'fund', 'assessment', 'recognition'] as const;
  const stands = (type: (typeof types)[number]): boolean => type === 'subject' || type === 'fund';
  const decision = ['recognition-s8', 'recognition-s3', 'recognition-s15'];
  await server.database.behind({ role: 'writer', province }, async (db) => {
    const lines = types.flatMap((type) =>
      subjects.map(({ id, owner, ...one }) => ({
        ...{ province, type, id: stands(type) ? id : `${type}-${id}`, version: 1, owner, subject: id },
        ...{ parent: stands(type) ? '' : id, cycle: '', open: false },
        listed: stands(type) ? '' : listedAs(type as 'assessment', one as Parameters<typeof listedAs>[1]),
        value: JSON.stringify({ id: stands(type) ? id : `${type}-${id}`, subjectId: id }),
      })),
    );
    const about = { owner: '', subject: '', parent: '', cycle: '', open: false, listed: '' };
    const value = JSON.stringify({ recognitions: decision });
    const qd = { ...about, province, type: 'decision', id: 'qd', version: 1, value };
    await db
      .insertInto('record')
      .values([...lines, qd])
      .execute();
    await db
      .insertInto('whereabouts')
      .values(
        subjects.flatMap(({ id, owner, place }) =>
          types.filter(stands).map((type) => ({ province, type, id, owner, place })),
        ),
      )
      .execute();
  });
  const more = (count: number) => [sen, ...Array.from({ length: count }, (_, no) => `c${no}`)];
  const wishes: (Wanted | undefined)[] = [
    ...[undefined, { mine: true }, { state: 'submitted' }, { model: 'unit', cycle: '2025' }],
    ...[{ state: 'verified', model: 'family', cycle: '2026', mine: true }, { state: '%' }],
    { decision: 'qd' },
    { subjects: subjects.filter((_, no) => no % 4 === 1).map(({ id }) => id) },
  ];
  const few = ['s7', 's8', 's10'];
  const charges: [places: string[], scope: string[]][] = [
    ...[[], [sen], more(20), more(300)].map((places): [string[], string[]] => [places, few]),
    [[sen], ['*']],
  ];
  for (const [places, scope] of charges) {
    const person = { id: 'me', scope, places };
    const asking = { role: 'reader', province, actor: person.id, ...person } as const;
    const mayBeSeen = subjects.filter(
      ({ id, owner, place }) =>
        [id, '*'].some((one) => scope.includes(one)) || owner === 'me' || places.includes(place),
    );
    for (const type of types)
      for (const wanted of wishes) {
        const all = async (...who: [] | [typeof person]) => {
          const reader = createSqlReader((work) => server.database.behind(asking, work), province, ...who);
          const found: string[] = [];
          let after: string | undefined;
          do {
            const { records, last } = await reader.scan(type, { after, wanted, count: 30 });
            found.push(...records.map(({ id }) => id));
            after = last;
          } while (after !== undefined);
          return found;
        };
        const idsOf = (some: typeof subjects) =>
          some.map(({ id }) => (stands(type) ? id : `${type}-${id}`)).sort();
        const { mine, state, model, cycle: year, subjects: named } = wanted ?? {};
        const fits = mayBeSeen.filter(
          (one) =>
            (stands(type) ||
              ((!state || state === one.state) &&
                (!model || model === one.model) &&
                (!year || year === one.cycle))) &&
            (type !== 'recognition' || !named || named.includes(one.id)) &&
            (!mine || one.owner === 'me'),
        );
        const granted = type === 'recognition' && wanted?.decision !== undefined;
        const expected = idsOf(granted ? fits.filter(({ id }) => decision.includes(`${type}-${id}`)) : fits);
        expect(
          await all(person),
          `${type} ${JSON.stringify(wanted)} ${places.length} ${scope.join()}`,
        ).toEqual(expected);
        // The wall alone, where nothing is said of whom it is for, and of what is wanted.
        if (wanted === undefined) expect(await all()).toEqual(expected);
      }
  }
});

it('goes by the places that come along, where none were entered', async () => {
  const other = await startServer({ database: server.database, signer: server.signer, catalog: presets });
  const backend = createHttpAdapter({
    ...{ baseUrl: other.url, province: `${scene.tenant}-x` },
    token: () => server.signer.token(inCharge('24'), `${scene.tenant}-x`),
  });
  // Provinces come along, what lies in them is entered.
  expect((await backend.session()).actor?.places).toEqual(['24']);
  await backend.dispose();
  await other.close();
});

it('looks at all titles of a decision with one statement, whether it leads to one that somebody may see or not', async () => {
  const province = `${scene.tenant}-decision`;
  const writer = { role: 'writer', province } as const;
  const ids = Array.from({ length: 500 }, (_, no) => `t${no}`);
  const about = { owner: 'other', parent: '', cycle: '', open: false, listed: '', version: 1, province };
  const line = (type: string, id: string, subject: string, value: object) => ({
    ...{ ...about, type, id, subject, value: JSON.stringify({ id, owner: 'other', ...value }) },
  });
  const titles = ids.map((id) => line('recognition', id, `of-${id}`, { subjectId: `of-${id}` }));
  await server.database.behind(writer, (db) =>
    db
      .insertInto('record')
      .values([...titles, line('decision', 'qd', '', { recognitions: ids })])
      .execute(),
  );
  let statements = 0;
  const reader = createSqlReader((work) => {
    statements += 1;
    return server.database.behind(writer, work);
  }, province);
  const asked = (scope: string[]) =>
    answerQuery('decision.get', { id: 'qd' }, { reader, actor: { ...officer, scope, places: [sen] } });
  await expect(asked(['of-another'])).rejects.toMatchObject({ code: 'forbidden' });
  expect(statements, 'the decision, its titles, where their subjects are').toBe(3);
  expect((await asked(['of-t499'])).items).toMatchObject([{ id: 'qd' }]);
  expect(statements).toBe(6);
});
