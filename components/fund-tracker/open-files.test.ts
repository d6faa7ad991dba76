/** The ledger in open forms, as its treasurer hands it on. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import { fundPapers } from '../../src/document/index.js';
import { fold } from '../../src/i18n/fold.js';
import { catchSaved } from '../../test/support/catch-files.js';
import { FundDeskWorld, settings, treasurer } from '../../test/support/fund-desk-world.js';
import { mountDesk } from '../../test/support/mount-desk.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();

const salt = '0123456789abcdef0123456789abcdef';
const agreed = { form: 'paper', textVersion: 'so-quy-2026-11' } as const;
/** What nobody may find in a file for everybody. */
const secrets = [
  'Ông Bình Kín',
  'Bà Hoa Rút',
  'Nguyễn Văn An',
  'Trần Thị Bưởi',
  'THCS Sen Hồ',
  'thôn Kín Đáo',
  '0912345678',
  'Vì nhà nghèo',
  'Lê Thu Cúc',
];

/** Files that the page hands to the browser's own saving, in place of the saving. */
let saved: ReturnType<typeof catchSaved>;

/** The writers of files are many sources here, one by one; a busy machine takes a while. */
before(async function () {
  this.timeout(60_000);
  await fundPapers();
});

let world: FundDeskWorld;
beforeEach(async () => {
  saved = catchSaved();
  world = new FundDeskWorld();
  await world.open({ smallestGroup: 2 });
  const receipt = (act: string, name: string, more: object): Promise<void> =>
    world.send(treasurer, 'fund.record', act, 0, {
      fund: 'quy',
      kind: 'receipt',
      account: 'bank',
      category: 'tai-tro',
      amount: 500_000,
      date: '2026-10-01',
      details: { salt, purpose: 'Vì nhà nghèo', address: 'thôn Kín Đáo', phone: '0912345678' },
      party: { salt, name, kind: 'person', anonymous: false, ...more },
    });
  await receipt('a', 'Ông Bình Kín', {});
  await receipt('b', 'Bà Mai Mở', { consent: agreed });
  await receipt('c', 'Bà Hoa Rút', { consent: agreed });
  await world.send(treasurer, 'round.open', 'dot', 0, {
    fund: 'quy',
    title: 'Học bổng 2026',
    kind: 'scholarship',
    year: '2026',
    criteria: 'Vượt khó học giỏi',
    levels: [{ id: 'suat', label: { vi: 'Suất' }, amount: 300_000 }],
    discreet: false,
  });
  const child = (id: string, name: string) => ({
    id,
    level: 'suat',
    who: { name, grade: 'lớp 7', school: 'THCS Sen Hồ', born: 2013 },
    consents: [],
  });
  await world.send(treasurer, 'award.add', 'them', 0, {
    round: 'dot',
    salt,
    awards: [child('em-1', 'Nguyễn Văn An'), child('em-2', 'Trần Thị Bưởi')],
  });
  await world.send(treasurer, 'round.pay', 'chi', 0, {
    fund: 'quy',
    round: 'dot',
    awards: ['em-1', 'em-2'],
    account: 'bank',
    category: 'hoc-bong',
    date: '2026-10-05',
    details: { salt },
  });
});
afterEach(async () => {
  await world.end();
});

async function years(faults = createFaults()): Promise<Tracker> {
  const tracker = await mountDesk(world.client(treasurer, faults));
  press(tracker, '[data-to=years]');
  await until(() => tracker.shadowRoot!.querySelector('[data-do=open-grants]'), 'the open files');
  return tracker;
}
const press = (tracker: Tracker, selector: string): void =>
  tracker.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
async function file(tracker: Tracker, form: string): Promise<{ name: string; text: string }> {
  press(tracker, `[data-do=open-${form}]`);
  const found = await until(() => saved.at(-1), form, 30_000);
  saved.length = 0;
  return { name: found.name, text: await (await found.blob).text() };
}

/** What a visitor makes of what he reads himself. */
async function byAnybody(): Promise<{ grants: string; beancount: string }> {
  const visitor = world.client(null);
  const fund = (await visitor.query('public.fund.get', { id: 'quy' })).items[0]!;
  const pages = (await visitor.query('public.fund.ledger', { fund: 'quy' })).items;
  const awards = (await visitor.query('public.awards.list', { fund: 'quy' })).items;
  const papers = await fundPapers();
  const book = { fund, pages };
  return {
    grants: await papers.toGrants360({ ...book, rounds: fund.rounds, awards, lang: 'vi' }).text(),
    beancount: await papers.toBeancount(book, 'vi').text(),
  };
}

describe('open files of a ledger', () => {
  it('are byte by byte what anybody could make of the public ledger, without a secret', async function () {
    this.timeout(60_000);
    const tracker = await years();
    await expect(tracker).to.be.accessible();
    // A consent that is taken back elsewhere, after this desk had read the entry.
    await world.send(treasurer, 'fund.disclose', 'quy.3', 1, { consent: null });
    const grants = await file(tracker, 'grants');
    const beancount = await file(tracker, 'beancount');
    const open = await byAnybody();
    expect(grants.text).to.equal(open.grants);
    expect(beancount.text).to.equal(open.beancount);
    expect([grants.name, beancount.name]).to.deep.equal([
      'tai-tro-360giving-quy-khuyen-hoc-xa-mau.json',
      'so-kep-beancount-cong-khai-quy-khuyen-hoc-xa-mau.beancount',
    ]);
    const { grants: listed } = JSON.parse(grants.text) as { grants: { amountAwarded: number }[] };
    expect(listed.map(({ amountAwarded }) => amountAwarded)).to.deep.equal([300_000, 300_000]);
    expect(grants.text).to.contain('N.V.A., lớp 7').and.to.contain('Học bổng 2026');
    expect(beancount.text).to.contain('Bà Mai Mở').and.to.contain('hash: ');
    for (const text of [grants.text, beancount.text])
      for (const secret of secrets) expect(fold(text)).not.to.contain(fold(secret));
  });

  it('are made of a fund that is not published too, and say when they cannot be', async function () {
    this.timeout(60_000);
    await world.send(treasurer, 'fund.update', 'quy', 1, { published: false });
    const faults = createFaults();
    const tracker = await years(faults);
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'query', times: 20 });
    press(tracker, '[data-do=open-beancount]');
    await until(() => words(tracker).includes('Chưa làm được giấy tờ này.'), 'the sentence');
    expect(saved).to.deep.equal([]);
    faults.clear();
    const { text } = await file(tracker, 'beancount');
    expect(text).to.contain(settings.name).and.not.to.contain('Ông Bình Kín');
  });
});
