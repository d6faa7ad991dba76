/** What one gauge shows, from what the page hands over. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { sample } from '../../src/domain/target/test-helpers/places.js';
import type { Indicator } from '../../src/domain/target/target.schema.js';
import { expectLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import {
  clean,
  families,
  figure,
  find,
  reached,
  shown,
  texts,
  useCleanPage,
  viewOf,
  words,
  type Gauge,
} from '../../test/support/mount-gauge.js';

useCleanPage();

const sentence = (gauge: Gauge): string => clean(find(gauge, '[part=sentence]')!.textContent);
const status = (gauge: Gauge): string => clean(find(gauge, '[part=status]')!.textContent);
const notes = (gauge: Gauge): string[] => texts(gauge, '[part=notes] li');
const width = (gauge: Gauge, name: string): number =>
  Number.parseFloat(find(gauge, `[part=meter] .${name}`)!.getAttribute('width')!);

describe('htsd-target-gauge', () => {
  it('says figure and target in one sentence, the status in words, and what is next', async () => {
    const gauge = await shown({ value: reached() });
    expect(sentence(gauge)).to.equal('150.000 / 200.000 gia đình = 75,0 % (chỉ tiêu 2025: 75 %)');
    expect(status(gauge)).to.equal('Đạt');
    expect(notes(gauge)).to.deep.equal(['Cần thêm 500 gia đình mỗi quý để đạt 80 % năm 2030.']);
    expect(clean(find(gauge, '[part=basis]')!.textContent)).to.equal(
      'Số liệu đến 31/12/2025 Căn cứ Mẫu, chưa đối chiếu văn bản Chỉ tiêu mẫu, chưa đối chiếu văn bản',
    );
  });

  it('is a meter with a text', async () => {
    for (const variant of ['bullet', 'arc'] as const) {
      const meter = find(await shown({ value: reached(), variant }), '[role=meter]')!;
      const said = ['label', 'valuetext', 'valuemin', 'valuemax', 'valuenow'].map((name) =>
        meter.getAttribute(`aria-${name}`),
      );
      expect(said).to.deep.equal([
        'Gia đình được công nhận “Gia đình học tập”',
        'Gia đình được công nhận “Gia đình học tập”, Tỉnh 01: 150.000 / 200.000 gia đình = 75,0\u00a0% (chỉ tiêu 2025: 75\u00a0%). Đạt.',
        '0',
        '100',
        '75',
      ]);
    }
  });

  it('draws value and target where they are on the scale', async () => {
    const bar = await shown({ value: viewOf([figure(120_000, 200_000)]) });
    expect(width(bar, 'fill')).to.equal(60);
    expect(find(bar, '.mark')!.getAttribute('x')).to.equal('75%');
    const arc = await shown({ value: viewOf([figure(120_000, 200_000)]), variant: 'arc' });
    expect(find(arc, '.fill')!.getAttribute('stroke-dasharray')).to.equal('60 200');
    expect(find(arc, '.mark')!.getAttribute('transform')).to.equal('rotate(135 120 120)');
    expect(clean(find(arc, 'text.number')!.textContent)).to.equal('60,0 %');
  });

  it('leads with the bare count where no total was told, and draws no bar where there is nothing to aim at', async () => {
    const untold = await shown({ value: viewOf([figure(200_000, undefined)]) });
    expect(clean(find(untold, '[part=number]')!.textContent)).to.equal('200.000');
    expect(status(untold)).to.equal('Chưa đủ số liệu');
    expect(find(untold, '[part=meter]')!.getAttribute('role')).to.equal('img');
    expect(find(untold, '.fill')).to.equal(null);
    const centres: Indicator = { ...families, id: 'trung-tam', kind: 'number' };
    const aimless = await shown({ value: viewOf([figure(136, undefined)], [], { indicator: centres }) });
    expect(clean(find(aimless, '[part=number]')!.textContent)).to.equal('136');
    expect(find(aimless, '[part=meter]')).to.equal(null);
  });

  it('says why what was told last cannot be compared, and of which year that is', async () => {
    const places = [{ vi: 'Tỉnh Hòa Bình' }];
    const lack = { year: 2022, lack: { code: 'no-figure', places } } as const;
    const view = { ...viewOf([]), years: [lack, { year: 2023 }] };
    expect(notes(await shown({ value: view }))).to.deep.equal([
      '2022: Không so sánh được: Tỉnh Hòa Bình chưa có số liệu của năm đó.',
    ]);
    const told = { ...view, years: [lack, { year: 2023, figure: figure(1, 2, '2023-12-31') }] };
    expect(notes(await shown({ value: told })).join()).not.to.contain('so sánh');
  });

  it('never rounds up to what is not reached', async () => {
    const gauge = await shown({ value: viewOf([figure(149_999, 200_000)]) });
    expect(sentence(gauge)).to.contain('= 74,99 %');
    expect(status(gauge)).to.equal('Chậm tiến độ');
    expect(notes(gauge)).to.deep.equal([
      'Đã qua thời hạn của chỉ tiêu.',
      'Còn thiếu 1 gia đình so với chỉ tiêu 2025.',
    ]);
  });

  it('tells the path, where it begins, and how many more are needed each quarter', async () => {
    const value = viewOf(
      [figure(100_000, 200_000, '2020-12-31'), figure(119_800, 200_000, '2022-12-31')],
      undefined,
      { year: 2022 },
    );
    const gauge = await shown({ value });
    expect(status(gauge)).to.equal('Chậm tiến độ');
    expect(notes(gauge)).to.deep.equal([
      'Cần thêm 2.517 gia đình mỗi quý để đạt 75 % năm 2025.',
      'Theo đường tiến độ, đến ngày 31/12/2022 cần đạt 59,99 %.',
      'Đường tiến độ tính từ số liệu đầu tiên, ngày 31/12/2020.',
    ]);
    expect(find(gauge, 'line.path')!.getAttribute('x1')).to.equal('59.99%');
    expect(texts(gauge, '.tick')).to.include('Tiến độ 59,99 %');
  });

  it('shows more than there are as they are, and asks to look at the figure', async () => {
    const gauge = await shown({ value: viewOf([figure(210_000, 200_000)]) });
    expect(sentence(gauge)).to.contain('= 105,0 %');
    expect(status(gauge)).to.equal('Chưa đủ số liệu');
    expect(notes(gauge)).to.deep.equal(['Số đạt lớn hơn tổng số; đề nghị kiểm tra lại số liệu.']);
    expect(find(gauge, '[role=meter]')!.getAttribute('aria-valuemax')).to.equal('105');
    // The bar is full, and the scale tells where 100 % is.
    expect(width(gauge, 'fill')).to.equal(100);
    expect(find(gauge, '.whole')!.getAttribute('x1')).to.equal('95.24%');
  });

  it('says that a target of 0 is always reached', async () => {
    const gauge = await shown({
      value: viewOf([figure(0, 200)], [sample({ value: 0, by: '2025-12-31' })]),
    });
    expect([sentence(gauge), status(gauge), ...notes(gauge)]).to.deep.equal([
      '0 / 200 gia đình = 0,0 % (chỉ tiêu 2025: 0 %)',
      'Đạt',
      'Chỉ tiêu bằng 0 nên bao giờ cũng đạt.',
    ]);
  });

  it('invents no total: Vĩnh Phúc in 2022', async () => {
    const gauge = await shown({
      value: viewOf([figure(200_000, undefined, '2022-08-17')], undefined, { year: 2022 }),
    });
    expect([sentence(gauge), status(gauge), ...notes(gauge)]).to.deep.equal([
      '200.000 gia đình, chưa có tổng số (chỉ tiêu 2025: 75 %)',
      'Chưa đủ số liệu',
      'Chưa có tổng số nên chưa tính được tỷ lệ.',
    ]);
    // Without a value it is no meter.
    expect(find(gauge, '[role=meter]')).to.equal(null);
    expect(find(gauge, '[part=meter]')!.getAttribute('aria-label')).to.contain('chưa có tổng số');
  });

  it('says that nothing was counted, and that there is no target', async () => {
    const none = await shown({ value: viewOf([]) });
    expect([sentence(none), status(none)]).to.deep.equal([
      'Chưa có số liệu (chỉ tiêu 2025: 75 %)',
      'Chưa đủ số liệu',
    ]);
    const aimless = await shown({ value: viewOf([figure(50, 200)], []) });
    expect([sentence(aimless), status(aimless)]).to.deep.equal([
      '50 / 200 gia đình = 25,0 %',
      'Chưa có chỉ tiêu',
    ]);
    expect(find(aimless, '.mark')).to.equal(null);
  });

  it('counts numbers, and less as better where that is so', async () => {
    const centres: Indicator = {
      ...families,
      id: 'trung-tam',
      label: { vi: 'Trung tâm học tập cộng đồng' },
      unit: { vi: 'trung tâm' },
      kind: 'number',
      origin: 'report',
    };
    const aim = sample({
      indicator: 'trung-tam',
      kind: 'number',
      value: 140,
      locality: '01',
      by: '2025-12-31',
    });
    const number = await shown({ value: viewOf([figure(136, undefined)], [aim], { indicator: centres }) });
    expect(sentence(number)).to.equal('136 trung tâm (chỉ tiêu 2025: 140)');
    const falling = await shown({
      value: viewOf([figure(810, 10_000, '2025-06-30')], [sample({ value: 500, falling: true })]),
    });
    expect(sentence(falling)).to.equal('810 / 10.000 gia đình = 8,1 % (chỉ tiêu 2030: không quá 5 %)');
    expect(notes(falling)[1]).to.equal('Cần giảm 14 gia đình mỗi quý để còn không quá 5 % năm 2030.');
  });

  it('tells what other sources say, and what was inferred', async () => {
    const target = sample({
      by: '2025-12-31',
      provenance: 'inferred',
      disputed: [{ value: 7_000, source: { vi: 'Bản tóm tắt' } }],
      source: { name: { vi: 'Chương trình' }, number: '387/QĐ-TTg' },
    });
    const gauge = await shown({ value: viewOf([figure(160_000, 200_000)], [target]) });
    expect(notes(gauge)).to.include('Nguồn khác ghi 70 %.');
    expect(words(gauge)).to.contain('Căn cứ số 387/QĐ-TTg Chỉ tiêu suy ra, chưa đối chiếu văn bản');
  });

  it('tells the coverage and names a few of those that are missing', async () => {
    const view = viewOf([figure(70, 100, '2025-12-31', { coverage: { reported: 63, expected: 71 } })]);
    const missing = ['A', 'B', 'C', 'D', 'E'].map((vi) => ({ vi }));
    const years = view.years.map((year) => ({ ...year, missing }));
    const gauge = await shown({ value: { ...view, years, parts: { level: 'commune', count: 71 } } });
    expect(notes(gauge)).to.include('63 / 71 xã, phường, đặc khu đã báo cáo; chưa có A, B, C và 2 nơi khác.');
    const mixed = await shown({ value: { ...view, parts: { level: 'province', count: 34 } } });
    expect(notes(mixed)).to.include('63 / 71 đơn vị đã báo cáo.');
  });

  it('draws the years, tells them, and has them as a table with where they are from', async () => {
    const gauge = await shown({ value: reached() });
    expect(find(gauge, '[part=trend]')!.getAttribute('aria-label')).to.equal(
      'Qua các năm: 2020: 50,0\u00a0%; 2024: 65,0\u00a0%; 2025: 75,0\u00a0%',
    );
    expect(gauge.shadowRoot!.querySelectorAll('.column').length).to.equal(3);
    expect(find(gauge, 'table')).to.equal(null);
    find(gauge, 'summary')!.click();
    await until(() => find(gauge, 'table'), 'the table');
    const rows = [...gauge.shadowRoot!.querySelectorAll('tbody tr')];
    expect(
      rows.map((row) => [...row.children].map((one) => clean(one.textContent)).join(' | ')),
    ).to.deep.equal([
      '2020 | 100.000 | 200.000 | 50,0 % | Báo cáo 31/12/2020',
      '2024 | 130.000 | 200.000 | 65,0 % | Báo cáo 31/12/2024',
      '2025 | 150.000 | 200.000 | 75,0 % | Báo cáo 31/12/2025',
    ]);
    expect(texts(gauge, '[part=law] strong')).to.deep.equal(['Chỉ tiêu 2025: 75 %', 'Chỉ tiêu 2030: 80 %']);
    await expectLooks(gauge);
  });

  it('reads English where the page does', async () => {
    document.documentElement.lang = 'en';
    const gauge = await shown({ value: reached() });
    await until(() => words(gauge).includes('Reached'), 'English');
    expect(sentence(gauge)).to.equal('150,000 / 200,000 families = 75.0% (target 2025: 75%)');
    expect(notes(gauge)).to.deep.equal(['500 more families are needed every quarter to reach 80% in 2030.']);
  });

  it('shows names as text, whatever they hold', async () => {
    const view = reached();
    const gauge = await shown({
      value: { ...view, place: { ...view.place, name: { vi: '<img src=x onerror=alert(1)>' } } },
    });
    expect(find(gauge, 'img')).to.equal(null);
    expect(words(gauge)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('leaves buttons off the paper', async () => {
    await emulateMedia({ media: 'print' });
    const gauge = await shown({ value: reached() });
    expect(getComputedStyle(find(gauge, 'summary')!).display).to.equal('none');
    expect(find(gauge, '[part=sentence]')!.getBoundingClientRect().height).to.be.greaterThan(10);
  });

  it('is dark on white on paper, however dark the screen is', async () => {
    const gauge = await shown({ value: reached(), theme: 'dark' });
    const ink = (): string => getComputedStyle(find(gauge, '.goal')!).fill;
    expect(ink()).to.equal('rgb(232, 238, 235)');
    await emulateMedia({ media: 'print' });
    expect(ink()).to.equal('rgb(23, 35, 31)');
  });
});

describe('looks', () => {
  const views = {
    reached,
    over: () => viewOf([figure(210_000, 200_000)]),
    'no total': () => viewOf([figure(200_000, undefined)]),
    nothing: () => viewOf([]),
  };
  for (const [name, make] of Object.entries(views))
    for (const variant of ['bullet', 'arc'] as const)
      it(`${name}, ${variant}: satisfies axe in light and dark, fits 320 px`, async () => {
        await expectLooks(await shown({ value: make(), variant }));
      });

  it('keeps all words of the scale inside it at any width', async () => {
    for (const size of [320, 360, 1280]) {
      await setViewport({ width: size, height: 900 });
      for (const share of [0, 12, 50, 99, 140]) {
        const gauge = await shown({
          value: viewOf([figure(share, 100)], [sample({ value: share * 50, by: '2025-12-31' })]),
        });
        const box = find(gauge, '[part=meter]')!.getBoundingClientRect();
        for (const text of gauge.shadowRoot!.querySelectorAll('[part=meter] text')) {
          const { left, right } = text.getBoundingClientRect();
          expect(left, `${size} ${share} ${text.textContent}`).to.be.at.least(box.left - 1);
          expect(right, `${size} ${share} ${text.textContent}`).to.be.at.most(box.right + 1);
        }
        gauge.remove();
      }
    }
  });
});
