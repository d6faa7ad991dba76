/** Correcting a registration from the open form: another set, another name, another year; and the deadlines. */
import { expect } from '@open-wc/testing';
import { createMemoryStore, type MemoryStore } from '../../src/backend/memory/memory-adapter.js';
import { stored } from '../../src/client/test-helpers/stored.js';
import { dueDays } from '../../src/domain/deadlines.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { criterion, tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

const first: CriteriaSet = {
  ...tenItems(),
  title: { vi: 'Bộ thứ nhất' },
  deadlines: [
    { id: 'report', label: { vi: 'Gửi báo cáo' }, monthDay: '01-31', yearOffset: -1 },
    { id: 'dossier', label: { vi: 'Gửi hồ sơ' }, monthDay: '01-15', yearOffset: 20, before: true },
  ],
};
/** Asks the first criterion in the same words, and one of its own. */
const second: CriteriaSet = {
  ...tenItems(),
  id: 'bo-hai',
  title: { vi: 'Bộ thứ hai' },
  sections: [
    {
      id: 'section',
      title: { vi: 'Mục' },
      criteria: [criterion('c1', { input: 'points', max: 10 }), criterion('x', { input: 'points', max: 90 })],
    },
  ],
};

let all: Mounted[] = [];
let store: MemoryStore;
const mount = (more: Parameters<typeof mountForm>[0] = {}): Mounted => {
  const mounted = mountForm({ sets: [first, second], store, ...more });
  all.push(mounted);
  return mounted;
};
const points = (m: Mounted, id: string): HTMLInputElement => m.$(`#c-${id} [data-f=points]`);
const text = (m: Mounted): string => m.root.querySelector('.htsd')?.textContent?.replace(/\s+/g, ' ') ?? '';
const dialog = (m: Mounted): HTMLDialogElement => m.$('dialog');
const radio = (m: Mounted, id: string): HTMLInputElement => m.$(`input[value="${id}@1"]`);
const primary = (m: Mounted): HTMLButtonElement => m.$('dialog button.primary');
async function edit(m: Mounted): Promise<void> {
  (await until(() => m.root.querySelector<HTMLElement>('#registration'), 'the control')).click();
  await until(() => dialog(m).open && dialog(m).querySelector('form'), 'the dialog');
}

describe('htsd-assessment-form: correcting the registration', () => {
  beforeEach(() => {
    all = [];
    store = createMemoryStore();
  });
  afterEach(() => Promise.all(all.map((mounted) => mounted.unmount())));

  it('chooses no set for a person who has several, and leads him to the choice', async () => {
    const m = mount();
    await m.phase('register');
    await until(() => m.root.querySelectorAll('input[data-g=criteria]').length === 2, 'both sets');
    expect(m.root.querySelector('input[data-g=criteria]:checked')).to.equal(null);
    type(m.$('#g-name'), 'Trường');
    type(m.$('#g-place'), 'xã');
    m.$<HTMLButtonElement>('form.register button[type=submit]').click();
    const link = await until(
      () => m.root.querySelector<HTMLElement>('#missing a[data-focus=g-criteria]'),
      'the link',
    );
    await expect(m.form).to.be.accessible();
    link.click();
    await until(() => m.root.activeElement?.id === 'g-criteria', 'the focus on the first set');
  });

  it('takes the set that the host names, and the only one there is', async () => {
    const m = mount({ attributes: { criteria: 'bo-hai' } });
    await m.phase('register');
    await until(() => m.root.querySelector<HTMLInputElement>('input[value="bo-hai@1"]')?.checked, 'its set');
    const single = mountForm({ sets: [first] });
    all.push(single);
    await single.phase('register');
    await until(() => single.root.querySelector('input[data-g=criteria]:checked'), 'the only set');
  });

  it('changes the set, says before what becomes of the answers, and brings them back with it', async () => {
    const m = mount();
    await register(m);
    type(points(m, 'c1'), '8');
    type(points(m, 'c2'), '6,');
    await edit(m);
    expect(m.$<HTMLInputElement>('dialog #g-name').value).to.equal('Trường THCS Sen Hồ');
    expect(radio(m, 'mau').checked).to.equal(true);
    radio(m, 'bo-hai').click();
    const plan = await until(() => m.root.querySelector('#plan'), 'what becomes of the answers');
    expect(plan.textContent).to.contain('1 câu trả lời được chuyển sang bộ mới, 1 câu không có');
    await expect(m.form).to.be.accessible();
    expect(primary(m).textContent?.trim()).to.equal('Lưu và đổi bộ tiêu chí');
    primary(m).click();
    await until(() => m.state().set?.id === 'bo-hai' && !dialog(m).open, 'the other set');
    await m.phase('editing');
    await until(() => m.root.activeElement?.id === 'registration', 'the focus on the control');
    expect(points(m, 'c1').value).to.equal('8');
    const aside = await until(() => m.root.querySelector<HTMLDetailsElement>('.set-aside'), 'the others');
    aside.open = true;
    await until(() => aside.textContent?.includes('Bộ thứ nhất'), 'the words of the first set');
    expect(aside.textContent?.replace(/\s+/g, ' ')).to.match(/trước \(1\).*Tiêu chí c2 6,/);
    await expect(m.form).to.be.accessible();

    await edit(m);
    radio(m, 'mau').click();
    await until(
      () => m.root.querySelector('#plan')?.textContent?.includes('1 câu đã trả lời'),
      'their return',
    );
    primary(m).click();
    await until(() => m.state().set?.id === 'mau', 'the first set');
    await m.phase('editing');
    expect([points(m, 'c1').value, points(m, 'c2').value]).to.deep.equal(['8', '6,']);
    expect(m.root.querySelector('.set-aside')).to.equal(null);
  });

  it('corrects the name without touching an answer, and closes without changing anything', async () => {
    const m = mount();
    await register(m);
    type(points(m, 'c2'), '7');
    await edit(m);
    type(m.$('dialog #g-name'), '');
    primary(m).click();
    await until(() => m.root.querySelector('dialog #missing'), 'what is missing');
    type(m.$('dialog #g-name'), 'Không lưu');
    m.button('Đóng').click();
    await until(() => !dialog(m).open, 'the dialog to close');
    expect(m.state().subject?.name).to.equal('Trường THCS Sen Hồ');

    await edit(m);
    type(m.$('dialog #g-name'), 'Trường THCS Sen Hồ 2');
    primary(m).click();
    await until(() => m.root.querySelector('.who')?.textContent === 'Trường THCS Sen Hồ 2', 'the new name');
    expect(points(m, 'c2').value).to.equal('7');
  });

  it('goes to another year, and comes back to this one', async () => {
    const m = mount();
    await register(m);
    type(points(m, 'c2'), '7');
    const year = m.state().cycle;
    await edit(m);
    const select = m.$<HTMLSelectElement>('dialog #g-cycle');
    expect(m.$('#g-cycle-hint').textContent).to.contain(`Bản của năm ${year} vẫn được giữ nguyên`);
    select.value = String(Number(year) - 1);
    select.dispatchEvent(new Event('input', { bubbles: true }));
    await m.drawn();
    expect(primary(m).textContent?.trim()).to.equal(`Mở bản tự đánh giá năm ${select.value}`);
    primary(m).click();
    await m.phase('register');
    expect(dialog(m).open).to.equal(false);
    const cycle = await until(() => m.root.querySelector<HTMLSelectElement>('form #g-cycle'), 'the year');
    cycle.value = year;
    cycle.dispatchEvent(new Event('change', { bubbles: true }));
    await m.phase('editing');
    expect(points(m, 'c2').value).to.equal('7');
  });

  it('keeps the set once the assessment was submitted, and nothing is to be corrected after submitting', async () => {
    const m = mount();
    await register(m);
    for (let n = 1; n <= 10; n++) m.form.session!.answer(`c${n}`, { points: '9' });
    await m.form.session!.submit();
    await m.phase('readonly');
    await until(() => m.root.querySelector('#receipt'), 'the receipt');
    expect(m.root.querySelector('#registration')).to.equal(null);
    await m.form.session!.withdraw();
    await m.phase('editing');
    await edit(m);
    expect(dialog(m).querySelectorAll('input[data-g=criteria]')).to.have.length(1);
    expect(dialog(m).textContent).to.contain('đã có lần nộp nên không đổi bộ tiêu chí');
  });

  it('keeps the code of the place that the host names, as long as its name stays', async () => {
    const m = mount({ attributes: { place: 'xã Sen Hồ, tỉnh Bắc Ninh', 'place-code': ' 07210 ' } });
    await register(m);
    const coded = { name: 'xã Sen Hồ, tỉnh Bắc Ninh', code: '07210' };
    expect(m.state().subject?.place).to.deep.equal(coded);
    m.form.removeAttribute('place-code');
    await edit(m);
    type(m.$('dialog #g-name'), 'Trường THCS Sen Hồ II');
    primary(m).click();
    await until(() => m.state().subject?.name === 'Trường THCS Sen Hồ II' && !dialog(m).open, 'the name');
    expect(m.state().subject?.place).to.deep.equal(coded);
    await edit(m);
    type(m.$('dialog #g-place'), 'xã Khác');
    primary(m).click();
    await until(() => m.state().subject?.place.name === 'xã Khác', 'the other place');
    expect(m.state().subject?.place).to.deep.equal({ name: 'xã Khác' });
  });

  it('follows in another tab or on another device, and loses nothing typed there for the first set', async () => {
    const m = mount();
    await register(m);
    type(points(m, 'c1'), '8');
    const elsewhere = mount({ device: `elsewhere-${Date.now()}` });
    await elsewhere.phase('editing');
    type(points(elsewhere, 'c3'), '5,');
    await elsewhere.form.session!.flush();
    await m.form.session!.register({
      name: 'Trường THCS Sen Hồ',
      place: { name: 'xã' },
      facts: {},
      criteria: { id: 'bo-hai', version: '1' },
    });
    await until(() => elsewhere.state().set?.id === 'bo-hai', 'the other set there');
    await until(() => text(elsewhere).includes('được đổi ở nơi khác'), 'the word about it');
    expect(text(elsewhere)).to.contain('1 câu trả lời nhập ở đây theo bộ cũ được giữ riêng');
    const device = all[1]!.client.device.storage;
    const kept = await stored(device, 'damaged');
    expect(JSON.stringify(kept)).to.contain('"5,"');
  });
});

describe('htsd-assessment-form: deadlines', () => {
  beforeEach(() => {
    all = [];
    store = createMemoryStore();
  });
  afterEach(() => Promise.all(all.map((mounted) => mounted.unmount())));

  it('stand with each set, at the head of the form and on the receipt, and are said to have passed', async () => {
    const m = mount();
    await m.phase('register');
    await until(() => m.root.querySelector('.set .due'), 'the deadlines of the set');
    const { cycle } = m.state();
    const [report, dossier] = dueDays(first, cycle).map(({ date }) => date.split('-').reverse().join('/'));
    const words = `Gửi báo cáo chậm nhất ngày ${report} (đã qua); Gửi hồ sơ trước ngày ${dossier}`;
    expect([...m.root.querySelectorAll('.set .due')].map((each) => each.textContent)).to.deep.equal([words]);
    await register(m);
    await until(() => m.root.querySelector('.registration .due'), 'the deadlines in the form');
    expect(m.$('.registration .due').textContent).to.equal(`${words}.`);
    for (let n = 1; n <= 10; n++) m.form.session!.answer(`c${n}`, { points: '9' });
    await m.form.session!.submit();
    await until(() => m.root.querySelector('#receipt .due'), 'the deadlines on the receipt');
    expect(m.$('#receipt .due').textContent).to.equal(words);
    await expect(m.form).to.be.accessible();
  });
});
