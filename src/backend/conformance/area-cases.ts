import type { Actor } from '../../domain/actor.schema.js';
import type { PlacesPart } from '../../domain/area/area-record.schema.js';
import { figureId } from '../../domain/area/figure-id.js';
import { placeFaults } from '../../domain/area/place-faults.js';
import type { Locality } from '../../domain/locality/locality.schema.js';
import { keyOf } from '../../domain/locality/places.js';
import type { CommandOf } from '../../domain/command.schema.js';
import type { Backend } from '../port.js';
import { ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { admin, command, newId, officer, reviewer, type Scene } from './scene.js';

/** The day from which the places of these cases are. */
export const began = '2025-07-01';

/** A place of that code. */
export const place = (
  code: string,
  level: Locality['level'],
  name: string,
  more: Partial<Locality> = {},
): Locality => ({
  code,
  from: began,
  level,
  name: { vi: name },
  fullName: { vi: name },
  ...more,
});

export const nation: CommandOf<'locality.import'>['payload'] = {
  localities: [place('24', 'province', 'Bắc Ninh'), place('01', 'province', 'Hà Nội')],
  events: [],
  source: { name: { vi: 'Mẫu' } },
};
const communes = [
  place('07210', 'commune', 'Xã Sen Hồ', { parent: '24' }),
  place('07213', 'commune', 'Xã Việt Tiến', { parent: '24' }),
];

/** All parts that are there, page by page. */
async function partsOf(backend: Backend): Promise<PlacesPart[]> {
  const found: PlacesPart[] = [];
  let cursor: string | undefined;
  do {
    const page = await backend.query('places.list', { ...(cursor !== undefined && { cursor }) });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** A tenant with two provinces, one of which has two communes, whatever places a new one comes with. */
export async function withPlaces(scene: Scene): Promise<Backend> {
  const backend = await scene.as(admin);
  const there = await partsOf(backend);
  const removes = (part: string): { removes?: string[] } => {
    const keys = there.find(({ id }) => id === part)?.localities.map(keyOf) ?? [];
    return keys.length === 0 ? {} : { removes: keys };
  };
  // Communes go before the provinces that they lie in.
  for (const { id } of there.filter((one) => !['nation', '24'].includes(one.id) && one.localities.length > 0))
    receiptOf(
      await scene.send(
        backend,
        command('locality.import', id, 0, { localities: [], events: [], ...removes(id) }),
      ),
      'applied',
      `taking out what the part ${id} comes with`,
    );
  const parts: Record<string, CommandOf<'locality.import'>['payload']> = {
    nation,
    24: { localities: communes, events: [] },
  };
  // The nation first: it says which provinces there are.
  for (const part of ['nation', '24'])
    receiptOf(
      await scene.send(backend, command('locality.import', part, 0, { ...parts[part]!, ...removes(part) })),
      'applied',
      `the import of part ${part}`,
    );
  return backend;
}

async function partOf(backend: Backend, id: string): Promise<PlacesPart> {
  const { items } = await backend.query('places.list', {});
  const found = items.find((one) => one.id === id);
  ensure(found, `places.list must hold the part ${id}`);
  return found;
}

const importing: CaseScript = {
  name: 'takes lists of places part by part, and answers them to anybody',
  async run(scene) {
    const backend = await withPlaces(scene);
    const stranger = await scene.as(null);
    const part = await partOf(stranger, '24');
    same([part.version, part.localities.length], [1, 2], 'version and places of the part');
    same((await partOf(stranger, 'nation')).localities.length, 2, 'provinces');

    const more = [...communes, place('07216', 'commune', 'Xã Nội Hoàng', { parent: '24' })];
    const again = command('locality.import', '24', 1, { localities: more, events: [] });
    receiptOf(await scene.send(backend, again), 'applied', 'a longer list');
    receiptOf(await scene.send(backend, structuredClone(again)), 'duplicate', 'the same once more');
    const stale = await scene.send(
      backend,
      command('locality.import', '24', 1, { localities: more, events: [] }),
    );
    same(
      receiptOf(stale, 'conflict', 'a list over one that was not seen').current.type,
      'places',
      'its type',
    );

    const shorter = command('locality.import', '24', 2, { localities: communes, events: [] });
    const refused = receiptOf(await scene.send(backend, shorter), 'rejected', 'a list that lacks a place');
    same(placeFaults(refused), [{ code: 'vanished', key: `07216@${began}` }], 'what is said of it');
    const named = command('locality.import', '24', 2, {
      localities: communes,
      events: [],
      removes: [`07216@${began}`],
    });
    receiptOf(await scene.send(backend, named), 'applied', 'one that says which place goes');
    same((await partOf(stranger, '24')).localities.length, 2, 'places afterwards');
  },
};

const faulty: CaseScript = {
  name: 'refuses places that do not fit, each by its name, and who may not import them',
  async run(scene) {
    const backend = await withPlaces(scene);
    const wrong = [...communes, place('07219', 'commune', 'Xã Lạc', { parent: '99' })];
    const refused = receiptOf(
      await scene.send(
        backend,
        command('locality.import', '24', 1, {
          localities: [...wrong, place('25', 'province', 'Phú Thọ')],
          events: [{ on: began, kind: 'rename', before: [`00001@${began}`], after: [`07210@${began}`] }],
        }),
      ),
      'rejected',
      'a list with faults',
    );
    same(refused.code, 'invalid', 'the code');
    const faults = placeFaults(refused).map(({ code, key, event }) => [code, key ?? event]);
    for (const expected of [
      ['orphan', `07219@${began}`],
      ['level', `25@${began}`],
      ['unknown-place', 0],
    ])
      ensure(
        faults.some((one) => JSON.stringify(one) === JSON.stringify(expected)),
        `the refusal must name ${JSON.stringify(expected)}, got ${JSON.stringify(faults)}`,
      );
    same((await partOf(backend, '24')).version, 1, 'the version of the part');
    const elsewhere = command('locality.import', '77', 0, { localities: [], events: [] });
    same(
      receiptOf(await scene.send(backend, elsewhere), 'rejected', 'a province that there is not').path,
      ['record'],
      'where',
    );
    const other = await scene.as(reviewer);
    const forbidden = command('locality.import', '24', 1, { localities: communes, events: [] });
    same(
      receiptOf(await scene.send(other, forbidden), 'rejected', 'an import by a reviewer').code,
      'forbidden',
      'the code',
    );
  },
};

const changing: CaseScript = {
  name: 'merges places on a day and keeps those of before',
  async run(scene) {
    const backend = await withPlaces(scene);
    const merged = place('07300', 'commune', 'Phường Việt Yên', { parent: '24', from: '2026-03-01' });
    const event = {
      on: '2026-03-01',
      kind: 'merge' as const,
      before: communes.map(({ code }) => `${code}@${began}`),
      after: ['07300@2026-03-01'],
    };
    const change = command('locality.change', '24', 1, { event, begins: [merged] });
    receiptOf(await scene.send(backend, change), 'applied', 'the merge');
    const part = await partOf(backend, '24');
    same(
      part.localities.map(({ code, to }) => [code, to ?? '']),
      [
        ['07210', '2026-02-28'],
        ['07213', '2026-02-28'],
        ['07300', ''],
      ],
      'places and their last days',
    );
    same(part.events, [event], 'the events');
    const cut = command('locality.import', '24', 2, { localities: part.localities, events: [] });
    const refused = receiptOf(await scene.send(backend, cut), 'rejected', 'a list without the event');
    same(placeFaults(refused)[0]?.code, 'vanished-event', 'what is said of it');
    const odd = { ...event, before: [`07210@${began}`] };
    const again = command('locality.change', '24', 2, { event: odd, begins: [] });
    const shape = receiptOf(await scene.send(backend, again), 'rejected', 'a merge of one place');
    ensure(
      placeFaults(shape).some((one) => one.code === 'event-shape'),
      'the refusal must name the event',
    );
  },
};

const targetDraft: CommandOf<'target.set'>['payload'] = {
  indicator: 'gia-dinh',
  kind: 'share',
  value: 7_500,
  by: '2025-12-31',
  locality: '24',
  source: { name: { vi: 'Kế hoạch mẫu' } },
  provenance: 'sample',
};

const targets: CaseScript = {
  name: 'sets, changes and drops targets, and answers those that hold to anybody',
  async run(scene) {
    const backend = await withPlaces(scene);
    const stranger = await scene.as(null);
    const listed = async (): Promise<[number, number][]> => {
      const { items } = await stranger.query('targets.list', { indicator: 'gia-dinh' });
      return items
        .filter(({ id }) => id === 'bac-ninh.gia-dinh')
        .map(({ version, target }) => [version, target.value]);
    };
    const set = (expected: number, more: Partial<typeof targetDraft> = {}, who = backend) =>
      scene.send(who, command('target.set', 'bac-ninh.gia-dinh', expected, { ...targetDraft, ...more }));
    receiptOf(await set(0), 'applied', 'a new target');
    same(await listed(), [[1, 7_500]], 'the targets');
    receiptOf(await set(1, { value: 8_000 }), 'applied', 'another value');
    same(await listed(), [[2, 8_000]], 'the targets');
    receiptOf(await set(1), 'conflict', 'over a version that was not seen');
    for (const [more, where] of [
      [{ by: '2025-02-30' }, 'by'],
      [{ base: { asOf: '2026-01-01', count: 1, of: 2 } }, 'base'],
      [{ base: { asOf: '2024-01-01', count: 3, of: 2 } }, 'base'],
      [{ value: -1 }, 'payload'],
    ] as const)
      same(
        receiptOf(await set(2, more), 'rejected', `a target with a wrong ${where}`).path?.[0],
        where,
        'where',
      );
    const other = await scene.as(reviewer);
    same(receiptOf(await set(2, {}, other), 'rejected', 'by a reviewer').code, 'forbidden', 'the code');
    receiptOf(
      await scene.send(backend, command('target.drop', 'bac-ninh.gia-dinh', 2, {})),
      'applied',
      'target.drop',
    );
    same(await listed(), [], 'the targets afterwards');
  },
};

const figureDraft = { asOf: '2025-12-31', count: 150_000, of: 200_000, source: 'Báo cáo mẫu' };

const figures: CaseScript = {
  name: 'takes figures with their source, keeps what was told before, and tells strangers no name',
  async run(scene) {
    await withPlaces(scene);
    const mine: Actor = { ...reviewer, scope: ['24'] };
    const backend = await scene.as(mine);
    const report = (
      expected: number,
      figure: object = figureDraft,
      key = `07210@${began}`,
      who = backend,
    ) => {
      const asOf = (figure as typeof figureDraft).asOf;
      return scene.send(
        who,
        command('indicator.report', figureId('gia-dinh', key, asOf), expected, {
          indicator: 'gia-dinh',
          place: key,
          figure: figure as typeof figureDraft,
        }),
      );
    };
    receiptOf(await report(0), 'applied', 'a figure of a commune in his province');
    receiptOf(await report(0), 'conflict', 'the same place and day told anew');
    receiptOf(await report(1, { ...figureDraft, count: 149_000 }), 'applied', 'a correction');
    const stranger = await scene.as(null);
    const { items } = await stranger.query('figures.list', {
      indicator: 'gia-dinh',
      place: `07210@${began}`,
    });
    const [item] = items;
    same(
      [items.length, item?.version, item?.figure.count, item?.earlier.map(({ figure }) => figure.count)],
      [1, 2, 149_000, [150_000]],
      'the figure and what was told before',
    );
    ensure(
      !JSON.stringify(items).includes(mine.name) && !JSON.stringify(items).includes(mine.id),
      'figures must not tell who reported them',
    );
    same((await stranger.query('figures.list', { from: '2026-01-01' })).items, [], 'later figures');
    same((await stranger.query('figures.list', { indicator: 'gia-din' })).items, [], 'of another indicator');

    const code = async (receipt: ReturnType<typeof report>): Promise<unknown> => {
      const { code, path } = receiptOf(await receipt, 'rejected', 'a wrong figure');
      return [code, path?.at(-1)];
    };
    same(
      await code(report(0, { ...figureDraft, asOf: '2025-06-30' })),
      ['invalid', 'place'],
      'before there was the place',
    );
    same(await code(report(0, figureDraft, '01@2025-07-02')), ['invalid', 'place'], 'of no place');
    same(await code(report(0, { ...figureDraft, asOf: '2999-01-01' })), ['invalid', 'asOf'], 'of the future');
    same(await code(report(2, { ...figureDraft, count: 200_001 })), ['invalid', 'count'], 'more than all');
    const { source: _source, ...bare } = figureDraft;
    same(await code(report(2, bare)), ['invalid', 'source'], 'without a source');
    same(await code(report(0, figureDraft, `01@${began}`)), ['forbidden', undefined], 'of another province');
    same(
      await code(report(2, figureDraft, undefined, await scene.as(officer))),
      ['forbidden', undefined],
      'by an officer',
    );
  },
};

const activities: CaseScript = {
  name: 'keeps activities, and tells strangers neither notes nor owners',
  async run(scene) {
    await withPlaces(scene);
    const mine: Actor = { ...officer, scope: ['07210'] };
    const backend = await scene.as(mine);
    const fields = {
      kind: 'seminar' as const,
      date: '2026-04-21',
      place: '07210',
      title: 'Hội thảo về văn hóa đọc',
      sessions: 1,
      participants: 120,
      note: 'Bà Cao Thị Rạng dẫn chương trình',
    };
    const id = newId();
    receiptOf(await scene.send(backend, command('activity.record', id, 0, fields)), 'applied', 'an activity');
    const update = command('activity.update', id, 1, { ...fields, participants: 130 });
    receiptOf(await scene.send(backend, update), 'applied', 'activity.update');
    const stranger = await scene.as(null);
    const { items } = await stranger.query('activities.list', { year: '2026', place: '07210' });
    const { note: _note, ...open } = fields;
    const { createdAt: _created, updatedAt: _updated, ...item } = items[0]!;
    same(item, { ...open, participants: 130, id, version: 2 }, 'what a stranger reads');
    same((await backend.query('activities.list', {})).items[0]?.note, fields.note, 'the note, signed in');
    same((await stranger.query('activities.list', { year: '2025' })).items, [], 'activities of another year');

    const elsewhere = command('activity.record', newId(), 0, { ...fields, place: '07213' });
    same(
      receiptOf(await scene.send(backend, elsewhere), 'rejected', 'in another commune').code,
      'forbidden',
      'the code',
    );
    const nowhere = command('activity.record', newId(), 0, { ...fields, place: '99999' });
    same(receiptOf(await scene.send(backend, nowhere), 'rejected', 'in no commune').path, ['place'], 'where');
    const stale = command('activity.remove', id, 1, {});
    receiptOf(await scene.send(backend, stale), 'conflict', 'in a version that was not seen');
    receiptOf(await scene.send(backend, command('activity.remove', id, 2, {})), 'applied', 'activity.remove');
    same((await backend.query('activities.list', {})).items, [], 'activities afterwards');
    await failsWith(stranger.execute([stale]), ['unauthenticated'], 'a change by a visitor');
  },
};

export const areaCases: readonly CaseScript[] = [
  ...[importing, faulty, changing, targets, figures, activities],
];
