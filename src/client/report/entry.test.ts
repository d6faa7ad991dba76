/** Figures and activities as a person enters them, over a back end. */
import { afterEach, describe, expect, it } from 'vitest';
import { admin, reviewer } from '../../backend/conformance/scene.js';
import { HtsdError } from '../../backend/errors.js';
import { createFaults } from '../../backend/memory/faults.js';
import { createMemoryAdapter, createMemoryStore } from '../../backend/memory/memory-adapter.js';
import type { Actor } from '../../domain/actor.schema.js';
import { presets } from '../../presets/catalog.js';
import { createClient } from '../client.js';
import { place } from '../../domain/target/test-helpers/places.js';
import { ActivityBook } from './activity-book.js';
import type { EntryPlace } from './entry-texts.js';
import { openReportSession } from './report-session.js';
import { lineOf as lineIn } from './test-helpers/reports.js';
import { figureId } from '../../domain/area/figure-id.js';
import { FigureSheet, type FigureLine } from './figure-sheet.js';

const now = () => new Date('2026-11-26T03:00:00.000Z');
const commune: EntryPlace = { key: '07210@2025-07-01', code: '07210', year: 2026 };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A commune, and somebody in charge of it beside another one. */
async function world() {
  const store = createMemoryStore();
  const faults = createFaults();
  const client = (actor: Actor) => {
    const backend = createMemoryAdapter({ store, tenant: 'tinh', actor, now, catalog: presets, faults });
    const made = createClient(backend, { now, timeout: 5_000 });
    ends.push(() => made.dispose());
    return made;
  };
  const localities = [place('07210', { parent: '24' })];
  const first = client(admin);
  await first.execute([
    {
      id: first.newId(),
      kind: 'locality.import',
      record: '24',
      expected: 0,
      payload: { localities, events: [] },
    },
  ]);
  return { client: first, other: client(reviewer), faults, as: client };
}

const lineOf = (sheet: FigureSheet, id: string): FigureLine =>
  sheet.lines.find(({ indicator }) => indicator.id === id)!;

async function opened(client: ReturnType<typeof createClient>, year = 2026): Promise<FigureSheet> {
  const sheet = new FigureSheet(client, { ...commune, year });
  await sheet.read();
  return sheet;
}

describe('figures', () => {
  it('are those that are told by hand, up to today or the end of the year', async () => {
    const { client } = await world();
    const sheet = await opened(client);
    expect(sheet.date).toBe('26/11/2026');
    const others = (one: FigureSheet) => one.lines.filter(({ section }) => section !== 'models');
    expect(others(sheet).every(({ indicator }) => indicator.origin === 'report')).toBe(true);
    expect(
      others(sheet)
        .slice(0, 4)
        .map(({ indicator }) => indicator.id),
    ).toEqual(['hoi-cap-xa', 'chi-hoi', 'ban-khuyen-hoc', 'hoi-vien']);
    const earlier = await opened(client, 2025);
    expect(earlier.date).toBe('31/12/2025');
    expect(others(earlier)[0]!.indicator.id).toBe('hoi-cap-huyen');
  });

  it('of models are told where they are counted by hand, and stand in the report: achieved, registered, total', async () => {
    const { client } = await world();
    const sheet = await opened(client);
    const models = sheet.lines.filter(({ section }) => section === 'models');
    expect(models.slice(0, 3).map(({ line, measure, indicator }) => [line, measure, indicator.id])).toEqual([
      ['family', 'counted', 'gia-dinh'],
      ['family', 'registered', 'gia-dinh.dang-ky'],
      ['clan', 'counted', 'dong-ho'],
    ]);
    expect(models).toHaveLength(18);
    sheet.source = 'Sổ của chi hội';
    sheet.type('gia-dinh', 'count', '150');
    sheet.type('gia-dinh', 'of', '200');
    sheet.type('gia-dinh.dang-ky', 'count', '170');
    // How many clans there are nobody has counted.
    sheet.type('dong-ho', 'count', '3');
    sheet.type('cong-dan-nong-dan', 'count', '12');
    sheet.type('cong-dan-nong-dan', 'of', '11');
    expect(sheet.faults(lineOf(sheet, 'dong-ho'))).toEqual({});
    expect(sheet.faults(lineOf(sheet, 'cong-dan-nong-dan'))).toEqual({ count: 'over-total' });
    expect(await sheet.save()).toEqual([]);
    sheet.leave('cong-dan-nong-dan');
    expect((await sheet.save()).map(({ entered }) => entered?.status)).toEqual(['done', 'done', 'done']);
    sheet.type('gia-dinh', 'of', '');
    expect(sheet.faults(lineOf(sheet, 'gia-dinh'))).toEqual({ of: 'unanswered' });

    const session = openReportSession(client, { locality: '07210', kind: 'year', year: 2026 });
    ends.push(() => session.dispose());
    await new Promise<void>((resolve) => {
      const look = () => session.getState().report && resolve();
      session.subscribe(look);
      look();
    });
    const { report } = session.getState();
    const numbers = (id: string) =>
      lineIn(report!, id).measures.map(({ id: of, now: { value } }) => [of, value]);
    expect(numbers('family')).toEqual([
      ['total', 200],
      ['registered', 170],
      ['achieved', 150],
    ]);
    expect(numbers('clan')).toEqual([
      ['total', undefined],
      ['registered', undefined],
      ['achieved', 3],
    ]);
  });

  it('of who registered belong to titles alone', async () => {
    const { client } = await world();
    const place = commune.key;
    const tell = async (indicator: string) => {
      const figure = { asOf: '2026-06-30', count: 3, source: 'Báo cáo' };
      const record = figureId(indicator, place, figure.asOf);
      const [receipt] = await client.execute([
        {
          id: client.newId(),
          kind: 'indicator.report',
          record,
          expected: 0,
          payload: { indicator, place, figure },
        },
      ]);
      return receipt!.status;
    };
    expect(await tell('gia-dinh.dang-ky')).toBe('applied');
    expect([await tell('chi-hoi.dang-ky'), await tell('khong-co.dang-ky')]).toEqual(['rejected', 'rejected']);
  });

  it('are sent where they are changed, and what was told before stays beside them', async () => {
    const { client } = await world();
    const sheet = await opened(client);
    sheet.type('chi-hoi', 'count', '1.234');
    sheet.type('hoi-vien', 'count', '400');
    sheet.type('hoi-vien', 'of', '1 000');
    expect(await sheet.save()).toEqual([]);
    sheet.source = 'Báo cáo số 3/BC-HKH';
    const sent = await sheet.save();
    expect(sent.map(({ indicator, entered }) => [indicator.id, entered?.status])).toEqual([
      ['chi-hoi', 'done'],
      ['hoi-vien', 'done'],
    ]);
    expect(sheet.changed).toEqual([]);
    sheet.type('chi-hoi', 'count', '1234');
    expect(sheet.changed).toEqual([]);
    sheet.type('chi-hoi', 'count', '1240');
    expect(await sheet.save()).toHaveLength(1);
    expect(sheet.shown(lineOf(sheet, 'chi-hoi'), 'count')).toBe('1.240');
    // What the sheet says is what the back end has.
    const again = await opened(client);
    expect(lineOf(again, 'chi-hoi').told).toEqual(lineOf(sheet, 'chi-hoi').told);
    expect(lineOf(again, 'chi-hoi').told).toMatchObject([
      { version: 2, figure: { count: 1240 }, earlier: [{ figure: { count: 1234 } }] },
    ]);
    again.date = '30/6';
    expect(again.shown(lineOf(again, 'chi-hoi'), 'count')).toBe('');
    again.type('chi-hoi', 'count', '1200');
    again.source = 'Báo cáo 6 tháng';
    await again.save();
    expect(lineOf(again, 'chi-hoi').told.map(({ figure }) => [figure.asOf, figure.count])).toEqual([
      ['2026-11-26', 1240],
      ['2026-06-30', 1200],
    ]);
  });

  it('are pointed at where they are typed wrongly, and nothing is sent', async () => {
    const { client } = await world();
    const sheet = await opened(client);
    sheet.source = 'Báo cáo';
    sheet.type('chi-hoi', 'count', '12');
    await sheet.save();
    const faults = (id: string, count: string, of?: string) => {
      sheet.type(id, 'count', count);
      if (of !== undefined) sheet.type(id, 'of', of);
      return sheet.faults(lineOf(sheet, id));
    };
    expect(faults('trung-tam', '1,5')).toEqual({ count: 'number-not-whole' });
    expect(faults('trung-tam', '')).toEqual({});
    expect(faults('chi-hoi', ' ')).toEqual({ count: 'kept' });
    expect(faults('hoi-vien', '12')).toEqual({ of: 'unanswered' });
    expect(faults('hoi-vien', '12', '11')).toEqual({ count: 'over-total' });
    expect(await sheet.save()).toEqual([]);
    sheet.leave('chi-hoi');
    expect(faults('hoi-vien', '12', '12')).toEqual({});
    for (const [date, fault] of [
      ['31/02/2026', 'date'],
      ['31/12/2025', 'year'],
      ['31/12', 'ahead'],
    ] as const) {
      sheet.date = date;
      expect([sheet.dateFault, sheet.isSound]).toEqual([fault, false]);
    }
    sheet.date = '25.11';
    expect([sheet.dateFault, sheet.isSound]).toEqual([undefined, true]);
  });

  it('that somebody else told first: what he told is shown, what was typed stays and can be sent over it', async () => {
    const { client, other } = await world();
    const [sheet, theirs] = [await opened(client), await opened(other)];
    for (const [one, count] of [
      [theirs, '15'],
      [sheet, '12'],
    ] as const) {
      one.source = 'Báo cáo';
      one.type('chi-hoi', 'count', count);
    }
    await theirs.save();
    const [line] = await sheet.save();
    expect(line).toMatchObject({
      entered: { status: 'conflict' },
      told: [{ version: 1, figure: { count: 15 } }],
      typed: { count: '12' },
    });
    expect(await sheet.save()).toMatchObject([
      { entered: { status: 'done', version: 2 }, told: [{ figure: { count: 12 } }] },
    ]);
  });

  it('are refused one by one', async () => {
    const { as } = await world();
    const elsewhere = await opened(as({ ...reviewer, scope: ['01'] }));
    elsewhere.source = 'Báo cáo';
    elsewhere.type('chi-hoi', 'count', '12');
    expect(await elsewhere.save()).toMatchObject([
      { entered: { status: 'rejected', rejection: { code: 'forbidden' } }, typed: { count: '12' } },
    ]);
  });

  it('count once where the answer was lost, and stay as typed', async () => {
    const { client, faults } = await world();
    const sheet = await opened(client);
    sheet.source = 'Báo cáo';
    sheet.type('chi-hoi', 'count', '12');
    const error = new HtsdError('timeout');
    faults.next({ kind: 'lose-answer', error }, { call: 'execute' });
    await expect(sheet.save()).rejects.toMatchObject({ code: 'timeout' });
    expect(lineOf(sheet, 'chi-hoi').typed).toEqual({ count: '12' });
    expect(await sheet.save()).toMatchObject([{ entered: { status: 'done', version: 1 } }]);
    const again = await opened(client);
    expect(lineOf(again, 'chi-hoi').told).toMatchObject([{ version: 1, earlier: [] }]);
  });
});

describe('activities', () => {
  const typed = {
    date: '4/5',
    title: 'Hội thảo',
    sessions: '2',
    participants: '1.140',
    source: '',
    note: 'x',
  };

  it('are recorded, changed and taken out', async () => {
    const { client } = await world();
    const book = new ActivityBook(client, commune);
    await book.read();
    const form = book.write();
    expect(book.faults(form)).toEqual({ date: 'date', title: 'unanswered' });
    Object.assign(form.typed, typed);
    expect(await book.save(form)).toMatchObject({ status: 'done', version: 1 });
    const [item] = book.items;
    expect(item).toMatchObject({ date: '2026-05-04', sessions: 2, participants: 1140, place: '07210' });
    const change = book.write(item);
    expect(change.typed).toEqual({ ...typed, kind: 'seminar', date: '04/05/2026' });
    change.typed.participants = 'nhiều';
    expect(await book.save(change)).toBeUndefined();
    change.typed.participants = '';
    expect(await book.save(change)).toMatchObject({ status: 'done', version: 2 });
    const again = new ActivityBook(client, commune);
    await again.read();
    expect(again.items).toMatchObject([{ version: 2, title: 'Hội thảo', note: 'x' }]);
    expect(again.items[0]).not.toHaveProperty('participants');
    expect(await again.remove(again.items[0]!)).toMatchObject({ status: 'done' });
    expect(again.items).toEqual([]);
    await book.read();
    expect(book.items).toEqual([]);
  });

  it('that somebody else changed: his words stand in the list, what was typed stays and can be sent over it', async () => {
    const { client, other } = await world();
    const book = new ActivityBook(client, commune);
    const form = book.write();
    Object.assign(form.typed, typed);
    await book.save(form);
    const theirs = new ActivityBook(other, commune);
    await theirs.read();
    const change = theirs.write(theirs.items[0]);
    change.typed.title = 'Tọa đàm';
    await theirs.save(change);
    const mine = book.write(book.items[0]);
    mine.typed.sessions = '3';
    expect(await book.save(mine)).toMatchObject({ status: 'conflict' });
    expect(book.items).toMatchObject([{ title: 'Tọa đàm' }]);
    expect(await book.save(mine)).toMatchObject({ status: 'done', version: 3 });
    expect(book.items).toMatchObject([{ title: 'Hội thảo', sessions: 3 }]);
  });
});
