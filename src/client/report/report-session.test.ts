import { afterEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../../backend/errors.js';
import { openFund, newSalt, receiptDraft, paymentDraft } from '../../backend/conformance/fund-scene.js';
import { grantOf, verified } from '../../backend/conformance/judging.js';
import { admin, command, createScene, newId, officer, reviewer } from '../../backend/conformance/scene.js';
import { createFaults } from '../../backend/memory/faults.js';
import { createMemoryAdapter, createMemoryStore } from '../../backend/memory/memory-adapter.js';
import type { Actor } from '../../domain/actor.schema.js';
import { figureId } from '../../domain/area/figure-id.js';
import type { Cell, Report, ReportAsk } from '../../domain/report/report.types.js';
import { presets } from '../../presets/catalog.js';
import { place } from '../../domain/target/test-helpers/places.js';
import { createClient } from '../client.js';
import { openReportSession } from './report-session.js';
import type { ReportSession, TraceRow } from './report.types.js';
import { lineOf, measureOf } from './test-helpers/reports.js';

const now = () => new Date('2026-12-20T03:00:00.000Z');
const ask: ReportAsk = { locality: '24', kind: 'year', year: 2026 };
const [senHo, vietTien] = ['07210@2025-07-01', '07213@2025-07-01'];
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A province of two communes: two titles in one of them, reports, an activity, and two funds that gave one another money. */
async function province() {
  const store = createMemoryStore();
  const faults = createFaults();
  const open = (tenant: string, actor: Actor | null) =>
    createMemoryAdapter({ store, tenant, actor, now, catalog: presets });
  const scene = await createScene({ open: async ({ tenant, actor }) => open(tenant, actor) });
  const [desk, author] = [await scene.as(admin), await scene.as(officer)];
  const must = async (backend: typeof desk, one: Parameters<typeof scene.send>[1]): Promise<void> =>
    expect(await scene.send(backend, one)).toMatchObject({ status: 'applied' });
  const localities = [place('07210', { parent: '24' }), place('07213', { parent: '24' })];
  await must(desk, command('locality.import', '24', 0, { localities, events: [] }));
  const { ids, subjects, signing } = await verified(scene, 2);
  await must(signing, grantOf(ids));
  const third = await scene.register(author, 'Trường chưa đạt');
  for (const subject of [...subjects, third])
    await must(author, command('subject.update', subject, 1, { place: { name: 'Xã 07210', code: '07210' } }));
  const report = (indicator: string, key: string, asOf: string, count: number, of?: number) =>
    must(
      desk,
      command('indicator.report', figureId(indicator, key, asOf), 0, {
        indicator,
        place: key,
        figure: { asOf, count, ...(of !== undefined && { of }), source: 'Báo cáo mẫu' },
      }),
    );
  await report('chi-hoi', senHo, '2026-03-31', 11);
  await report('chi-hoi', senHo, '2026-09-30', 12);
  await report('chi-hoi', vietTien, '2026-09-30', 8);
  const seminar = {
    kind: 'seminar',
    date: '2026-05-04',
    place: '07213',
    title: 'Hội thảo',
    participants: 90,
  } as const;
  await must(desk, command('activity.record', newId(), 0, seminar));

  const money = { opened: '2025-01-01', place: { name: 'Xã 07210', code: '07210' } };
  const here = await openFund(scene, { ...money, name: 'Quỹ xã' });
  const there = await openFund(scene, {
    ...money,
    name: 'Quỹ thôn',
    place: { name: 'Thôn' },
    parent: here.fund,
  });
  await openFund(scene, { ...money, name: 'Quỹ không nơi', place: { name: 'Đâu đó' } });
  await here.record(receiptDraft({ amount: 700_000, date: '2026-02-01' }));
  await there.record(paymentDraft({ amount: 100_000, date: '2026-02-02' }));
  const side = { account: 'bank', details: { salt: newSalt() } } as const;
  await here.must('fund.transfer', newId(), 0, {
    fund: here.fund,
    to: there.fund,
    amount: 300_000,
    date: '2026-03-01',
    from: { ...side, category: 'chuyen-quy' },
    into: { ...side, category: 'nhan-chuyen' },
  });

  const backend = createMemoryAdapter({
    store,
    tenant: scene.tenant,
    actor: reviewer,
    now,
    catalog: presets,
    faults,
  });
  const client = createClient(backend, { now, timeout: 10_000 });
  ends.push(
    () => scene.end(),
    () => client.dispose(),
  );
  return { client, must, desk, faults, visitor: () => createClient(open(scene.tenant, null), { now }) };
}

/** Waits for the state that is looked for. */
function until(session: ReportSession, fits: (view: ReturnType<ReportSession['getState']>) => boolean) {
  return new Promise<ReturnType<ReportSession['getState']>>((done) => {
    const look = (): void => {
      const view = session.getState();
      if (!fits(view)) return;
      end();
      done(view);
    };
    const end = session.subscribe(look);
    queueMicrotask(look);
  });
}

async function opened(client: Parameters<typeof openReportSession>[0], asked: Partial<ReportAsk> = {}) {
  const session = openReportSession(client, { ...ask, ...asked });
  ends.push(() => session.dispose());
  const view = await until(session, ({ busy }) => !busy);
  return { session, view, report: view.report! };
}
const amounts = (rows: readonly TraceRow[]): unknown[] =>
  rows.map((row) =>
    row.kind === 'fund' ? [row.name, row.amount] : row.kind === 'less' ? [row.code, row.amount] : row,
  );
const cells = (report: Report, id: string): readonly Cell[] =>
  lineOf(report, id).measures.map((one) => one.now);

describe('a report of a year that nobody named', () => {
  it('is of this one by the back end’s clock, which is heard with its first answer', async () => {
    const { client } = await province();
    let time = new Date('2017-01-01T00:00:00.000Z');
    const { backend } = client;
    const told = createClient({
      ...backend,
      now: () => time,
      query: (...asked) => {
        time = now();
        return backend.query(...asked);
      },
    });
    const session = openReportSession(told, { ...ask, year: 2017 }, true);
    const named = openReportSession(told, { ...ask, year: 2017 });
    ends.push(
      () => session.dispose(),
      () => named.dispose(),
    );
    expect((await until(session, ({ busy }) => !busy)).report?.year).toBe(2026);
    expect(session.getState().ask.year).toBe(2026);
    expect((await until(named, ({ busy }) => !busy)).ask.year).toBe(2017);
  });
});

describe('a report of a province', () => {
  it('tells of register, reports, activities and funds, and leads from each number to just what it was made of', async () => {
    const { client } = await province();
    const { session, view, report } = await opened(client);
    const follow = async (cell: Cell | undefined) => (await session.follow(cell!.trace!)).rows;

    expect(view).toMatchObject({ status: 'ready', years: [2026], busy: false });
    expect(report.coverage).toMatchObject({ reported: 2, expected: 2 });
    expect(cells(report, 'unit').map(({ value }) => value)).toEqual([3, 3, 2]);
    expect(lineOf(report, 'unit').coverage?.missing.map(({ code }) => code)).toEqual(['07213']);
    const communes = await follow(measureOf(report, 'unit', 'achieved').now);
    expect(communes.map((row) => row.kind === 'part' && [row.place.code, row.cell.value])).toEqual([
      ['07210', 2],
      ['07213', undefined],
    ]);
    const [commune] = communes;
    const subjects = await follow(commune?.kind === 'part' ? commune.cell : undefined);
    expect(subjects.map((row) => row.kind === 'subject' && row.row.state)).toEqual([
      'recognised',
      'recognised',
    ]);
    const [all] = await follow(measureOf(report, 'unit', 'registered').now);
    expect(await follow(all?.kind === 'part' ? all.cell : undefined)).toHaveLength(3);

    expect(measureOf(report, 'chi-hoi', 'number').now.value).toBe(20);
    const [told] = await follow(measureOf(report, 'chi-hoi', 'number').now);
    const figures = await follow(told?.kind === 'part' ? told.cell : undefined);
    expect(figures.map((row) => row.kind === 'figure' && [row.item.figure.count, row.counts])).toEqual([
      [12, true],
      [11, false],
    ]);

    expect(cells(report, 'seminar').map(({ value }) => value)).toEqual([1, 90]);
    const [seminar] = await follow(measureOf(report, 'seminar', 'number').now);
    expect(seminar).toMatchObject({
      kind: 'activity',
      item: { title: 'Hội thảo' },
      place: { code: '07213' },
    });
  });

  it('adds the funds of the province up without what they gave one another, and says which it could not place', async () => {
    const { client } = await province();
    const { session, report } = await opened(client);
    const amount = (id: string) => measureOf(report, id, 'amount');
    expect(['opening', 'raised', 'spent', 'closing'].map((id) => amount(id).now.value)).toEqual([
      ...[42_000_000, 700_000, 100_000, 42_600_000],
    ]);
    expect(amount('raised')).toMatchObject({ before: { value: 0 }, change: 700_000 });
    const funds = report.sections.find(({ id }) => id === 'funds')!;
    expect(funds.remarks).toEqual([
      { code: 'public-only' },
      { code: 'no-place', names: [{ vi: 'Quỹ không nơi' }] },
    ]);
    expect(amounts((await session.follow(amount('raised').now.trace!)).rows)).toEqual([
      ['Quỹ xã', 700_000],
      ['Quỹ thôn', 300_000],
      ['between', -300_000],
    ]);
    expect(amounts((await session.follow(amount('closing').now.trace!)).rows)).toEqual([
      ['Quỹ xã', 21_400_000],
      ['Quỹ thôn', 21_200_000],
    ]);
  });

  it('says why there is none of a year in which the place was not there, and of what place nobody knows', async () => {
    const { client } = await province();
    const { session, view } = await opened(client, { year: 2024 });
    expect(view).toMatchObject({ status: 'absent', absence: { code: 'not-yet', date: '2025-07-01' } });
    expect(view.report).toBeUndefined();
    session.ask({ ...ask, locality: '99999' });
    expect((await until(session, ({ busy }) => !busy)).status).toBe('unknown');
    session.ask(ask);
    expect((await until(session, ({ busy }) => !busy)).status).toBe('ready');
  });

  it('shows a visitor everything but the names in the register', async () => {
    const { visitor } = await province();
    const client = visitor();
    ends.push(() => client.dispose());
    const { session, report } = await opened(client, { locality: '07210' });
    const { now } = measureOf(report, 'unit', 'achieved');
    expect(now.value).toBe(2);
    await expect(session.follow(now.trace!)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('leaves out of those who registered whom a back end tells to have been assessed only', async () => {
    const { client } = await province();
    const { session, report } = await opened(client, { locality: '07210' });
    const { trace } = measureOf(report, 'unit', 'registered').now;
    expect((await session.follow(trace!)).rows).toHaveLength(3);
    const { backend } = client;
    const query = backend.query.bind(backend);
    backend.query = async (name, params, options) => {
      const page = await query(name, params, options);
      if (name === 'register.list') Object.assign(page.items[0]!, { registered: false });
      return page;
    };
    expect((await session.follow(trace!)).rows).toHaveLength(2);
  });

  it('hears what changes elsewhere, and keeps showing what it has while it cannot be read anew', async () => {
    const { client, must, desk, faults } = await province();
    const { session } = await opened(client);
    const fields = { kind: 'training', date: '2026-06-01', place: '07210', title: 'Tập huấn' } as const;
    await must(desk, command('activity.record', newId(), 0, fields));
    const told = ({ report }: ReturnType<typeof session.getState>) =>
      report && measureOf(report, 'training', 'number').now.value === 1;
    expect((await until(session, (view) => Boolean(told(view)) && !view.busy)).status).toBe('ready');
    faults.next({ kind: 'fail', error: new HtsdError('server') }, { call: 'query', times: 20 });
    await session.refresh();
    expect(session.getState()).toMatchObject({ status: 'ready', problem: { code: 'server' } });
    faults.clear();
    await session.refresh();
    expect(session.getState().problem).toBeUndefined();
  });

  it('fails where nothing could be read at all, and can be tried again', async () => {
    const { client, faults } = await province();
    faults.next({ kind: 'fail', error: new HtsdError('forbidden') }, { call: 'query', times: 20 });
    const { session, view } = await opened(client);
    expect(view).toMatchObject({ status: 'failed', problem: { code: 'forbidden' } });
    faults.clear();
    await session.refresh();
    expect(session.getState().status).toBe('ready');
  });
});
