import { expect } from '@open-wc/testing';
import { createMemoryStore } from '../../src/backend/memory/memory-adapter.js';
import type { Consent } from '../../src/domain/consent.schema.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import type { Model } from '../../src/domain/text.schema.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';
import { extraSignatures } from './parts/paper.js';

let mounted: Mounted;
afterEach(() => mounted.unmount());

const setFor = (model: Model): CriteriaSet => ({ ...tenItems(), model, facts: [] });
const text = (): string => mounted.root.querySelector('.htsd')?.textContent?.replace(/\s+/g, ' ') ?? '';
const words = (selector: string): string =>
  mounted.$(selector).textContent?.replace(/\s+/g, ' ').trim() ?? '';
const tick = (purpose: string): HTMLInputElement =>
  mounted.$(`input[type=checkbox][data-consent=${purpose}]`);
const line = (id: string): HTMLInputElement => mounted.$(`input[type=text][data-consent=${id}]`);
const recorded = async (): Promise<Consent[]> =>
  (await mounted.client.query('consents.list', { subject: mounted.state().subject!.id })).items;

/** The register step of a model, with name and place filled in. */
async function step(model: Model, lang?: string, said: Record<string, string> = {}): Promise<void> {
  const store = createMemoryStore();
  const attributes = { model, ...said };
  mounted = mountForm({ sets: [setFor(model)], store, attributes, ...(lang && { lang }) });
  await mounted.phase('register');
  await until(() => mounted.root.querySelector('#g-name'), 'the register step');
  type(mounted.$('#g-name'), 'Nguyễn Thị Bưởi');
  type(mounted.$('#g-place'), 'xã Sen Hồ');
  await mounted.drawn();
}
const press = (): void => mounted.$('form.register button[type=submit]').click();

/** A registered family that consented to being assessed. */
async function family(): Promise<void> {
  await step('family');
  tick('assessment').click();
  press();
  await mounted.phase('editing');
  await until(() => text().includes('đã đồng ý'), 'the line about the consent');
}

async function confirm(): Promise<void> {
  const dialog = mounted.$<HTMLDialogElement>('dialog');
  await until(() => dialog.open, 'the dialog');
  dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
}

describe('htsd-assessment-form: consent', () => {
  for (const model of ['family', 'citizen'] as const) {
    it(`of a ${model} is asked for by purpose, nothing ticked, and nothing is registered without it`, async () => {
      await step(model);
      expect([tick('assessment').checked, tick('publication').checked]).to.deep.equal([false, false]);
      await expect(mounted.form).to.be.accessible();
      press();
      const summary = await until(() => mounted.root.querySelector<HTMLElement>('#missing'), 'the summary');
      expect(summary.textContent).to.contain('Đánh dấu đồng ý');
      await until(() => mounted.root.activeElement === summary, 'the focus on the summary');
      expect(tick('assessment').getAttribute('aria-describedby')).to.equal('ge-consent');
      await expect(mounted.form).to.be.accessible();
      summary.querySelector<HTMLElement>('a[data-focus=g-consent]')!.click();
      await until(() => mounted.root.activeElement === tick('assessment'), 'the focus on the tick');
      expect(mounted.state().phase).to.equal('register');
      tick('assessment').click();
      press();
      await mounted.phase('editing');
      expect(
        (await recorded()).map(({ purpose, giver, giverName }) => [purpose, giver, giverName]),
      ).to.deep.equal([['assessment', 'self', 'Nguyễn Thị Bưởi']]);
    });
  }

  it('is kept with version, date, person and relation, publication by itself', async () => {
    await step('citizen');
    tick('assessment').click();
    tick('publication').click();
    type(line('giverName'), 'Trần Văn Ổi');
    type(line('relation'), 'cha');
    press();
    await mounted.phase('editing');
    const found = await recorded();
    expect(found.map(({ purpose }) => purpose).sort()).to.deep.equal(['assessment', 'publication']);
    for (const consent of found) {
      expect(consent).to.include({ giver: 'representative', giverName: 'Trần Văn Ổi', relation: 'cha' });
      expect(consent).to.include({ textVersion: '2', form: 'digital' });
      expect(Date.parse(consent.givenAt)).to.be.greaterThan(0);
    }
    await until(() => text().includes('Trần Văn Ổi (cha) đã đồng ý'), 'the line');
    expect(text()).to.contain('công bố kết quả');
  });

  it('says who decides on the data and how long they are kept, and keeps what was said', async () => {
    await step('family', 'vi', {
      controller: 'UBND xã Sen Hồ',
      'controller-contact': '0204 123 456',
      'parent-organisation': 'Hội Khuyến học xã Sen Hồ',
      retention: '5',
    });
    expect(words('#consent-controller')).to.equal(
      'Bên kiểm soát dữ liệu cá nhân: UBND xã Sen Hồ (0204 123 456).',
    );
    expect(words('#consent-retention')).to.equal(
      'Dữ liệu được lưu giữ 5 năm kể từ ngày nộp bản tự đánh giá, sau đó được xóa.',
    );
    tick('assessment').click();
    press();
    await mounted.phase('editing');
    const [kept] = await recorded();
    expect(kept).to.include({ controller: 'UBND xã Sen Hồ (0204 123 456)', retentionYears: 5 });
    await until(() => text().includes('đã đồng ý'), 'the line about the consent');
    mounted.button('Rút lại sự đồng ý').click();
    await until(() => mounted.$<HTMLDialogElement>('dialog').open, 'the question');
    expect(words('dialog'), 'whom to turn to').to.contain('UBND xã Sen Hồ (0204 123 456)');
  });

  it('names the organisation above where the page names no controller', async () => {
    await step('family', 'vi', { 'parent-organisation': 'Hội Khuyến học xã Sen Hồ' });
    expect(words('#consent-controller')).to.equal('Bên kiểm soát dữ liệu cá nhân: Hội Khuyến học xã Sen Hồ.');
  });

  for (const retention of [undefined, '', '0', '-1', '2.5', '101', 'mãi mãi']) {
    it(`says so where it is not known: retention ${String(retention)}`, async () => {
      await step('family', 'vi', retention === undefined ? {} : { retention });
      expect(words('#consent-controller')).to.contain('chưa ghi bên kiểm soát dữ liệu cá nhân');
      expect(words('#consent-retention')).to.contain('chưa ghi thời hạn lưu giữ');
      if (retention !== undefined) return;
      tick('assessment').click();
      press();
      await mounted.phase('editing');
      const [kept] = await recorded();
      expect([kept?.controller, kept?.retentionYears]).to.deep.equal([undefined, undefined]);
    });
  }

  it('of a clan is asked for once a head is named, of units and communities never', async () => {
    await step('clan');
    expect(mounted.root.querySelector('.consent')).to.equal(null);
    type(mounted.$('#g-headName'), 'Lê Thị Ổn');
    await mounted.drawn();
    await until(() => mounted.root.querySelector('.consent'), 'the block');
    await mounted.unmount();
    for (const model of ['unit', 'community'] as const) {
      await step(model);
      type(mounted.$('#g-headName'), 'Lê Thị Ổn');
      await mounted.drawn();
      expect(mounted.root.querySelector('.consent')).to.equal(null);
      if (model === 'unit') await mounted.unmount();
    }
  });

  it('is taken back from the form, keeps what was entered, and has to be given again before submitting', async () => {
    await family();
    await expect(mounted.form).to.be.accessible();
    for (let i = 1; i <= 10; i += 1) type(mounted.$(`#c-c${i} [data-f=points]`), '9');
    mounted.button('Rút lại sự đồng ý').click();
    await until(() => mounted.$<HTMLDialogElement>('dialog').open, 'the question');
    await expect(mounted.form).to.be.accessible();
    await confirm();
    await until(() => text().includes('đã được rút lại'), 'the notice');
    expect((await recorded()).every(({ withdrawnAt }) => withdrawnAt)).to.equal(true);
    expect(mounted.$<HTMLInputElement>('#c-c1 [data-f=points]').value).to.equal('9');
    await expect(mounted.form).to.be.accessible();
    mounted.button('Nộp bản tự đánh giá').click();
    await until(() => mounted.root.querySelector('dialog[open] .consent'), 'the consent asked for again');
    expect(tick('assessment').checked, 'nothing is ticked beforehand').to.equal(false);
    await expect(mounted.form).to.be.accessible();
    await confirm();
    expect(mounted.$<HTMLDialogElement>('dialog').open, 'nothing goes on without the tick').to.equal(true);
    tick('assessment').click();
    await confirm();
    await until(() => text().includes('đã đồng ý cho dùng'), 'the line about the consent');
    mounted.button('Nộp bản tự đánh giá').click();
    await until(() => text().includes('Nộp bản tự đánh giá?'), 'the confirmation');
    await confirm();
    await mounted.phase('readonly');
  });

  it('comes after the questions that suit the model: a household has no superior body and no position', async () => {
    const fields = (): string[] =>
      [...mounted.root.querySelectorAll('.field input[data-g]')].map(({ id }) => id.slice(2));
    const expected: [Model, string[]][] = [
      ['family', ['name', 'place']],
      ['clan', ['name', 'place', 'headName']],
      ['unit', ['name', 'parent', 'place', 'headName', 'headPosition']],
    ];
    for (const [model, ids] of expected) {
      await step(model);
      expect(fields()).to.deep.equal(ids);
      if (model !== 'unit') await mounted.unmount();
    }
  });

  it('is asked for in English where the page is', async () => {
    await step('family', 'en', { controller: 'Sen Ho commune', retention: '1' });
    await until(() => text().includes('I consent to the use of these data'), 'the English words');
    expect(words('#consent-controller')).to.equal('Controller of the personal data: Sen Ho commune.');
    expect(words('#consent-retention')).to.equal(
      'The data are kept for 1 year after submitting and deleted then.',
    );
    await expect(mounted.form).to.be.accessible();
  });

  it('leaves a unit as it was', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    await mounted.drawn();
    expect(mounted.root.querySelector('.consent-line, [data-action=consent-give]')).to.equal(null);
    expect(await recorded()).to.deep.equal([]);
  });

  it('of a child from the age of 7 has a line of its own on the printed form', async () => {
    await step('family');
    const titles = (model: Model): string[] =>
      extraSignatures(model, mounted.form.l).map(({ title }) => title);
    expect(titles('family')).to.deep.equal(['Trẻ em từ đủ 7 tuổi']);
    expect(titles('citizen')).to.deep.equal(['Trẻ em từ đủ 7 tuổi']);
    expect(titles('unit')).to.deep.equal([]);
  });
});
