import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import type { Actor, Role } from './actor.schema.js';
import { figureId } from './area/figure-id.js';
import { isOpen } from './assessment-phase.js';
import type { Command, CommandKind, CommandOf } from './command.schema.js';
import { decide } from './decide.js';
import { codesInCharge } from './locality/in-charge.js';
import type { Locality } from './locality/locality.schema.js';
import {
  basisOf,
  reachOf,
  roles,
  standings,
  verdictOf,
  type Basis,
  type Standing,
  type Verdict,
} from './permission-matrix.js';
import { rights, type Reach } from './permissions.js';
import type { Decision } from './reader.types.js';
import {
  details,
  FundWorld,
  payment,
  receipt,
  recipient,
  roundFields,
  salt,
  settings,
  treasurer,
} from './test-helpers/fund-world.js';
import { criteria, full, opened, registered, submitted, unit } from './test-helpers/stages.js';
import { owner, signer, smallSet, World } from './test-helpers/world.js';

/** A world in which only the right decides, the command, and how to stand to what it is about. */
interface Scene {
  world: World;
  command: Command;
  /** Who owns it, what a scope would name, a place that it lies in, what that place was merged into, and another place. */
  owner: string;
  named: string;
  place: string;
  since: string;
  beside: string;
}

const began = '2025-07-01';
const place = (code: string, level: Locality['level'], parent?: string): Locality => ({
  ...{ code, from: began, level, name: { vi: code }, fullName: { vi: code }, ...(parent && { parent }) },
});
const nation = { localities: [{ ...place('24', 'province'), from: '2004-01-01' }], events: [] };
/** Communes of old that were merged into the first of today's. */
const former = ['06998', '06999'].map((code) => ({
  ...place(code, 'commune', '24'),
  ...{ from: '2004-01-01', to: '2025-06-30' },
}));
const merged = {
  ...{ on: began, kind: 'merge' as const, after: [`07210@${began}`] },
  before: former.map(({ code, from }) => `${code}@${from}`),
};
const communes = {
  localities: [place('07210', 'commune', '24'), place('07213', 'commune', '24'), ...former],
  events: [merged],
};
const inCharge = codesInCharge(
  { localities: [...nation.localities, ...communes.localities], events: communes.events },
  '2026-11-01',
);
const admin: Actor = { id: 'admin-1', name: 'Ngô Văn Hải', roles: ['admin'], scope: ['*'] };

const here = { ...unit, place: { name: 'Xã Mẫu', code: '07210' } };
const wide = { ...here, cycle: '2027', criteria };
const decision = {
  ...{ number: '05/QĐ-HKH', date: '2026-12-05', signer: 'Phạm Minh Đức' },
  issuer: { id: 'hkh', name: 'Hội Khuyến học xã Mẫu' },
};
const titles = { decision, grants: [{ assessment: 'a', expected: 5, outcome: 'kha' }] };
const target = {
  ...{ indicator: 'gia-dinh', kind: 'share' as const, value: 7_500, by: '2030-12-31' },
  ...{ source: { name: { vi: 'Mẫu' } }, provenance: 'sample' as const },
};
const activity = { kind: 'seminar' as const, date: '2026-03-01', place: '07210', title: 'Hội thảo' };
const awards = { round: 'dot', salt, awards: [recipient('a1')] };
const day = { date: '2026-06-01', details };
const between = {
  ...{ fund: 'quy', to: 'quy-thon', amount: 1_000, date: '2026-05-01' },
  ...{ from: { account: 'bank' as const, category: 'chuyen', details } },
  ...{ into: { account: 'bank' as const, category: 'nhan', details } },
};
const party = { salt, name: 'Ông Trần Văn Bình', kind: 'person' as const, anonymous: false };
const paying = {
  ...{ fund: 'quy', round: 'dot', awards: ['a1'], account: 'cash' as const, category: 'hoc-bong', ...day },
};

/** Everything in the world lies in that place. */
async function worldAt(code: string, world: Promise<World>): Promise<World> {
  const made = await world;
  for (const { type, value } of made.records.values())
    if (type === 'subject' || type === 'fund') value.place = { ...here.place, code };
  return made;
}
async function titled(): Promise<World> {
  const world = await submitted('verified');
  await world.run(signer, 'recognition.grant', 'd1', 0, titles);
  return world;
}
async function consented(): Promise<World> {
  const world = await registered();
  await world.run(owner, 'consent.give', 'c', 0, consent);
  return world;
}
const consent: CommandOf<'consent.give'>['payload'] = {
  ...{
    subjectId: 's',
    purpose: 'assessment',
    textVersion: '1',
    giver: 'self',
    giverName: 'Ánh',
    form: 'digital',
  },
};
async function funds(...steps: ((world: FundWorld) => Promise<unknown>)[]): Promise<World> {
  const world = await FundWorld.opened();
  for (const step of steps) await step(world);
  return world;
}
const waits = (world: FundWorld) =>
  world.must(treasurer, 'fund.record', 'cho', 0, { fund: 'quy', ...payment({ amount: 6_000_000 }) });
const rounds = async (world: FundWorld) => {
  await world.must(treasurer, 'round.open', 'dot', 0, { ...roundFields, fund: 'quy' });
  await world.must(treasurer, 'award.add', 'them', 0, awards);
};
/** Both funds in the same hands: a transfer asks for either. */
const second = (world: FundWorld) => world.must(treasurer, 'fund.open', 'quy-thon', 0, settings);
async function places(...steps: ((world: World) => Promise<unknown>)[]): Promise<World> {
  const world = new World();
  await world.run(admin, 'locality.import', 'nation', 0, nation);
  await world.run(admin, 'locality.import', '24', 0, communes);
  for (const step of steps) await step(world);
  return world;
}
const held = (world: World) => world.run(admin, 'activity.record', 'hd', 0, activity);
const figure = figureId('gia-dinh', `07210@${began}`, '2026-03-01');

type Made<K extends CommandKind> = [Promise<World>, string, number, CommandOf<K>['payload']];
const scenes: { [K in CommandKind]: () => Made<K> } = {
  'subject.register': () => [registered(), 's', 1, wide],
  'subject.update': () => [registered(), 's', 1, { name: 'Tên mới' }],
  'subject.close': () => [registered(), 's', 1, { reason: 'Giải thể' }],
  'subject.import': () => [registered(), 'nhap', 0, { subjects: [{ ...here, id: 's', expected: 1 }] }],
  'assessment.open': () => [registered(), 'a', 0, { subject: 's', cycle: '2026' }],
  'assessment.answer': () => [opened(), 'a', 1, { answers: full }],
  'assessment.submit': () => [
    opened().then(async (world) => {
      await world.run(owner, 'assessment.answer', 'a', 1, { answers: full });
      return world;
    }),
    ...(['a', 2, {}] as const),
  ],
  'assessment.withdraw': () => [submitted(), 'a', 3, {}],
  'assessment.review': () => [submitted(), 'a', 3, {}],
  'assessment.mark': () => [
    ...([submitted('in-review'), 'a', 4] as const),
    { marks: { c1: { answer: { points: '4' }, reason: 'Thiếu' } } },
  ],
  'assessment.return': () => [submitted('in-review'), 'a', 4, { reason: 'Bổ sung', comments: [] }],
  'assessment.verify': () => [submitted('in-review'), 'a', 4, {}],
  'recognition.grant': () => [submitted('verified'), 'd1', 0, titles],
  'recognition.refuse': () => [submitted('verified'), 'a', 5, { reason: 'Chưa đủ' }],
  'recognition.revoke': () => [titled(), 'a', 1, { reason: 'Sai phạm' }],
  'recognition.attach': () => [titled(), 'a', 1, { credential: 'e30' }],
  'recognition.expire': () => [
    titled().then((world) => Object.assign(world, { now: Date.parse('2029-01-01T00:00:00Z') })),
    ...(['a', 6, {}] as const),
  ],
  'criteria.publish': () => [registered(), 'small@2', 0, { set: { ...smallSet, version: '2' } }],
  'criteria.localise': () => [
    registered(tenItems()),
    ...(['dia-phuong@1', 0] as const),
    {
      overlay: {
        ...{
          format: 1,
          base: { id: tenItems().id, version: tenItems().version },
          id: 'dia-phuong',
          version: '1',
        },
        ...{ title: { vi: 'Của xã' }, source: { name: { vi: 'Hội xã' } } },
      },
    },
  ],
  'consent.give': () => [registered(), 'c', 0, consent],
  'consent.withdraw': () => [consented(), 'c', 1, {}],
  'fund.open': () => [funds(), 'quy-moi', 0, settings],
  'fund.update': () => [funds(), 'quy', 1, { name: 'Tên mới' }],
  'fund.record': () => [funds(), 'chi', 0, { fund: 'quy', ...receipt() }],
  'fund.import': () => [funds(), 'nhap', 0, { fund: 'quy', rows: [receipt()] }],
  'fund.transfer': () => [funds(second), 'chuyen', 0, between],
  'fund.approve': () => [funds(waits), 'cho', 1, {}],
  'fund.refuse': () => [funds(waits), 'cho', 1, { salt, reason: 'Không' }],
  'fund.reverse': () => [
    ...([funds((world) => world.record(receipt())), 'quy.1', 1] as const),
    { date: '2026-04-01', details: { ...details, reason: 'Ghi nhầm' } },
  ],
  'fund.close': () => [funds(), 'quy', 1, { year: '2025' }],
  'fund.erase': () => [funds((world) => world.record(receipt({ party }))), 'quy.1', 1, { what: ['party'] }],
  'fund.disclose': () => [
    funds((world) => world.record(receipt({ party }))),
    'quy.1',
    1,
    { anonymous: true },
  ],
  'round.open': () => [funds(), 'dot', 0, { ...roundFields, fund: 'quy' }],
  'round.update': () => [funds(rounds), 'dot', 1, { title: 'Tên mới' }],
  'round.close': () => [funds(rounds), 'dot', 1, {}],
  'round.pay': () => [funds(rounds), 'tra', 0, paying],
  'award.add': () => [funds(rounds), 'them-2', 0, { ...awards, awards: [recipient('a2')] }],
  'award.update': () => [funds(rounds), 'a1', 1, { salt, amount: 300_000 }],
  'award.remove': () => [funds(rounds), 'a1', 1, {}],
  'award.consent': () => [
    ...([funds(rounds), 'a1', 1] as const),
    { salt, give: { giver: 'representative', name: 'Bà Lan', form: 'paper', textVersion: '1' } as never },
  ],
  'locality.import': () => [places(), '24', 1, communes],
  'locality.change': () => [
    ...([places(), '24', 1] as const),
    {
      event: {
        ...{ on: '2026-03-01', kind: 'merge', before: [`07210@${began}`, `07213@${began}`] },
        after: ['07300@2026-03-01'],
      },
      begins: [{ ...place('07300', 'commune', '24'), from: '2026-03-01' }],
    },
  ],
  'target.set': () => [places(), 'muc-tieu', 0, target],
  'target.drop': () => [
    places((world) => world.run(admin, 'target.set', 'muc-tieu', 0, target)),
    'muc-tieu',
    1,
    {},
  ],
  'indicator.report': () => [
    ...([places(), figure, 0] as const),
    {
      ...{ indicator: 'gia-dinh', place: `07210@${began}` },
      figure: { asOf: '2026-03-01', count: 1, of: 2, source: 'Báo cáo' },
    },
  ],
  'activity.record': () => [places(), 'hd-moi', 0, activity],
  'activity.update': () => [places(held), 'hd', 1, { ...activity, title: 'Tên mới' }],
  'activity.remove': () => [places(held), 'hd', 1, {}],
};
const kinds = Object.keys(rights) as CommandKind[];

/** Whose it is, and what a scope would name, by what a command is about. */
const abouts: Record<Basis, Pick<Scene, 'owner' | 'named' | 'place'>> = {
  subject: { owner: 'owner', named: 's', place: '24' },
  fund: { owner: 'treasurer-1', named: 'quy', place: '07210' },
  place: { owner: 'admin-1', named: '07210', place: '24' },
  tenant: { owner: 'admin-1', named: 'x', place: '24' },
};

async function sceneOf(kind: CommandKind, standing?: Standing): Promise<Scene> {
  const [made, record, expected, payload] = scenes[kind]();
  const old = standing === 'since';
  const world = await worldAt(old ? '06999' : '07210', made);
  const command = { id: 'command-x', kind, record, expected, payload } as Command;
  const scene = { world, command, ...abouts[basisOf[kind]], since: '07210', beside: '07213' };
  return old ? formerly(scene) : scene;
}

/** The scene before its place was merged into another. */
function formerly(scene: Scene): Scene {
  const text = JSON.stringify(scene.command)
    .replaceAll(figure, figureId('gia-dinh', '06999@2004-01-01', '2025-03-01'))
    .replaceAll(`07210@${began}`, '06999@2004-01-01')
    .replaceAll('2026-03-01', '2025-03-01')
    .replaceAll('"07210"', '"06999"');
  const stored = scene.world.records.get('activity hd');
  if (stored?.type === 'activity') Object.assign(stored.value, { place: '06999', date: '2025-03-01' });
  const isOld = basisOf[scene.command.kind] !== 'tenant';
  return { ...scene, command: isOld ? (JSON.parse(text) as Command) : scene.command };
}

/** Decided by the very function that decides everything, with nothing written. */
function judged({ world, command }: Scene, actor: Actor | null): Promise<Decision> {
  return decide(structuredClone(command), {
    actor,
    now: new Date(world.now + 60_000).toISOString(),
    read: world.read,
    hasher: async () => (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    findAssessment: async (subjectId, cycle) =>
      world
        .assessments()
        .find((one) => one.subjectId === subjectId && one.cycle === cycle && isOpen(one.state)),
  });
}

function verdictIn(decision: Decision): Verdict | 'other' {
  if (decision.status === 'applied') return 'yes';
  if (decision.status === 'conflict') return 'other';
  const { code, path } = decision.rejection;
  if (code === 'rows') return path?.[1] === '1.forbidden.id' ? 'forbidden' : 'other';
  return code === 'forbidden' || code === 'own-assessment' ? code : 'other';
}

function actorOf(role: Role, standing: Standing, scene: Scene): Actor {
  const person = { id: 'somebody', name: 'Ai đó', roles: [role] };
  const { owner, named, place, since, beside } = scene;
  // Who is in charge of one fund sends money to another only where he is in charge of that one, too.
  const both = named === 'quy' ? [named, 'quy-thon'] : [named];
  switch (standing) {
    case 'own':
      return { ...person, id: owner };
    case 'named':
      return { ...person, scope: both };
    case 'place':
    case 'since':
    case 'beside': {
      const scope = [{ place, since, beside }[standing]];
      return { ...person, scope, places: inCharge(scope) };
    }
    case 'all':
      return { ...person, scope: ['*'] };
    case 'author':
      return { ...person, id: 'helper', scope: ['*'] };
    case 'elsewhere':
      return { ...person, scope: ['khac'] };
  }
}

/** "helper" has filled in a part of whatever there is to fill in. */
function withHelper(scene: Scene): Scene {
  for (const { history } of scene.world.assessments()) {
    const stored = scene.world.records.get('assessment a');
    const entry = { ...history[0]!, by: 'helper', kind: 'assessment.answer' };
    if (stored?.type === 'assessment') stored.value.history = [...history, entry];
  }
  return scene;
}

/** Where nothing was filled in yet there is no author to tell from others. */
const hasAuthor = (kind: CommandKind): boolean =>
  /^(assessment|recognition)\./.test(kind) && kind !== 'assessment.open';

describe('role × command × standing', () => {
  it('knows every kind of command', () => {
    expect(Object.keys(basisOf).sort()).toEqual([...kinds].sort());
    expect(Object.keys(scenes).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)('is what the rules decide: %s', async (kind) => {
    const usual = withHelper(await sceneOf(kind));
    const old = withHelper(await sceneOf(kind, 'since'));
    const differs: string[] = [];
    let granted = 0;
    for (const role of roles) {
      for (const standing of standings) {
        if (standing === 'author' && !hasAuthor(kind)) continue;
        const scene = standing === 'since' ? old : usual;
        const expected = verdictOf(role, kind, standing);
        const actor = actorOf(role, standing, scene);
        const found = verdictIn(await judged(scene, actor));
        if (found === 'yes') granted += 1;
        // Who recorded a payment is kept from approving it by another rule.
        if (found === 'other' && standing === 'own' && /^fund\.(approve|refuse)$/.test(kind)) continue;
        if (found !== expected) differs.push(`${role}, ${standing}: ${found}, and not ${expected}`);
      }
    }
    expect(differs).toEqual([]);
    expect(granted, 'somebody may').toBeGreaterThan(0);
    expect(verdictIn(await judged(usual, null)), 'a visitor').toBe('forbidden');
  });

  it('stands in the documentation as it is', async () => {
    await expect(documented()).toMatchFileSnapshot('../../docs/permissions.md');
  });
});

const reachWords: Record<Reach, string> = { own: 'own', scope: 'scope', others: "others'", tenant: 'all' };
const basisWords: Record<Basis, string> = {
  ...{ subject: 'a subject', fund: 'a fund', place: 'a place', tenant: 'the province' },
};
const standingWords: Record<Standing, string> = {
  own: 'it is his own',
  named: 'his scope names it',
  place: 'his scope names a place that it lies in',
  since: 'his scope names what its place was merged into',
  all: 'his scope is `*`',
  author: 'his scope is `*`, and he had a hand in it',
  beside: 'his scope names another place',
  elsewhere: 'none of these',
};
const verdictWords: Record<Verdict, string> = {
  yes: 'yes',
  forbidden: 'no',
  'own-assessment': 'no: his own',
};

/** Cells as wide as the widest of their column, as the formatter leaves them. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}

function documented(): string {
  const shown = roles.filter((role) => role !== 'public');
  const byKind = kinds.map((kind) => [
    ...[`\`${kind}\``, basisWords[basisOf[kind]]],
    ...shown.map((role) => {
      const reach = reachOf(role, kind);
      return reach === undefined ? '' : reachWords[basisOf[kind] === 'tenant' ? 'tenant' : reach];
    }),
  ]);
  const sample: [string, Role, CommandKind][] = [
    ['own', 'member', 'subject.update'],
    ['scope', 'officer', 'subject.update'],
    ["others'", 'reviewer', 'assessment.verify'],
    ['all', 'admin', 'target.set'],
  ];
  const byStanding = standings.map((standing) => [
    standingWords[standing],
    ...sample.map(([, role, kind]) => verdictWords[verdictOf(role, kind, standing)]),
  ]);
  return `# Who may do what

Made by a test out of \`src/domain/permission-matrix.ts\`; the same test tries every cell against the function that decides commands.

A person holds one role or several, and what one of them gives he has. A cell says how far a role reaches; an empty one gives nothing,
and a visitor may do nothing. What is new belongs to whoever makes it.

${table([['Command', 'About', ...shown], ...byKind])}

What a reach means for somebody who stands so to what the command is about:

${table([['Where', ...sample.map(([word]) => word)], ...byStanding])}

- A scope names subjects and funds by their ids, places by their codes; \`*\` is everything in the province.
- A place in a scope reaches what is of the place and of all that lies in it today: subjects with their assessments, consents and titles,
  funds with their entries, figures and activities. So it does what was of a place that was merged into one of these. What bears the code
  of a place that was divided is reached by who is in charge of what all its parts lie in: nobody knows to which of them a household belongs.
- A subject or a fund whose place is known by its name only, without a code, is reached by its id or by \`*\`. A code means the place that bears
  it today, else the one that bore it last.
- Who reaches a subject or a fund by its place may move it to another only where he reaches that one, too. Its owner moves it anywhere.
- A figure and a new activity are nobody's own: the place is asked for.
- Who recorded a payment cannot approve it, whatever his roles. Money goes from one fund to another only by who may act on both.
- \`fund.open\` and \`subject.register\` make what there was not: the role alone is asked for then.
- Readers see what is their own and what is in their scope; the private part of a fund is for treasurer, inspector, signer and admin.
`;
}
