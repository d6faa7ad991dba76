/** Choosing a place by keyboard, by pointer and in a form. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Gazetteer, Locality } from '../../src/domain/locality/locality.schema.js';
import { until } from '../../test/support/mount-form.js';
import './locality-picker.define.js';
import type { HtsdChooseEvent } from './locality-picker.events.js';
import type { HtsdLocalityPicker } from './locality-picker.js';

const on = '2025-07-01';
const before = { from: '2020-01-01', to: '2025-06-30' };
function place(code: string, fullName: string, more: Partial<Locality> = {}): Locality {
  const name = fullName.replace(/^(Tỉnh|Thị xã|Thị trấn|Phường|Xã) /, '');
  const level = /^Tỉnh/.test(fullName) ? 'province' : /^Thị xã/.test(fullName) ? 'district' : 'commune';
  return { code, from: on, level, name: { vi: name }, fullName: { vi: fullName }, ...more };
}
const places: Gazetteer = {
  format: 1,
  localities: [
    place('24', 'Tỉnh Bắc Ninh', { fullName: { vi: 'Tỉnh Bắc Ninh', en: 'Bac Ninh Province' } }),
    place('90001', 'Phường Việt Yên', { parent: '24' }),
    place('90002', 'Xã Sen Hồ', { parent: '24' }),
    place('90003', 'Xã Sen Trắng', { parent: '24' }),
    place('27', 'Tỉnh Bắc Giang', before),
    place('d1', 'Thị xã Việt Yên', { parent: '27', ...before }),
    place('x1', 'Thị trấn Bích Động', { parent: 'd1', ...before }),
    place('x2', 'Xã Sen Cũ', { parent: 'd1', ...before }),
    place('x3', 'Xã Đã Mất', { parent: 'd1', ...before }),
    ...Array.from({ length: 30 }, (_, index) =>
      place(`91${String(index).padStart(3, '0')}`, `Xã Lô ${index + 1}`, { parent: '24' }),
    ),
  ],
  events: [
    { on, kind: 'rename', before: ['x1@2020-01-01'], after: [`90001@${on}`] },
    { on, kind: 'divide', before: ['x2@2020-01-01'], after: [`90002@${on}`, `90003@${on}`] },
  ],
};

let chosen: HtsdChooseEvent[] = [];
async function mount(
  more: Partial<HtsdLocalityPicker> = {},
  around: HTMLElement = document.body,
): Promise<HtsdLocalityPicker> {
  const picker = Object.assign(
    document.createElement('htsd-locality-picker'),
    { places, day: '2026-01-01' },
    more,
  );
  picker.addEventListener('htsd-choose', (event) => chosen.push(event));
  around.append(picker);
  if (picker.places) await until(() => picker.ready !== undefined, 'the index');
  await picker.updateComplete;
  return picker;
}
const find = <T extends Element = HTMLElement>(picker: HtsdLocalityPicker, selector: string): T | null =>
  picker.shadowRoot!.querySelector<T>(selector);
const input = (picker: HtsdLocalityPicker): HTMLInputElement => find<HTMLInputElement>(picker, 'input')!;
const words = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const lines = (picker: HtsdLocalityPicker): string[] =>
  [...picker.shadowRoot!.querySelectorAll('li')].map(words);
const status = (picker: HtsdLocalityPicker): string => words(find(picker, '.visually-hidden[role=status]'));
async function type(picker: HtsdLocalityPicker, text: string): Promise<void> {
  input(picker).focus();
  await sendKeys({ type: text });
  await picker.updateComplete;
}
const press = async (picker: HtsdLocalityPicker, ...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({ press: key });
  await picker.updateComplete;
};

describe('htsd-locality-picker', () => {
  beforeEach(() => {
    chosen = [];
    document.body.replaceChildren();
    document.documentElement.lang = 'vi';
  });

  it('finds while one types, and says how many', async () => {
    const picker = await mount();
    await expect(picker).to.be.accessible();
    await type(picker, 'sen');
    expect(lines(picker)).to.deep.equal([
      'Xã Sen Hồ cấp xã, tỉnh Bắc Ninh',
      'Xã Sen Trắng cấp xã, tỉnh Bắc Ninh',
    ]);
    expect(status(picker)).to.equal('2 kết quả.');
    expect(input(picker).getAttribute('aria-expanded')).to.equal('true');
    await expect(picker).to.be.accessible();
    await type(picker, ' ho');
    expect(lines(picker)).to.deep.equal(['Xã Sen Hồ cấp xã, tỉnh Bắc Ninh']);
  });

  it('leads from a former place to what it became, and says what it was', async () => {
    const picker = await mount();
    await type(picker, 'bich dong');
    expect(lines(picker)).to.deep.equal([
      'Phường Việt Yên cấp xã, tỉnh Bắc Ninh trước 01/07/2025: thị trấn Bích Động, thị xã Việt Yên, tỉnh Bắc Giang',
    ]);
    await press(picker, 'ArrowDown', 'Enter');
    expect(chosen.map(({ value, place, former }) => [value, place?.code, former?.code])).to.deep.equal([
      ['90001@2025-07-01', '90001', 'x1'],
    ]);
    expect(input(picker).value).to.equal('Phường Việt Yên, tỉnh Bắc Ninh');
    input(picker).select();
    await type(picker, 'sen cu');
    expect(lines(picker).map((line) => /trước.*(?=,.*,)/.exec(line)?.[0])).to.deep.equal([
      'trước 01/07/2025: một phần của xã Sen Cũ',
      'trước 01/07/2025: một phần của xã Sen Cũ',
    ]);
    input(picker).select();
    await type(picker, 'da mat');
    expect(lines(picker)[0]).to.contain('không còn từ 01/07/2025');
  });

  it('is worked by keys alone: down and up around, Enter, Escape, and the field keeps the focus', async () => {
    const picker = await mount();
    await type(picker, 'sen');
    const active = (): string | null => input(picker).getAttribute('aria-activedescendant');
    expect(active()).to.equal(null);
    // Nothing was pointed at: nothing is taken.
    await press(picker, 'Enter');
    expect(chosen).to.deep.equal([]);
    await press(picker, 'ArrowDown');
    expect(active()).to.equal('option-0');
    expect(words(find(picker, '.active .name'))).to.equal('Xã Sen Hồ');
    await press(picker, 'ArrowUp');
    expect(active()).to.equal('option-1');
    await press(picker, 'ArrowDown');
    expect(active()).to.equal('option-0');
    await press(picker, 'Escape');
    expect(find(picker, '.popup')?.hidden).to.equal(true);
    expect(input(picker).value).to.equal('sen');
    await press(picker, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(picker.value).to.equal('90002@2025-07-01');
    expect(picker.shadowRoot!.activeElement).to.equal(input(picker));
    await type(picker, 'x');
    await press(picker, 'Escape', 'Escape');
    expect(input(picker).value).to.equal('Xã Sen Hồ, tỉnh Bắc Ninh');
  });

  it('is worked by pointer, and the choice can be cleared', async () => {
    const picker = await mount();
    await type(picker, 'trang');
    expect(find(picker, 'li')!.getBoundingClientRect().height).to.be.at.least(44);
    find(picker, 'li .name')!.click();
    await picker.updateComplete;
    expect(picker.value).to.equal('90003@2025-07-01');
    const clear = find<HTMLButtonElement>(picker, 'button.clear')!;
    expect(clear.getAttribute('aria-label')).to.equal('Xoá lựa chọn');
    clear.click();
    await picker.updateComplete;
    expect(picker.value).to.equal(undefined);
    expect(chosen.map(({ value }) => value)).to.deep.equal(['90003@2025-07-01', '']);
    expect(picker.shadowRoot!.activeElement).to.equal(input(picker));
  });

  it('says when nothing is found, and shows the choice again when it is left', async () => {
    const picker = await mount({ value: '90002@2025-07-01' });
    expect(input(picker).value).to.equal('Xã Sen Hồ, tỉnh Bắc Ninh');
    input(picker).focus();
    input(picker).select();
    await type(picker, 'xyz');
    expect(status(picker)).to.equal('Không có đơn vị nào khớp với “xyz”.');
    expect(words(find(picker, '.below'))).to.contain('Thử viết ít chữ hơn');
    expect(input(picker).getAttribute('aria-expanded')).to.equal('false');
    await expect(picker).to.be.accessible();
    input(picker).blur();
    await picker.updateComplete;
    expect(input(picker).value).to.equal('Xã Sen Hồ, tỉnh Bắc Ninh');
    expect(picker.value).to.equal('90002@2025-07-01');
    expect(chosen).to.deep.equal([]);
  });

  it('shows the best of many, and keeps to levels and to a place', async () => {
    const picker = await mount();
    await type(picker, 'lo');
    expect(lines(picker)).to.have.length(20);
    expect(status(picker)).to.equal('Hiển thị 20 trong 30 kết quả. Gõ thêm để thu hẹp.');
    Object.assign(picker, { levels: 'province', typed: 'bac' });
    await picker.updateComplete;
    expect(lines(picker).map((line) => line.slice(0, 13))).to.deep.equal(['Tỉnh Bắc Ninh', 'Tỉnh Bắc Gian']);
    Object.assign(picker, { levels: undefined, within: '99' });
    await picker.updateComplete;
    expect(lines(picker)).to.deep.equal([]);
  });

  it('says that its list is on its way, could not be had, or is not there', async () => {
    const picker = await mount({ places: undefined, loading: true });
    expect(words(find(picker, '#hint'))).to.equal('Đang tải danh mục đơn vị hành chính…');
    expect(input(picker).disabled).to.equal(true);
    await expect(picker).to.be.accessible();
    Object.assign(picker, { loading: false, failed: true });
    await picker.updateComplete;
    await expect(picker).to.be.accessible();
    let asked = 0;
    picker.addEventListener('htsd-retry', () => asked++);
    find<HTMLButtonElement>(picker, '.notice button')!.click();
    expect(asked).to.equal(1);
    picker.failed = false;
    await picker.updateComplete;
    expect(words(find(picker, '#hint'))).to.equal('Chưa có danh mục đơn vị hành chính.');
  });

  it('is a field of a form: its value, reset, what is required, and a fieldset that is disabled', async () => {
    const form = document.createElement('form');
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    document.body.append(form);
    const picker = await mount({ required: true }, fieldset);
    picker.setAttribute('name', 'xa');
    expect(form.checkValidity()).to.equal(false);
    await type(picker, 'viet yen');
    await press(picker, 'ArrowDown', 'Enter');
    expect(new FormData(form).get('xa')).to.equal('90001@2025-07-01');
    expect(form.checkValidity()).to.equal(true);
    form.reset();
    await picker.updateComplete;
    expect(input(picker).value).to.equal('');
    input(picker).focus();
    input(picker).blur();
    await picker.updateComplete;
    expect(words(find(picker, '#hint'))).to.equal('Cần chọn một đơn vị trong danh sách.');
    expect(input(picker).getAttribute('aria-invalid')).to.equal('true');
    await expect(picker).to.be.accessible();
    fieldset.disabled = true;
    await picker.updateComplete;
    expect(input(picker).disabled).to.equal(true);
  });

  it('speaks English where the page does', async () => {
    document.documentElement.lang = 'en';
    const picker = await mount({ label: 'Where?' });
    await until(() => words(find(picker, '#hint')).startsWith('Type the name'), 'English sentences');
    expect(words(find(picker, 'label'))).to.equal('Where?');
    await type(picker, 'bich');
    expect(lines(picker)[0]).to.equal(
      'Phường Việt Yên commune, Bac Ninh Province before 01/07/2025: Thị trấn Bích Động, Thị xã Việt Yên, Tỉnh Bắc Giang',
    );
  });

  it('fits 320 pixels, in dark too', async () => {
    await setViewport({ width: 320, height: 640 });
    const picker = await mount({ theme: 'dark' });
    await type(picker, 'bich');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const { right } = find(picker, '.popup')!.getBoundingClientRect();
    expect(right).to.be.at.most(320);
    await expect(picker).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });
});
