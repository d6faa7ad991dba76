/** A report over a back end: why there is none, another one, and the way down from its numbers. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { expectLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import { keptOn } from '../../test/support/mount-gauge.js';
import {
  cells,
  clean,
  find,
  phase,
  press,
  section,
  texts,
  useCleanPage,
  words,
  type ReportElement,
} from '../../test/support/mount-report.js';
import { answering, asking, reportClient } from '../../test/support/report-backend.js';

useCleanPage();

const failing = (code: ConstructorParameters<typeof HtsdError>[0]) =>
  reportClient(() => Promise.reject(new HtsdError(code)));

const opened = async (attributes: Record<string, string> = {}): Promise<ReportElement> => {
  const report = asking({ locality: '01', ...attributes });
  await phase(report, 'shown');
  await until(() => !find(report, '.updating'), 'all of it');
  return report;
};

describe('states', () => {
  it('loading: says so', async () => {
    const report = asking(
      { locality: '01' },
      reportClient(() => new Promise(() => undefined)),
    );
    await until(() => words(report).includes('Đang lập báo cáo…'), 'loading');
    expect(find(report, '[part=base]')!.getAttribute('aria-busy')).to.equal('true');
    await expectLooks(report);
  });

  for (const [code, wanted, says, retry] of [
    ['server', 'error', 'Chưa lập được báo cáo', true],
    ['timeout', 'error', 'Chưa lập được báo cáo', true],
    ['offline', 'offline', 'chưa có số liệu đã đọc trước đó', true],
    ['forbidden', 'forbidden', 'Không có quyền xem báo cáo này', false],
    ['unauthenticated', 'forbidden', 'Không có quyền xem báo cáo này', false],
  ] as const)
    it(`${code}: ${wanted}`, async () => {
      let told = 0;
      addEventListener('htsd-error', () => told++, { once: true });
      const report = asking({ locality: '01' }, failing(code));
      await phase(report, wanted);
      expect(words(report)).to.contain(says);
      expect(find(report, '[data-do=retry]') !== null).to.equal(retry);
      expect(find(report, '[role=alert]') !== null).to.equal(wanted === 'error');
      expect(told).to.equal(1);
      await expectLooks(report);
    });

  it('no place chosen, and none that is known', async () => {
    const empty = asking({});
    await phase(empty, 'empty');
    expect(words(empty)).to.contain('Chưa chọn địa bàn');
    await expectLooks(empty);
    const unknown = asking({ locality: 'khong-co' });
    await phase(unknown, 'not-found');
    expect(words(unknown)).to.contain('Không tìm thấy địa bàn này');
    await expectLooks(unknown);
  });

  it('the place was not there: since when it is, out of what, and a way to that', async () => {
    const report = asking({ locality: 'A', year: '2024' });
    await phase(report, 'absent');
    expect(clean(find(report, '[part=absence] p')!.textContent)).to.equal(
      'Năm 2024 chưa có Xã A: địa bàn này có từ ngày 01/07/2025, hình thành từ Xã X.',
    );
    await expectLooks(report);
    find(report, '[part=absence] button')!.click();
    await phase(report, 'shown');
    expect(texts(report, '[part=place]')).to.deep.equal(['Xã X']);
    await until(() => report.shadowRoot!.activeElement?.id === 'title', 'the title with the focus');
  });

  it('is read again when somebody asks for it', async () => {
    let broken = true;
    const report = asking(
      { locality: '01' },
      reportClient((name, params) =>
        broken ? Promise.reject(new HtsdError('server')) : answering(name, params),
      ),
    );
    await phase(report, 'error');
    broken = false;
    press(report, 'retry');
    await phase(report, 'shown');
    expect(cells(report, 'models', 'Gia đình học tập').slice(0, 3)).to.deep.equal([
      '300',
      'Chưa báo cáo',
      '240',
    ]);
  });

  it('takes what makes no sense for what it would be without it', async () => {
    const report = asking({ locality: '01', year: 'sang năm', kind: 'tháng', from: '3000' });
    await phase(report, 'shown');
    expect(texts(report, 'h2')).to.deep.equal(['Báo cáo thống kê phong trào học tập suốt đời năm 2025']);
  });

  it('takes a year as text too: a framework hands what stands in its mark-up to the property', async () => {
    const report = asking({ locality: '01' });
    Object.assign(report, { kind: 'midterm', year: '2026', from: '2024' });
    await until(() => texts(report, 'h2')[0]?.includes('2024 - 2026'), 'the review');
  });

  it('keeps what is shown where another one could not be read, and says so', async () => {
    let broken = false;
    const report = asking(
      { locality: '01' },
      reportClient((name, params) =>
        broken ? Promise.reject(new HtsdError('server')) : answering(name, params),
      ),
    );
    await phase(report, 'shown');
    await until(() => !find(report, '.updating'), 'all of it');
    broken = true;
    report.year = 2026;
    await until(() => find(report, '#stale'), 'the failure');
    expect(clean(find(report, '#stale')!.textContent)).to.contain('Chưa cập nhật được');
    expect(words(report)).to.contain('nên chưa tải được');
    expect(cells(report, 'models', 'Gia đình học tập')[2]).to.equal('240');
    await expectLooks(report);
    broken = false;
    press(report, 'retry');
    await until(() => texts(report, 'h2')[0]!.endsWith('2026'), 'the other one');
    expect(find(report, '#stale')).to.equal(null);
  });

  it('offline with what was read before: says how old it is', async () => {
    const storage = `report-${Date.now()}`;
    const first = asking({ locality: '01' }, reportClient(answering, storage));
    await phase(first, 'shown');
    // Targets, places, figures, counts, activities of two years, funds and what their ledgers come to.
    for (let kept = 0; kept < 8;) kept = await keptOn(storage);
    first.remove();
    const gone = reportClient(() => Promise.reject(new HtsdError('offline')), storage);
    const second = asking({ locality: '01' }, gone);
    await phase(second, 'shown');
    await until(() => words(second).includes('Chưa lấy được số liệu mới. Đây là số liệu đọc lúc'), 'its age');
    expect(cells(second, 'models', 'Gia đình học tập')[2]).to.equal('240');
    await expectLooks(second);
  });
});

describe('another report', () => {
  it('another year and kind are shown in its place, and said aloud; a page may keep it', async () => {
    const report = await opened();
    expect(find(report, '[role=status].visually-hidden')!.textContent.trim()).to.equal('');
    const choose = (name: string, value: string): void => {
      const select = find<HTMLSelectElement>(report, `[data-do=${name}]`)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose('kind', 'final');
    await until(() => texts(report, 'h2')[0]!.includes('tổng kết'), 'the review');
    expect([report.kind, report.year, report.from]).to.deep.equal(['final', 2025, undefined]);
    await until(
      () =>
        find(report, '[role=status].visually-hidden')!.textContent.includes(
          'Đang hiển thị: Báo cáo tổng kết',
        ),
      'the announcement',
    );
    // What the numbers of a wide table say to those who do not see it widens no page.
    await expectLooks(report);
    report.addEventListener('htsd-open-report', (event) => event.preventDefault());
    choose('kind', 'year');
    expect(report.kind).to.equal('final');
    expect(find<HTMLSelectElement>(report, '[data-do=kind]')!.value).to.equal('final');
  });

  it('says once in which years of a review the place was not there, and compares nothing with them', async () => {
    const report = await opened({ kind: 'midterm', from: '2023' });
    const models = section(report, 'models');
    expect(texts(models, ':scope > .hint')).to.deep.equal(['Các năm chưa có địa bàn này: 2023, 2024.']);
    expect(models.querySelector('table.years')).to.equal(null);
    expect(texts(report, '.facts > span')[1]).to.equal('Năm 2023 chưa có địa bàn này nên không so sánh');
    expect(cells(report, 'models', 'Gia đình học tập')[2]).to.equal('240');
  });

  it('goes down to a part and back up, with the focus on the title', async () => {
    const report = await opened();
    find<HTMLSelectElement>(report, '[data-do=part]')!.value = 'B@2025-07-01';
    press(report, 'go');
    await until(() => texts(report, '[part=place]')[0] === 'Xã B', 'the part');
    await until(() => report.shadowRoot!.activeElement?.id === 'title', 'the title with the focus');
    expect(cells(report, 'activities', 'Hội thảo, tọa đàm')).to.deep.equal([
      '2 2024: Chưa báo cáo',
      '140 2024: Chưa báo cáo',
    ]);
    find(report, '[part=path] button')!.click();
    await until(() => texts(report, '[part=place]')[0] === 'Tỉnh 01', 'the province');
  });
});

describe('the way down', () => {
  const figure = (report: ReportElement, id: string, line: string, column: number): HTMLElement => {
    const row = [...section(report, id).querySelectorAll('tr.line')].find(
      (one) => clean(one.querySelector('.name')!.textContent) === line,
    )!;
    return row.querySelectorAll('td')[column]!.querySelector<HTMLElement>('button.figure')!;
  };
  const dialog = (report: ReportElement): HTMLDialogElement => find(report, 'dialog')!;
  const rows = (report: ReportElement): string[] =>
    [...dialog(report).querySelectorAll('tbody tr')].map((row) =>
      [row.querySelector('th')!, ...row.querySelectorAll('.cell')]
        .map((one) => clean(one.textContent).replace(/, xem tiếp nguồn.*/, ''))
        .join(' | '),
    );
  const active = (report: ReportElement): HTMLElement => report.shadowRoot!.activeElement as HTMLElement;

  it('by keyboard: from a number to the parts, to what was told there, back, and out', async () => {
    const report = await opened();
    const number = figure(report, 'models', 'Gia đình học tập', 2);
    expect(clean(number.textContent)).to.equal('240, xem nguồn: Gia đình học tập, Đạt, năm 2025');
    number.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => rows(report).length === 3, 'the parts');
    expect(rows(report)).to.deep.equal([
      'Xã A | 60 | 60,0 %',
      'Xã B | 180 | 90,0 %',
      'Xã C | Chưa báo cáo | –',
    ]);
    expect(active(report).id).to.equal('dialog-title');
    await expectLooks(report);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(active(report).dataset['row']).to.equal('1');
    await sendKeys({ press: 'Enter' });
    await until(() => rows(report)[0]?.startsWith('31/10/2025'), 'what was told');
    expect(rows(report)).to.deep.equal(['31/10/2025 đang dùng | Xã B | 180 | 200 | Báo cáo số 180/BC-HKH']);
    expect(texts(dialog(report), '[aria-current=step]')).to.deep.equal(['Xã B']);
    await expectLooks(report);
    find(report, '[data-do=back]')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => active(report).dataset['row'] === '1', 'the row that was followed');
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog(report).open, 'closed');
    expect(active(report)).to.equal(number);
  });

  it('to the rows of the register, page by page', async () => {
    const paged = reportClient(async (name, params) => {
      const { items } = await answering(name, params);
      if (name !== 'register.list') return { items };
      return params['cursor'] === 'b' ? { items: items.slice(2) } : { items: items.slice(0, 2), next: 'b' };
    });
    const report = asking({ locality: 'A.1' }, paged);
    await phase(report, 'shown');
    figure(report, 'models', 'Dòng họ học tập', 2).click();
    await until(() => rows(report).length === 2, 'the first page');
    expect(rows(report)[0]).to.equal('Dòng họ 1 | Thôn A.1 | Đạt danh hiệu | 81/100');
    expect(clean(dialog(report).textContent)).to.contain('Đang hiện 2 dòng');
    press(report, 'more');
    await until(() => rows(report).length === 3, 'the second page');
    await until(() => active(report).dataset['line'] === '2', 'its first row');
    expect(find(report, '[data-do=more]')).to.equal(null);
    await expectLooks(report);
  });

  it('to the activities', async () => {
    const report = await opened();
    figure(report, 'activities', 'Hội thảo, tọa đàm', 1).click();
    await until(() => rows(report).length === 1, 'the activity');
    expect(rows(report)[0]).to.equal('Hội thảo gia đình học tập | 05/09/2025 | Xã B | 2 | 140 | –');
  });

  it('says that it could not be read, and tries again', async () => {
    let broken = true;
    const report = asking(
      { locality: 'A.1' },
      reportClient((name, params) =>
        broken && name === 'register.list'
          ? Promise.reject(new HtsdError('timeout'))
          : answering(name, params),
      ),
    );
    await phase(report, 'shown');
    figure(report, 'models', 'Dòng họ học tập', 2).click();
    await until(() => dialog(report).querySelector('[role=alert]'), 'the failure');
    expect(clean(dialog(report).textContent)).to.contain('Chưa đọc được nguồn của số liệu này.');
    await expectLooks(report);
    broken = false;
    press(report, 'more');
    await until(() => rows(report).length === 3, 'the rows');
  });
});
