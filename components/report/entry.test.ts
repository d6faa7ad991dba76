/** Figures and activities entered from a report, by whoever is in charge of its place. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults, type Faults } from '../../src/backend/memory/faults.js';
import { createMemoryAdapter, createMemoryStore } from '../../src/backend/memory/memory-adapter.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import { place } from '../../src/domain/target/test-helpers/places.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { presets } from '../../src/presets/catalog.js';
import { expectLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import {
  cells,
  clean,
  find,
  phase,
  press,
  texts,
  useCleanPage,
  words,
  type ReportElement,
} from '../../test/support/mount-report.js';
import { asking } from '../../test/support/report-backend.js';

useCleanPage();

const now = () => new Date('2026-11-26T03:00:00.000Z');
const admin: Actor = { id: 'admin-1', name: 'Phạm Minh Đức', roles: ['admin'], scope: ['*'] };
const officer: Actor = { id: 'officer-1', name: 'Lê Thu Cúc', roles: ['officer'], scope: ['07210'] };

/** A back end with a commune that has told nothing yet, as somebody sees it. */
async function place07210(actor: Actor | null): Promise<{ client: Client; faults: Faults }> {
  const store = createMemoryStore();
  const faults = createFaults();
  const client = (who: Actor | null) =>
    createClient(createMemoryAdapter({ store, tenant: 'tinh', actor: who, now, catalog: presets, faults }), {
      now,
    });
  const first = client(admin);
  const payload = { localities: [place('07210', { parent: '24' })], events: [] };
  await first.execute([{ id: first.newId(), kind: 'locality.import', record: '24', expected: 0, payload }]);
  return { client: client(actor), faults };
}

/** The report of that commune. */
async function opened(actor: Actor | null): Promise<{ report: ReportElement; faults: Faults }> {
  const { client, faults } = await place07210(actor);
  const report = asking({ locality: '07210', year: '2026' }, client);
  await phase(report, 'shown');
  await until(() => !find(report, '.updating'), 'all of it');
  return { report, faults };
}

async function enter(report: ReportElement, what: 'figures' | 'activities'): Promise<void> {
  await until(
    () => find(report, `[data-do=enter-${what}]`) && !find(report, '.dialog'),
    'the button, and no dialog',
  );
  press(report, `enter-${what}`);
  await until(() => find(report, '.dialog[aria-busy=false]'), 'the dialog');
  await report.updateComplete;
}

function type(report: ReportElement, name: string, value: string): void {
  const field = find<HTMLInputElement>(report, `[data-d="${name}"]`)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const summary = (report: ReportElement): string => clean(find(report, '#entry-summary')!.textContent);
const focused = (report: ReportElement): HTMLElement | null =>
  report.shadowRoot!.activeElement as HTMLElement | null;
const save = async (report: ReportElement, says: RegExp): Promise<void> => {
  press(report, 'entry-save');
  await until(() => says.test(words(report)), String(says));
  await report.updateComplete;
};

describe('entry', () => {
  it('is for those in charge of the place: each sees the buttons of what is his', async () => {
    const { report } = await opened(officer);
    await until(() => find(report, '[data-do=enter-activities]'), 'the button');
    expect(find(report, '[data-do=enter-figures]')).to.equal(null);
    for (const actor of [null, { ...officer, scope: ['01'] }]) {
      const { report: closed } = await opened(actor);
      // Whoever sees nothing here has been asked for: what an officer sees comes no later.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      expect(find(closed, '[data-do=enter-activities]')).to.equal(null);
    }
  });

  it('of figures: numbers are echoed, the source is asked for, what was told before is kept, and the report follows', async () => {
    const { report, faults } = await opened(admin);
    await enter(report, 'figures');
    await until(() => focused(report)?.id === 'dialog-title', 'the title with the focus');
    expect(find<HTMLInputElement>(report, '[data-d=entry-date]')!.value).to.equal('26/11/2026');
    await save(report, /Chưa có số nào thay đổi/);
    type(report, 'count-chi-hoi', '1234');
    type(report, 'count-hoi-vien', 'nhiều');
    await report.updateComplete;
    expect(find<HTMLInputElement>(report, '[data-d=count-chi-hoi]')!.value).to.equal('1.234');
    await save(report, /còn chỗ cần sửa/);
    expect(focused(report)!.dataset['d']).to.equal('entry-source');
    await expectLooks(report);
    expect(texts(report, '[data-line=hoi-vien] .error')).to.deep.equal([
      'Không đọc được số này; ví dụ 45 hoặc 1.234.',
      'Cần ghi số này.',
    ]);
    type(report, 'count-hoi-vien', '');
    type(report, 'entry-source', 'Báo cáo số 3/BC-HKH');

    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute' });
    await save(report, /Những gì đã nhập vẫn còn trong trang này/);
    press(report, 'close');
    await enter(report, 'figures');
    expect(find<HTMLInputElement>(report, '[data-d=count-chi-hoi]')!.value).to.equal('1.234');
    await save(report, /Đã lưu 1 số\./);
    expect(texts(report, '[data-line=chi-hoi] .badge')).to.deep.equal(['Đã lưu']);
    type(report, 'count-chi-hoi', '1.240');
    await save(report, /trước đã báo cáo 1\.234/);
    expect(texts(report, '[data-line=chi-hoi] ul li')).to.deep.equal([
      '1.240, tính đến 26/11/2026. Nguồn: Báo cáo số 3/BC-HKH (trước đã báo cáo 1.234 ngày 26/11/2026)',
    ]);
    press(report, 'close');
    await until(
      () => cells(report, 'organisation', 'Chi hội khuyến học')[0]?.startsWith('1.240'),
      'the number in the report',
    );
  });

  it('of activities: one is added, changed, and taken out after a question', async () => {
    const { report } = await opened(officer);
    await enter(report, 'activities');
    expect(words(report)).to.contain('Chưa ghi hoạt động nào của năm 2026.');
    press(report, 'activity-add');
    await report.updateComplete;
    press(report, 'entry-save');
    await until(() => focused(report)?.dataset['d'] === 'activity-date', 'the date with the focus');
    await expectLooks(report);
    type(report, 'activity-date', '4/5');
    type(report, 'activity-title', 'Hội thảo gia đình học tập');
    type(report, 'activity-participants', '1140');
    await save(report, /Đã lưu hoạt động/);
    expect(texts(report, '.rows p')).to.deep.equal([
      'Hội thảo gia đình học tập',
      '04/05/2026 · Hội thảo, tọa đàm · 1.140 người dự',
    ]);
    press(report, 'edit');
    await report.updateComplete;
    type(report, 'activity-sessions', '2');
    await save(report, /2 buổi/);
    press(report, 'remove');
    await until(() => focused(report)?.dataset['do'] === 'remove-no', 'the question');
    await expectLooks(report);
    press(report, 'remove-no');
    await until(() => focused(report)?.dataset['do'] === 'remove', 'the button with the focus');
    press(report, 'remove');
    await report.updateComplete;
    press(report, 'remove-yes');
    await until(() => summary(report).startsWith('Đã xoá hoạt động'), 'it gone');
    expect(texts(report, '.rows li')).to.deep.equal([]);
  });

  it('is offered once it is known who is there, though that could not be had at first', async () => {
    const { client } = await place07210(admin);
    const session = client.session.bind(client);
    let away = true;
    Object.assign(client, {
      session: async (...options: Parameters<typeof session>) => {
        if (away) throw new HtsdError('server');
        return session(...options);
      },
    });
    const report = asking({ locality: '07210', year: '2026' }, client);
    await phase(report, 'shown');
    await until(() => !find(report, '.updating'), 'all of it');
    expect(find(report, '[data-do=enter-figures]')).to.equal(null);
    away = false;
    await report.retry();
    await until(() => find(report, '[data-do=enter-figures]'), 'the button');
  });

  it('says of reading that it was reading, and promises nothing that this page does not do', async () => {
    const { report, faults } = await opened(admin);
    await enter(report, 'figures');
    type(report, 'count-chi-hoi', '1234');
    type(report, 'entry-source', 'Báo cáo số 3/BC-HKH');
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    await save(report, /việc này chỉ được tính một lần/);
    expect(words(report)).not.to.contain('trên thiết bị này');
    press(report, 'close');
    for (const [code, says] of [
      ['offline', 'Chưa có kết nối mạng nên chưa tải được.'],
      ['timeout', 'Máy chủ không trả lời nên chưa tải được'],
    ] as const) {
      faults.next({ kind: 'fail', error: new HtsdError(code) }, { call: 'query', times: 2 });
      await enter(report, 'figures');
      await until(() => words(report).includes(says), says);
      faults.clear();
      expect(words(report)).to.contain('Chưa đọc được số liệu đã có.').and.not.to.contain('Chưa lưu được');
      press(report, 'close');
    }
    await enter(report, 'figures');
    // It had been recorded.
    await save(report, /Chưa có số nào thay đổi/);
  });
});
