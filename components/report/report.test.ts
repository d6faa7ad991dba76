/** A report from what the page hands over: its tables, pictures, coverage, and what it looks like. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { render } from 'lit';
import type { TraceRow } from '../../src/client/report/report.types.js';
import type { Report } from '../../src/domain/report/report.types.js';
import { expectLooks } from '../../test/support/looks.js';
import {
  cells,
  clean,
  find,
  press,
  section,
  shown,
  texts,
  useCleanPage,
  words,
} from '../../test/support/mount-report.js';
import { parts, province, sampleReport, sampleReview } from '../../test/support/sample-report.js';
import { until } from '../../test/support/mount-form.js';
import { rowsView } from './parts/trace/rows-view.js';
import { traceTexts } from './parts/trace/texts.js';

useCleanPage();

describe('htsd-report', () => {
  it('says what report it is: of which place, up to which day, beside which year, and that its form is a sample', async () => {
    const report = await shown(sampleReport);
    expect(texts(report, 'h2')).to.deep.equal(['Báo cáo thống kê phong trào học tập suốt đời năm 2025']);
    expect(texts(report, '[part=place]')).to.deep.equal(['Tỉnh Phú Thọ']);
    expect(texts(report, '.facts > span')).to.deep.equal([
      'Số liệu đến ngày 26/11/2025',
      'So với năm 2024',
      'Năm 2025 chưa kết thúc nên số liệu còn thay đổi.',
      'Mẫu, chưa đối chiếu văn bản',
    ]);
  });

  it('tells how many have reported, and names the others', async () => {
    const report = await shown(sampleReport);
    expect(clean(find(report, '[part=coverage] strong')!.textContent)).to.equal(
      '2 trên 3 xã, phường, đặc khu đã báo cáo',
    );
    expect(texts(report, '[part=missing] li')).to.deep.equal(['Xã Tam Đảo']);
    expect(find<HTMLDetailsElement>(report, '[part=coverage] details')!.open).to.equal(false);
    const full = { ...sampleReport.coverage!, reported: 3, missing: [] };
    const whole = await shown({ ...sampleReport, coverage: full });
    expect(clean(find(whole, '[part=coverage]')!.textContent)).to.equal(
      'Cả 3 xã, phường, đặc khu đã báo cáo',
    );
  });

  it('is a table: the number, that of last year and the difference, the share, the target and how it stands', async () => {
    const report = await shown(sampleReport);
    expect(cells(report, 'models', 'Gia đình học tập')).to.deep.equal([
      '200.000 2024: 198.000 (+2.000)',
      '180.000 2024: 170.000 (+10.000)',
      '150.000 2024: 138.600 (+11.400)',
      '75,0 % 2024: 70,0 % (+5 điểm phần trăm)',
      '75 % (năm 2025) Đạt',
    ]);
    expect(cells(report, 'models', 'Cộng đồng học tập')).to.deep.equal([
      '1.000 2024: Chưa báo cáo',
      '870 2024: Chưa báo cáo',
      '780 2024: Chưa báo cáo',
      '78,0 %',
      '80 % (năm 2025) Đúng tiến độ',
    ]);
    expect(cells(report, 'centres', 'Trung tâm học tập cộng đồng')).to.deep.equal(['136 2024: 137 (−1)']);
    expect(cells(report, 'organisation', 'Ban khuyến học')[0]).to.equal('Chưa báo cáo');
  });

  it('says below a line what has to be known of it, and below a section what of all of it', async () => {
    const report = await shown(sampleReport);
    expect(texts(section(report, 'models'), '.notes li')).to.deep.equal([
      '2 / 3 xã, phường, đặc khu có số liệu; chưa có Xã Tam Đảo.',
      'Số đạt lớn hơn tổng số; đề nghị kiểm tra lại số liệu.',
    ]);
    expect(texts(section(report, 'funds'), '[part=remarks] li')).to.deep.equal([
      'Chỉ gồm các quỹ công khai sổ.',
      'Chưa tính quỹ chưa ghi mã địa bàn: Quỹ khuyến học dòng họ Nguyễn.',
    ]);
  });

  it('indents the groups of a model, and names those of none', async () => {
    const report = await shown(sampleReport);
    expect(texts(section(report, 'models'), '.depth-1 .name')).to.deep.equal([
      'Nông dân',
      'Công nhân, lao động tự do',
      'Chưa ghi nhóm',
    ]);
  });

  it('shows pictures, with what they show in words and the tables behind them', async () => {
    const report = await shown(sampleReport);
    press(report, 'chart');
    await report.updateComplete;
    const models = section(report, 'models');
    const bar = models.querySelector('.bar')!;
    expect(bar.getAttribute('aria-label')).to.equal('Gia đình học tập: 150.000 / 200.000 = 75,0\u00a0%');
    const at = (name: string, place: string): string | null =>
      bar.querySelector(`.${name}`)!.getAttribute(place);
    expect([at('fill', 'width'), at('pale', 'width'), at('mark', 'x'), at('then', 'cx')]).to.deep.equal([
      '75%',
      '90%',
      '75%',
      '70%',
    ]);
    expect(models.querySelectorAll('details table.lines tbody tr.line').length).to.equal(8);
    // Amounts stand on one scale: the largest of both years fills it.
    const widths = [...section(report, 'funds').querySelectorAll('.fill')].map((one) =>
      one.getAttribute('width'),
    );
    expect(widths.filter(Boolean).slice(1)).to.deep.equal(['91.34%', '60.9%', '52.24%', '100%']);
    expect(find(report, '[data-do=chart]')!.getAttribute('aria-pressed')).to.equal('true');
  });

  it('tells the years of a review, as a table and as columns', async () => {
    const report = await shown(sampleReview);
    expect(texts(report, 'h2')[0]).to.equal(
      'Báo cáo sơ kết phong trào học tập suốt đời giai đoạn 2021 - 2025',
    );
    const years = (id: string): string[] => texts(section(report, id), 'table.years tbody tr:first-child *');
    expect(years('models')).to.deep.equal([
      'Gia đình học tập',
      '45,0 %',
      '52,5 %',
      '60,0 %',
      '67,5 %',
      '75,0 %',
    ]);
    expect(texts(section(report, 'organisation'), 'table.years tbody tr:first-child td')[1]).to.equal(
      'Chưa báo cáo',
    );
    press(report, 'chart');
    await report.updateComplete;
    expect(section(report, 'models').querySelector('[part=trend]')!.getAttribute('aria-label')).to.contain(
      'Gia đình học tập: 2021: 45,0\u00a0%; 2022: 52,5\u00a0%',
    );
  });

  it('leads up and down as the page wants it', async () => {
    const report = await shown(sampleReport);
    const asked: unknown[] = [];
    report.addEventListener('htsd-open-report', (event) => {
      const { locality, kind, year, from } = event;
      asked.push([locality, kind, year, from]);
    });
    find(report, '[part=path] button')!.click();
    const parts = find<HTMLSelectElement>(report, '[data-do=part]')!;
    expect([...parts.options].map(({ text }) => text)).to.deep.equal([
      'Chọn đơn vị',
      'Xã Sen Hồ',
      'Phường Việt Trì',
      'Xã Tam Đảo',
    ]);
    parts.value = 'B@2025-07-01';
    press(report, 'go');
    expect(asked).to.deep.equal([
      ['@2025-07-01', 'year', 2025, undefined],
      ['B@2025-07-01', 'year', 2025, undefined],
    ]);
    expect(texts(report, '[part=place]')).to.deep.equal(['Tỉnh Phú Thọ']);
  });

  it('says that a section is still being read, and that nobody has reported', async () => {
    const [funds] = sampleReport.sections.slice(-1);
    const waiting = { ...funds!, lines: [], remarks: [], pending: true };
    const reading = await shown({ ...sampleReport, sections: [waiting] });
    expect(texts(section(reading, 'funds'), '[role=status]')).to.deep.equal(['Đang đọc số liệu…']);
    const bare = await shown({ ...sampleReport, sections: [] });
    expect(words(bare)).to.contain('Chưa nơi nào báo cáo số liệu của năm 2025.');
  });

  it('shows names as text, whatever they hold', async () => {
    const vi = '<img src=x onerror=alert(1)>';
    const report = await shown({ ...sampleReport, place: { ...province, name: { vi } } });
    expect(find(report, 'img')).to.equal(null);
    expect(words(report)).to.contain(vi);
  });

  it('reads English where the page does', async () => {
    document.documentElement.lang = 'en';
    const report = await shown(sampleReport);
    const said = ['Compared with 2024', 'Learning Families', 'Reached'];
    await until(() => said.every((one) => words(report).includes(one)), 'English');
    expect(cells(report, 'models', 'Learning Families')).to.deep.equal([
      '200,000 2024: 198,000 (+2,000)',
      '180,000 2024: 170,000 (+10,000)',
      '150,000 2024: 138,600 (+11,400)',
      '75.0% 2024: 70.0% (+5 percentage points)',
      '75% (by 2025) Reached',
    ]);
  });

  it('runs nowhere over a small phone where somebody spaces letters and words widely', async () => {
    document.documentElement.lang = 'en';
    const report = await shown(sampleReport);
    await until(() => words(report).includes('Not enough figures'), 'English');
    await setViewport({ width: 320, height: 4_000 });
    const spaced = new CSSStyleSheet();
    spaced.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
    report.shadowRoot!.adoptedStyleSheets.push(spaced);
    for (const status of report.shadowRoot!.querySelectorAll('td .status'))
      expect(status.scrollWidth, clean(status.textContent)).to.be.at.most(status.closest('td')!.clientWidth);
  });

  it('leaves controls off the paper, and is dark on white there', async () => {
    const report = await shown(sampleReport, { theme: 'dark' });
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(find(report, '[part=controls]')!).display).to.equal('none');
    expect(getComputedStyle(find(report, 'h2')!).color).to.equal('rgb(23, 35, 31)');
    expect(find(report, 'table')!.getBoundingClientRect().height).to.be.greaterThan(100);
    // Lines are rows there, however narrow the paper; who has not reported is named.
    expect(getComputedStyle(find(report, 'tr.line')!).display).to.equal('table-row');
    expect(find(report, '.on-paper')!.innerText).to.equal('Chưa báo cáo: Xã Tam Đảo');
  });
});

describe('rows below a number', () => {
  it('are funds with what is taken out between them, and former places', async () => {
    const report = await shown(sampleReport);
    for (const texts of traceTexts) report.l.add(texts);
    const box = document.createElement('div');
    document.body.append(box);
    const fund = { kind: 'fund', id: 'a', name: 'Quỹ xã A', place: 'Xã A' } as const;
    const followed: number[] = [];
    const draw = (rows: readonly TraceRow[]): string[] => {
      render(
        rowsView(rows, 'Nguồn', report.l, (index) => followed.push(index)),
        box,
      );
      return [...box.querySelectorAll('tbody tr')].map((row) =>
        [row.querySelector('th')!, ...row.querySelectorAll('.cell')]
          .map((one) => clean(one.textContent))
          .join(' | '),
      );
    };
    const money: readonly TraceRow[] = [
      { ...fund, amount: 5_000_000, closed: true },
      { ...fund, name: 'Quỹ xã B', amount: 2_000_000, closed: false },
      { kind: 'less', code: 'between', amount: -1_000_000 },
      { kind: 'less', code: 'loose', amount: -500_000 },
    ];
    expect(draw(money)).to.deep.equal([
      'Quỹ xã A | Xã A | 5.000.000',
      'Quỹ xã B chưa khóa sổ | Xã A | 2.000.000',
      'Trừ: quỹ chuyển cho nhau |  | -1.000.000',
      'Trừ: chuyển không rõ quỹ |  | -500.000',
    ]);
    const former: TraceRow = {
      kind: 'part',
      place: province,
      cell: { value: 12, trace: parts('family', 'total', 2024) },
      former: true,
    };
    expect(draw([former])).to.deep.equal(['Tỉnh Phú Thọ đơn vị cũ | 12, xem tiếp nguồn: Tỉnh Phú Thọ | –']);
    box.querySelector('button')!.click();
    expect(followed).to.deep.equal([0]);
  });
});

describe('looks', () => {
  const long = 'Xã '.padEnd(500, 'Nguyễn Thị 🏫 \u202e');
  const odd: Report = {
    ...sampleReport,
    place: { ...province, name: { vi: long } },
    coverage: {
      ...sampleReport.coverage!,
      missing: Array.from({ length: 8 }, () => ({ ...province, name: { vi: long.slice(0, 120) } })),
    },
  };
  for (const [name, value, look] of [
    ['tables of a year', sampleReport, 'table'],
    ['tables of a review', sampleReview, 'table'],
    ['pictures of a year', sampleReport, 'chart'],
    ['pictures of a review', sampleReview, 'chart'],
    ['names of 500 characters', odd, 'table'],
  ] as const)
    it(`${name}: satisfies axe in light and dark, fits 320 px`, async () => {
      const report = await shown(value);
      press(report, look);
      for (const details of report.shadowRoot!.querySelectorAll('details')) details.open = true;
      await expectLooks(report);
    });
});
