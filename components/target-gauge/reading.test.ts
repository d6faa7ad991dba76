/** A gauge over a back end: states, parts, card, the way down and back. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BackendEvent } from '../../src/backend/port.js';
import { expectLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import {
  answers,
  asking,
  clean,
  failing,
  keptOn,
  onDevice,
  find,
  phase,
  reached,
  shown,
  texts,
  useCleanPage,
  viewOf,
  words,
  figure,
  type Gauge,
} from '../../test/support/mount-gauge.js';
import type { HtsdOpenPartEvent } from './target-gauge.events.js';

useCleanPage();

const family = { indicator: 'gia-dinh', locality: '01' };
const label = (gauge: Gauge): string => clean(find(gauge, '[part=label]')!.textContent);
const names = (gauge: Gauge): string[] => texts(gauge, '.rows .open');
const open = (gauge: Gauge, name: string): void =>
  [...gauge.shadowRoot!.querySelectorAll<HTMLElement>('.rows .open')]
    .find((one) => clean(one.textContent) === name)!
    .click();
const drawn = async (gauge: Gauge, selector: string): Promise<void> => {
  await until(() => find(gauge, selector), selector);
  await gauge.updateComplete;
};

describe('states', () => {
  it('loading: says so', async () => {
    const gauge = asking(family, () => new Promise(() => undefined));
    await gauge.updateComplete;
    expect(words(gauge)).to.contain('Đang tải chỉ tiêu…');
    expect(find(gauge, '[part=base]')!.getAttribute('aria-busy')).to.equal('true');
    await expectLooks(gauge);
  });

  for (const [code, wanted, says, retry] of [
    ['server', 'error', 'Chưa đọc được số liệu', true],
    ['timeout', 'error', 'Chưa đọc được số liệu', true],
    ['offline', 'offline', 'chưa có số liệu đã đọc trước đó', true],
    ['forbidden', 'forbidden', 'Không có quyền xem chỉ tiêu này', false],
    ['unauthenticated', 'forbidden', 'Không có quyền xem chỉ tiêu này', false],
  ] as const) {
    it(`${code}: ${wanted}`, async () => {
      const gauge = asking(family, failing(code));
      await phase(gauge, wanted);
      expect(words(gauge)).to.contain(says);
      expect(find(gauge, 'button') !== null).to.equal(retry);
      await expectLooks(gauge);
    });
  }

  it('empty, no such place, no target and no figure: each by its own sentence', async () => {
    const empty = asking({});
    await phase(empty, 'empty');
    expect(words(empty)).to.contain('Chưa chọn chỉ tiêu');
    const lost = asking({ ...family, locality: '99' });
    await phase(lost, 'not-found');
    expect(words(lost)).to.contain('Không tìm thấy chỉ tiêu hoặc địa bàn này');
    const nothing = asking({ indicator: 'dong-ho', locality: 'B' });
    await phase(nothing, 'nothing');
    expect(words(nothing)).to.contain('chưa có chỉ tiêu và cũng chưa có số liệu');
  });

  it('tries again at the press of a button, and by itself once the network is back', async () => {
    let fails: 'server' | 'offline' | undefined = 'server';
    const gauge = asking(family, (name) =>
      fails ? failing(fails)() : Promise.resolve({ items: answers[name] ?? [] }),
    );
    await phase(gauge, 'error');
    const focused = () => gauge.shadowRoot!.activeElement;
    fails = 'offline';
    find(gauge, 'button')!.click();
    await phase(gauge, 'offline');
    await until(() => focused()?.localName === 'button', 'the focus on the button that is there again');
    fails = undefined;
    dispatchEvent(new Event('online'));
    await phase(gauge, 'shown');
  });

  it('puts the focus on the heading where the button to try again was pressed', async () => {
    let fails = true;
    const gauge = asking(family, (name) =>
      fails ? failing('server')() : Promise.resolve({ items: answers[name] ?? [] }),
    );
    await phase(gauge, 'error');
    fails = false;
    find(gauge, 'button')!.click();
    await phase(gauge, 'shown');
    await until(
      () => gauge.shadowRoot!.activeElement?.getAttribute('part') === 'label',
      'the focus on the heading',
    );
  });

  it('shows what was read before, with its age, without network and where the server fails, but to nobody who may not see it', async () => {
    const device = `gauge-kept-${Math.random()}`;
    const first = onDevice(device, family, async (name) => answers[name] ?? []);
    await phase(first, 'shown');
    expect(find(first, '.notice')).to.equal(null);
    // Written a moment after they were answered.
    for (let kept = 0; kept < 4;) kept = await keptOn(device);
    for (const code of ['offline', 'server'] as const) {
      const later = onDevice(device, family, failing(code));
      await phase(later, 'shown');
      expect(words(later)).to.match(
        /Chưa lấy được số liệu mới. Đây là số liệu đọc lúc \d\d:\d\d, 26\/11\/2025./,
      );
      expect(words(later)).to.contain('183 / 300 gia đình = 61,0 %');
      await expectLooks(later);
    }
    await phase(onDevice(device, family, failing('forbidden')), 'forbidden');
  });

  it('reads again what changed elsewhere', async () => {
    let tell: (event: BackendEvent) => void = () => undefined;
    let figures = answers['figures.list']!;
    const gauge = asking(
      { ...family, locality: 'A' },
      async (name) => ({ items: name === 'figures.list' ? figures : (answers[name] ?? []) }),
      { subscribe: (listener) => ((tell = listener), () => undefined) },
    );
    await phase(gauge, 'shown');
    figures = [];
    tell({ type: 'figure', id: 'f', version: 2 });
    await until(() => words(gauge).includes('3 / 10 gia đình = 30,0'), 'the new figure');
  });

  it('reads anew for other attributes, and nothing once the page hands over a view', async () => {
    const gauge = asking({ ...family, locality: 'B' });
    await phase(gauge, 'shown');
    expect(words(gauge)).to.contain('180 / 200 gia đình = 90,0 %');
    gauge.locality = 'A.1';
    await until(() => words(gauge).includes('3 / 10 gia đình'), 'the hamlet');
    gauge.value = reached();
    await gauge.updateComplete;
    expect(words(gauge)).to.contain('150.000 / 200.000');
  });
});

describe('parts', () => {
  it('are opened by a button, the farthest from the target first, and go down and back with the keyboard', async () => {
    const gauge = asking(family);
    await drawn(gauge, '.drill');
    expect(words(gauge)).to.contain('2 / 3 xã, phường, đặc khu đã báo cáo; chưa có Xã C.');
    const heard: string[] = [];
    document.body.addEventListener('htsd-open-part', (event) =>
      heard.push(`${event.locality} ${event.indicator}`),
    );
    find(gauge, '.drill')!.click();
    await drawn(gauge, '.rows');
    expect(find(gauge, '.drill')!.getAttribute('aria-expanded')).to.equal('true');
    expect(names(gauge)).to.deep.equal(['Xã A', 'Xã B', 'Xã C']);
    expect(texts(gauge, '.rows .tail')).to.deep.equal([
      'Chưa đủ số liệu \u221272 điểm phần trăm',
      'Đạt +15 điểm phần trăm',
      'Chưa đủ số liệu Chưa có số liệu',
    ]);
    // Xã A, then its hamlet, by keys alone.
    find(gauge, '.rows .open')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => find(gauge, '[part=crumbs]') && words(gauge).includes('3 / 100'), 'the commune');
    await until(() => gauge.shadowRoot!.activeElement?.matches('[part=label]'), 'the heading');
    find(gauge, '.drill')!.focus();
    await sendKeys({ press: 'Space' });
    await drawn(gauge, '.rows');
    open(gauge, 'Thôn A.1');
    await until(() => words(gauge).includes('3 / 10 gia đình'), 'the hamlet');
    expect(texts(gauge, '.crumbs li')).to.deep.equal(['Tỉnh 01', 'Xã A', 'Thôn A.1']);
    expect(find(gauge, '.drill')).to.equal(null);
    expect(heard).to.deep.equal(['A@2025-07-01 gia-dinh', 'A.1@2025-07-01 gia-dinh']);
    find(gauge, '.crumbs button')!.click();
    await until(() => !find(gauge, '[part=crumbs]') && find(gauge, '.drill'), 'the way back');
    expect(words(gauge)).to.contain('Tỉnh 01');
  });

  it('stay where they are when the page opens them in its own way', async () => {
    const gauge = asking({ ...family, variant: 'ranking' });
    await drawn(gauge, '.rows');
    let opened: HtsdOpenPartEvent | undefined;
    gauge.addEventListener('htsd-open-part', (event) => {
      event.preventDefault();
      opened = event;
    });
    open(gauge, 'Xã B');
    await gauge.updateComplete;
    expect(opened?.locality).to.equal('B@2025-07-01');
    expect(find(gauge, '[part=crumbs]')).to.equal(null);
  });

  it('are ranked with counts at the head, and are a table too', async () => {
    const gauge = asking({ ...family, variant: 'ranking' });
    await drawn(gauge, '.rows');
    expect(texts(gauge, '[part=counts] li')).to.deep.equal(['Đạt 1', 'Chưa đủ số liệu 2']);
    expect(texts(gauge, 'tbody tr')).to.deep.equal([
      'Xã A 3 100 3,0 % 75 % (2030) \u221272 điểm phần trăm Chưa đủ số liệu',
      'Xã B 180 200 90,0 % 75 % (2030) +15 điểm phần trăm Đạt',
      'Xã C – – – 75 % (2030) – Chưa đủ số liệu',
    ]);
    find(gauge, 'summary')!.click();
    await expectLooks(gauge);
  });

  it('of a list that the page hands over are ranked too, and only tell that they were opened', async () => {
    const list = [0.9, 0.5].map((share, at) => {
      const view = viewOf([figure(share * 100, 100)]);
      return { ...view, place: { ...view.place, key: `P${at}@2025-07-01`, name: { vi: `Xã P${at}` } } };
    });
    const gauge = await shown({ variant: 'ranking', list });
    await drawn(gauge, '.rows');
    expect(names(gauge)).to.deep.equal(['Xã P1', 'Xã P0']);
    let heard = '';
    gauge.addEventListener('htsd-open-part', ({ locality }) => (heard = locality));
    open(gauge, 'Xã P1');
    await gauge.updateComplete;
    expect(heard).to.equal('P1@2025-07-01');
    expect(find(gauge, '.rows')).not.to.equal(null);
  });
});

describe('scorecard', () => {
  it('has all targets of a place, each opened by its name, and leads back', async () => {
    const gauge = asking({ locality: '01', variant: 'scorecard' });
    await drawn(gauge, '.rows');
    expect(label(gauge)).to.equal('Các chỉ tiêu của Tỉnh 01');
    expect(names(gauge)).to.deep.equal(['Gia đình được công nhận “Gia đình học tập”']);
    await expectLooks(gauge);
    let heard = '';
    gauge.addEventListener(
      'htsd-open-indicator',
      ({ indicator, locality }) => (heard = indicator + locality),
    );
    find(gauge, '.rows .open')!.click();
    await drawn(gauge, '[part=crumbs]');
    await drawn(gauge, '[part=sentence]');
    expect(heard).to.equal('gia-dinh01@2025-07-01');
    expect(texts(gauge, '.crumbs li')).to.deep.equal([
      'Tất cả chỉ tiêu',
      'Gia đình được công nhận “Gia đình học tập”',
    ]);
    find(gauge, '.crumbs button')!.click();
    await drawn(gauge, '.rows');
    expect(find(gauge, '[part=crumbs]')).to.equal(null);
  });
});
