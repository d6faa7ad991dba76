/** The fund as anybody reads it: figures, ledger, check. */
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { Category } from '../../src/domain/fund/fund.schema.js';
import { unpackEntries } from '../../src/domain/fund/pack-entries.js';
import { answersOf, sampleFund, type SampleFund } from '../../test/support/fund-ledger.js';
import { until } from '../../test/support/mount-form.js';
import { mount, phase, useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();
afterEach(async () => {
  await emulateMedia({ media: 'screen' });
  await setViewport({ width: 800, height: 600 });
});

const find = <E extends HTMLElement = HTMLElement>(tracker: Tracker, selector: string): E | null =>
  tracker.shadowRoot!.querySelector<E>(selector);
const text = (tracker: Tracker, selector: string): string =>
  (find(tracker, selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rows = (tracker: Tracker): HTMLElement[] => [
  ...tracker.shadowRoot!.querySelectorAll<HTMLElement>('.scroller .row'),
];

/** A visitor's page with the ledger read and drawn. */
async function shown(sample: SampleFund = sampleFund()): Promise<Tracker> {
  const tracker = mount(answersOf(sample));
  await phase(tracker, 'shown');
  await until(() => sample.fund.count === 0 || rows(tracker).length > 0, 'rows');
  await until(() => find(tracker, '[part=check]'), 'what stands around them');
  await tracker.updateComplete;
  return tracker;
}

function type(tracker: Tracker, search: string): void {
  const field = find<HTMLInputElement>(tracker, '#search')!;
  field.value = search;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

describe('the public view of a fund', () => {
  it('shows the figures first, and adds the ledger up before the reader', async () => {
    const tracker = await shown();
    const line = text(tracker, '[part=equation]');
    expect(text(tracker, '.figure.lead')).to.contain('Tồn quỹ hiện nay');
    expect(line).to.contain('35.000.000');
    expect(line).to.contain('cộng lại 60 khoản và ra đúng số dư');
    await until(() => find(tracker, '.chart canvas'), 'picture');
    await expect(tracker).to.be.accessible();
  });

  it('fetches the picture of the months when its place comes near what is seen', async () => {
    const above = document.createElement('div');
    above.style.height = `${innerHeight * 4}px`;
    document.body.append(above);
    const tracker = mount(answersOf(sampleFund()));
    await until(() => find(tracker, '[part=donors]'), 'golden book');
    // An observer that watches since tells after all that watched before.
    await new Promise((told) => new IntersectionObserver(told).observe(find(tracker, '[part=months]')!));
    await import('./parts/public/months-chart.js');
    await tracker.updateComplete;
    expect(!find(tracker, '.chart'), 'no picture yet').to.equal(true);
    tracker.scrollIntoView();
    await until(() => find(tracker, '.chart canvas'), 'picture');
  });

  it('shows the newest rows first, below a place kept for what is added up one frame later', async () => {
    const tracker = mount(answersOf(sampleFund()));
    await until(() => rows(tracker).length > 0, 'rows');
    expect(find(tracker, '[part=months]'), 'before the rows are drawn').to.equal(null);
    expect(text(tracker, '[part=equation]')).to.contain('ra đúng số dư');
    expect(find(tracker, '.soon')!.clientHeight).to.equal(innerHeight);
    await until(() => find(tracker, '[part=months]'), 'months');
    expect(find(tracker, '.soon')).to.equal(null);
    await until(() => find(tracker, '[part=donors]'), 'golden book');
  });

  it('says where the sum is another one than the fund publishes', async () => {
    const sample = sampleFund();
    const { balances } = sample.fund;
    const tracker = await shown({
      ...sample,
      fund: { ...sample.fund, balances: { ...balances, cash: balances.cash + 1 } },
    });
    expect(text(tracker, '[part=equation] .error')).to.contain('khác số dư mà quỹ công bố');
  });

  it('shows a year with its plan, and keeps the ledger to that year', async () => {
    const tracker = await shown();
    const choice = find<HTMLSelectElement>(tracker, '.period select')!;
    choice.value = '2025';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => text(tracker, '.found').startsWith('30 khoản'), 'entries of the year');
    expect(text(tracker, '[part=by-category] h3')).to.equal('Thực hiện so với dự toán');
    expect(text(tracker, '[part=by-category]')).to.contain('40.000.000');
    expect(rows(tracker).every((row) => row.textContent?.includes('/2025'))).to.equal(true);
  });

  /** What is said of the cap on administration in 2025, where so many đồng more than 5 % of the receipts were spent. */
  async function saidOfCap(more: number): Promise<HTMLElement> {
    const { fund, pages } = sampleFund();
    const spent = pages
      .flatMap(({ entries }) => unpackEntries(entries))
      .filter(({ category, date }) => category === 'hanh-chinh' && date.startsWith('2025'));
    const rest = spent.slice(1).reduce((sum, { amount }) => sum + amount, 0);
    const allowed = Math.floor((fund.totals['2025']!.receipts * 5) / 100);
    const sample = sampleFund(60, (entry) =>
      entry.no === spent[0]!.no ? { ...entry, amount: allowed - rest + more } : entry,
    );
    const office: Category = { id: 'hanh-chinh', kind: 'payment', label: { vi: 'Văn phòng' }, admin: true };
    const adminCap = { percent: 5, of: 'receipts' as const, source: { vi: 'Nghị quyết của quỹ' } };
    const categories = [...sample.fund.categories, office];
    const tracker = await shown({ ...sample, fund: { ...sample.fund, categories, adminCap } });
    const choice = find<HTMLSelectElement>(tracker, '.period select')!;
    choice.value = '2025';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    return until(() => find(tracker, 'table.payment + p'), 'the cap');
  }

  it('says to the đồng whether administration kept to its cap, not by colour alone', async () => {
    const within = await saidOfCap(0);
    expect(within.className).to.equal('hint');
    expect(within.textContent)
      .to.contain('trong mức')
      .and.to.contain('5 % số thu trong năm (Nghị quyết của quỹ)');
    document.body.replaceChildren();
    const over = await saidOfCap(1);
    expect(over.className).to.equal('error');
    expect(over.textContent).to.contain('vượt mức');
    const figures = [...over.textContent.matchAll(/[\d.]{5,}/g)].map(([text]) =>
      Number(text.replaceAll('.', '')),
    );
    expect(figures[0]! - figures[1]!).to.equal(1);
  });

  it('searches the ledger without accents and says how much was found', async () => {
    const tracker = await shown();
    type(tracker, 'hoa');
    await until(() => /^10 khoản/.test(text(tracker, '.found')), 'entries of Ông Hoà');
    expect(rows(tracker)[0]!.textContent).to.contain('Nguyễn Văn Hoà');
    type(tracker, 'khong ai ca');
    await until(() => words(tracker).includes('Không có khoản nào như vậy'), 'nothing found');
    await expect(tracker).to.be.accessible();
  });

  it('sorts by a button of the head, and says so to those who do not see', async () => {
    const tracker = await shown();
    const head = find(tracker, '.head .in')!;
    head.querySelector('button')!.click();
    await until(() => head.getAttribute('aria-sort') === 'descending', 'sorted');
    expect(rows(tracker)[0]!.querySelector('.in')!.textContent).to.contain('4.500.000');
    head.querySelector('button')!.click();
    await until(() => head.getAttribute('aria-sort') === 'ascending', 'the other way');
  });

  it('is walked by keyboard, and opens an entry with its seal', async () => {
    const tracker = await shown();
    const grid = find(tracker, '[role=grid]')!;
    expect(grid.getAttribute('aria-rowcount')).to.equal('61');
    grid.focus();
    await sendKeys({ press: 'End' });
    const active = (): HTMLElement | null => find(tracker, `#${grid.getAttribute('aria-activedescendant')}`);
    expect(active()?.getAttribute('aria-rowindex')).to.equal('61');
    expect(active()?.textContent).to.contain('Công ty Cổ phần Mẫu Sen Hồ');
    await sendKeys({ press: 'ArrowUp' });
    expect(active()?.getAttribute('aria-rowindex')).to.equal('60');
    await sendKeys({ press: 'Enter' });
    await until(() => tracker.shadowRoot!.activeElement?.id === 'entry-title', 'the entry');
    await until(() => /[0-9a-f]{64}/.test(text(tracker, '[part=entry]')), 'its seal');
    expect(text(tracker, '[part=entry]')).to.contain('Khoản số 2');
    await expect(tracker).to.be.accessible();
  });

  it('has a row of the page for few of many entries, and finds the last one', async () => {
    const tracker = await shown(sampleFund(3000));
    expect(rows(tracker).length).to.be.lessThan(60);
    const grid = find(tracker, '[role=grid]')!;
    const inSight = (): HTMLElement[] => {
      const { bottom: top } = find(tracker, '.head')!.getBoundingClientRect();
      const { bottom } = grid.getBoundingClientRect();
      return rows(tracker).filter((row) => {
        const { top: from, bottom: to } = row.getBoundingClientRect();
        return to > top + 2 && from < bottom - 2;
      });
    };
    const endWith = (last: number, found: readonly HTMLElement[]): boolean =>
      found.every((row, at) => row.getAttribute('aria-rowindex') === String(last - found.length + 1 + at));
    await until(() => {
      grid.scrollTop = grid.scrollHeight;
      return endWith(3001, inSight());
    }, 'the end');
    // A leap draws what is in sight; the rows around it, for the next turn of the wheel, come when nobody waits.
    grid.scrollTop = grid.scrollHeight / 2;
    const number = (row?: HTMLElement): number => Number(row?.getAttribute('aria-rowindex') ?? Number.NaN);
    await until(() => Math.abs(number(inSight()[0]) - 1500) < 30, 'the middle');
    expect(endWith(number(inSight().at(-1)), inSight())).to.equal(true);
    await until(() => endWith(number(rows(tracker).at(-1)), rows(tracker)), 'rows around it');
    expect(number(rows(tracker)[0])).to.be.lessThan(number(inSight()[0]) - 3);
  });

  it('prints a sane number of entries and says how many there are', async () => {
    const tracker = await shown(sampleFund(1000));
    await emulateMedia({ media: 'print' });
    await until(() => rows(tracker).length === 300, 'rows on paper');
    expect(text(tracker, '.print-note')).to.contain('300 trên 1.000 khoản');
    await emulateMedia({ media: 'screen' });
    await until(() => rows(tracker).length < 60, 'the window again');
  });

  it('has its rows drawn before a browser counts the sheets, and is the window again afterwards', async () => {
    const tracker = await shown(sampleFund(1000));
    dispatchEvent(new Event('beforeprint'));
    expect([rows(tracker).length, find(tracker, '.space')!.style.height]).to.deep.equal([300, 'auto']);
    dispatchEvent(new Event('afterprint'));
    expect(rows(tracker).length).to.be.lessThan(60);
    expect(find(tracker, '.space')!.style.height).to.match(/px$/);
  });

  it('is printed dark on white, and no wider than an upright sheet', async () => {
    await setViewport({ width: 718, height: 900 });
    const tracker = await shown();
    tracker.theme = 'dark';
    await tracker.updateComplete;
    await emulateMedia({ media: 'print' });
    await until(() => rows(tracker).length === 300 || find(tracker, '.print-note')?.textContent, 'paper');
    expect(document.documentElement.scrollWidth).to.be.at.most(718);
    const line = find(tracker, '.line.row')!;
    expect(line.scrollWidth, 'columns').to.be.at.most(line.clientWidth);
    expect(getComputedStyle(find(tracker, '.htsd')!).colorScheme).to.equal('light');
    // Rows of a grid stay where one endless sheet would have them, and lie over what was pushed to the next.
    for (let each = find(tracker, 'table'); each; each = each.parentElement)
      expect(getComputedStyle(each).display, each.className).not.to.equal('grid');
    await emulateMedia({ media: 'screen' });
  });

  it('stands in 320 pixels as cards, without a bar to scroll sideways', async () => {
    await setViewport({ width: 320, height: 640 });
    const tracker = await shown();
    expect(find(tracker, '.window')!.classList.contains('wide')).to.equal(false);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(tracker).to.be.accessible();
  });

  it('shows the golden book without a bar to scroll sideways, in letters twice as big too', async () => {
    await setViewport({ width: 360, height: 640 });
    const tracker = await shown();
    await until(() => find(tracker, '.donors'), 'golden book');
    const book = find(tracker, '.donors')!.parentElement!;
    for (const size of ['14px', '28px']) {
      tracker.style.fontSize = size;
      expect(book.scrollWidth, size).to.equal(book.clientWidth);
    }
    const cells = [...find(tracker, '.donors tbody tr')!.children];
    expect(cells.map(({ role }) => role)).to.deep.equal(['rowheader', 'cell', 'cell', 'cell']);
  });

  it('prints the sum of a table below its last line alone', async () => {
    const tracker = await shown();
    // A foot is printed below the part of a table on each sheet.
    expect(getComputedStyle(find(tracker, 'tfoot')!).display).to.equal('table-row-group');
  });

  for (const width of [1280, 720, 360, 320])
    it(`cuts no figure, date or number where letters are spaced as people may have them, at ${width} pixels`, async () => {
      await setViewport({ width, height: 900 });
      const tracker = await shown();
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(
        '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
      );
      tracker.shadowRoot!.adoptedStyleSheets.push(spacing);
      await until(() => !!find(tracker, '.wide') === width > 700, 'columns or cards');
      const cut = rows(tracker).flatMap((row) => {
        const inside = row.getBoundingClientRect();
        return [...row.querySelectorAll<HTMLElement>('.cell:not(.content)')].flatMap((cell) => {
          const words = document.createRange();
          words.selectNodeContents(cell);
          const { left, right, top, bottom } = words.getBoundingClientRect();
          const beyond =
            left < inside.left || right > inside.right || top < inside.top || bottom > inside.bottom;
          const hidden =
            getComputedStyle(cell).overflowX !== 'visible' && cell.scrollWidth > cell.clientWidth;
          return right > left && (beyond || hidden) ? [`${cell.className}: ${cell.textContent}`] : [];
        });
      });
      expect(cut).to.deep.equal([]);
    });

  for (const width of [1280, 360])
    it(`cuts no figure, that of goods neither, at ${width} pixels`, async () => {
      await setViewport({ width, height: 900 });
      const tracker = await shown();
      // Wide letters, as the host's may be.
      tracker.style.font = '16px monospace';
      await until(() => !!find(tracker, '.wide') === width > 1000, 'columns or cards');
      type(tracker, 'hien vat');
      await until(() => rows(tracker)[0]?.querySelector('.in')?.textContent?.includes('hiện vật'), 'goods');
      for (const cell of rows(tracker)[0]!.querySelectorAll<HTMLElement>('.in, .out, .balance'))
        expect(cell.scrollWidth, cell.textContent ?? '').to.be.at.most(cell.clientWidth);
    });

  it('checks the ledger and finds it sound, and tells the page', async () => {
    const tracker = await shown();
    let sound: boolean | undefined;
    tracker.addEventListener('htsd-fund-checked', (event) => (sound = event.sound));
    find(tracker, '#check-run')!.click();
    await until(() => sound, 'a sound ledger');
    await until(() => text(tracker, '#check-result').includes('Sổ khớp'), 'the result');
    await expect(tracker).to.be.accessible();
  });

  it('names the entry that was falsified, and shows it', async () => {
    const tracker = await shown(
      sampleFund(60, (entry) => (entry.no === 7 ? { ...entry, amount: 9_999 } : entry)),
    );
    find(tracker, '#check-run')!.click();
    await until(() => text(tracker, '#check-result').includes('Sổ không khớp'), 'the faults');
    expect(text(tracker, '.faults li')).to.contain('Khoản số 7: nội dung của khoản này');
    find(tracker, '.faults button')!.click();
    await until(() => text(tracker, '#entry-title') === 'Khoản số 7', 'the entry');
    await expect(tracker).to.be.accessible();
  });

  it('compares the seal of a printed report, as people type it', async () => {
    const sample = sampleFund();
    const tracker = await shown(sample);
    const compare = async (typed: string, says: string): Promise<void> => {
      find<HTMLInputElement>(tracker, '.hashes input')!.value = typed;
      find<HTMLButtonElement>(tracker, '.hashes button')!.click();
      await until(() => text(tracker, '#hash-answer').includes(says), says);
    };
    const { head } = sample.fund;
    await compare(head.toUpperCase().replace(/.{4}/g, '$& '), 'Khớp với khoản cuối cùng của sổ (số 60)');
    await compare(sample.pages[0]!.entries.hashes.slice(64, 64 + 20), 'Khớp với khoản số 2');
    await compare('abcd', 'Chưa phải mã niêm phong');
    await compare('f'.repeat(64), 'Không có khoản nào mang mã niêm phong này');
  });

  it('calls nobody a donor for what his category says is no gift', async () => {
    const sample = sampleFund();
    const { categories } = sample.fund;
    const donors = async (given: Category[]): Promise<string> => {
      const tracker = await shown({ ...sample, fund: { ...sample.fund, categories: given } });
      await until(() => text(tracker, '[part=donors]'), 'donors');
      return text(tracker, '[part=donors]');
    };
    expect(await donors(categories)).to.contain('Hợp tác xã nông nghiệp Mẫu');
    document.body.replaceChildren();
    const interest = categories.map((one) => (one.id === 'hien-vat' ? { ...one, gift: false } : one));
    expect(await donors(interest))
      .to.contain('Công ty Cổ phần Mẫu Sen Hồ')
      .and.not.to.contain('Hợp tác xã nông nghiệp Mẫu');
  });

  it('shows recipients only as the public data has them', async () => {
    const tracker = await shown();
    find<HTMLDetailsElement>(tracker, '.round')!.open = true;
    await until(() => text(tracker, '.awards').includes('N.V.A., lớp 7'), 'recipients');
    expect(text(tracker, '.awards')).to.contain('4 người nhận khác');
    await expect(tracker).to.be.accessible();
  });

  it('of an empty fund says that there are no entries', async () => {
    const tracker = await shown(sampleFund(0));
    await until(() => words(tracker).includes('Sổ chưa có khoản thu, chi nào'), 'the sentence');
    await expect(tracker).to.be.accessible();
  });
});
