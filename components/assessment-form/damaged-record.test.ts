/** A stored assessment that cannot be read any more, on the back end that lies in the browser: a sentence, and nothing lost. */
import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { createLocalAdapter, databaseName } from '../../src/backend/local/local-adapter.js';
import { stored } from '../../src/client/test-helpers/stored.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { catalogOf } from '../../test/support/catalog.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

let mounted: Mounted;
let device: string;
const records = (): string => databaseName({ name: device });

const mount = (attributes: Record<string, string> = {}): Mounted =>
  mountForm({
    device,
    attributes,
    backend: createLocalAdapter({ name: device, catalog: catalogOf(tenItems()) }),
  });
const points = (id: string): HTMLInputElement => mounted.$(`#c-${id} [data-f=points]`);
const text = (): string => mounted.root.querySelector('.htsd')?.textContent?.replace(/\s+/g, ' ') ?? '';

/** The only assessment in the database, as it lies there. */
async function row(): Promise<Record<string, unknown>> {
  const db = await openDB(records());
  const all = await db.getAll('assessments');
  db.close();
  return all[0] as Record<string, unknown>;
}

async function spoil(change: object): Promise<Record<string, unknown>> {
  const spoilt = { ...(await row()), ...change };
  const db = await openDB(records());
  await db.put('assessments', spoilt);
  db.close();
  return spoilt;
}

async function spoilSubject(id: string, change: object): Promise<void> {
  const db = await openDB(records());
  await db.put('subjects', { ...((await db.get('subjects', id)) as object), ...change });
  db.close();
}

/** As on a device that never had them. */
async function forgetDrafts(): Promise<void> {
  const db = await openDB(`${device}-drafts`);
  await db.clear('drafts');
  db.close();
}

/** One answer has arrived at the back end, another one only in the draft, half typed. Answers the subject's id. */
async function fillIn(): Promise<string> {
  mounted = mount();
  await register(mounted);
  type(points('c1'), '8');
  await until(() => mounted.state().assessment?.answers['c1'], 'the answer to be sent');
  type(points('c2'), '6,');
  await mounted.form.session!.flush();
  const { subject } = mounted.state();
  await mounted.unmount();
  return subject!.id;
}

describe('htsd-assessment-form: a damaged record', () => {
  beforeEach(() => {
    device = `damaged-${Date.now()}-${Math.round(performance.now() * 1000)}`;
  });
  afterEach(async () => {
    await mounted.unmount();
    await deleteDB(records());
  });

  it('says so before anything is registered anew, and brings the answers into the new one', async () => {
    await fillIn();
    const spoilt = await spoil({ state: 'hỏng', answers: { c1: { points: '8' }, c3: 5 } });
    mounted = mount();
    await mounted.phase('register');
    await until(() => text().includes('bị hỏng và không mở được'), 'the sentence');
    const notice = mounted.$('form.register .notice.warn[role=alert]').textContent ?? '';
    expect(notice).to.contain(`năm ${mounted.state().cycle}`);
    expect(notice, 'of the record and of the draft').to.contain('còn đọc được câu trả lời: 2.');
    await expect(mounted.form).to.be.accessible();

    await register(mounted);
    await until(() => points('c1').value === '8', 'the answer that the record still held');
    expect(points('c2').value, 'what only the draft held, half typed as it was').to.equal('6,');
    await until(() => text().includes('Một phần bản nháp bị hỏng'), 'the word to check them');
    await until(() => mounted.state().assessment?.answers['c1'], 'the answers to be sent by themselves');

    const db = await openDB(records());
    expect(await db.get('assessments', String(spoilt['id'])), 'the damaged record').to.deep.equal(spoilt);
    db.close();
    const kept = await stored(device, 'damaged');
    expect(
      kept.some(([key]) => (key as string[])[2] === spoilt['id']),
      'the old draft',
    ).to.equal(true);
  });

  it('says it in English, and of which year it was as far as the record tells', async () => {
    await fillIn();
    await spoil({ state: 'hỏng', cycle: '2019' });
    mounted = mount();
    await mounted.phase('register');
    await until(() => text().includes('Đăng ký danh hiệu'), 'the register step');
    expect(text(), 'of another year').not.to.contain('bị hỏng');
    await mounted.unmount();

    await spoil({ cycle: 19 });
    mounted = mount();
    mounted.form.lang = 'en';
    await until(() => text().includes('is damaged and cannot be opened'), 'the sentence');
  });

  it('tells of one that was submitted, of which no draft is left here, and offers its answers', async () => {
    mounted = mount();
    await register(mounted);
    for (let n = 1; n <= 10; n++) mounted.form.session!.answer(`c${n}`, { points: '9' });
    await mounted.form.session!.submit();
    await mounted.phase('readonly');
    await mounted.unmount();
    const spoilt = await spoil({ state: 'hỏng' });
    mounted = mount();
    await mounted.phase('register');
    await until(() => text().includes('còn đọc được câu trả lời: 10.'), 'the sentence');
    expect(mounted.$<HTMLInputElement>('#g-name').value, 'of the subject, which is sound').to.equal(
      'Trường THCS Sen Hồ',
    );
    await register(mounted);
    await until(() => points('c10').value === '9', 'the answers');
    const db = await openDB(records());
    expect(await db.get('assessments', String(spoilt['id'])), 'the damaged record').to.deep.equal(spoilt);
    db.close();
  });

  it('tells of a subject that cannot be read, fills in what it still says, and offers the answers of its year', async () => {
    await spoilSubject(await fillIn(), { registrations: 'hỏng' });
    mounted = mount();
    await mounted.phase('register');
    await until(() => text().includes('Bản đăng ký lưu trên thiết bị này bị hỏng'), 'the sentence');
    expect(text()).to.contain('còn đọc được câu trả lời: 2.');
    expect(text()).to.contain('liên hệ người quản trị trang');
    await expect(mounted.form).to.be.accessible();
    expect(mounted.$<HTMLInputElement>('#g-name').value).to.equal('Trường THCS Sen Hồ');
    expect(mounted.$<HTMLInputElement>('#g-place').value).to.equal('xã Sen Hồ, tỉnh Bắc Ninh');
    await register(mounted);
    await until(() => points('c1').value === '8' && points('c2').value === '6,', 'the answers');
  });

  it('tells of one that the host names, registers it anew in its place, and finds the new one under the old name', async () => {
    const subject = await fillIn();
    // Another unit of the same person is none of this page's business.
    mounted = mount({ subject: 'don-vi-khac' });
    await register(mounted, 'Trường khác');
    await mounted.phase('editing');
    await mounted.unmount();
    await spoilSubject(subject, { registrations: 'hỏng' });
    const failed: unknown[] = [];
    mounted = mount({ subject });
    mounted.form.addEventListener('htsd-error', (event) => failed.push(event));
    await mounted.phase('register');
    await until(() => text().includes('Bản đăng ký lưu trên thiết bị này bị hỏng'), 'the sentence');
    expect(text()).to.contain('Có thể đăng ký lại ở đây').and.to.contain('còn đọc được câu trả lời: 2.');
    expect(mounted.$<HTMLInputElement>('#g-name').value).to.equal('Trường THCS Sen Hồ');
    await expect(mounted.form).to.be.accessible();
    await register(mounted);
    await until(() => points('c1').value === '8' && points('c2').value === '6,', 'the answers');
    await until(() => mounted.state().assessment?.answers['c1'], 'the answer to be sent');
    const { assessment } = mounted.state();
    await mounted.unmount();

    mounted = mount({ subject });
    await mounted.phase('editing');
    expect(mounted.state().assessment!.id).to.equal(assessment!.id);
    expect(mounted.state().subject!.id).not.to.equal(subject);
    expect(points('c2').value).to.equal('6,');
    expect(failed).to.deep.equal([]);
  });

  it('says of one that the host names and that is somebody else’s that it is damaged, and no more', async () => {
    const subject = await fillIn();
    await spoilSubject(subject, { registrations: 'hỏng', owner: 'nguoi-khac' });
    mounted = mount({ subject });
    await mounted.phase('error');
    await until(() => text().includes('Bản đăng ký lưu trên thiết bị này bị hỏng'), 'the sentence');
    expect(text()).to.contain('liên hệ người quản trị trang').and.not.to.contain('đăng ký lại');
    await mounted.unmount();

    await spoilSubject(subject, { owner: 5 });
    mounted = mount({ subject });
    await mounted.phase('register');
    await until(() => text().includes('Có thể đăng ký lại ở đây'), 'the sentence');
    expect(mounted.$<HTMLInputElement>('#g-name').value, 'of what is nobody’s any more').to.equal('');
  });

  it('tells nothing of what is somebody else’s, or nobody’s any more', async () => {
    const subject = await fillIn();
    for (const owner of ['nguoi-khac', 5]) {
      await spoilSubject(subject, { registrations: 'hỏng', owner });
      await spoil({ state: 'hỏng', owner });
      await forgetDrafts();
      mounted = mount();
      await mounted.phase('register');
      await until(() => mounted.root.querySelector('#g-name'), 'the register step');
      expect(text()).not.to.contain('bị hỏng');
      expect(mounted.$<HTMLInputElement>('#g-name').value).to.equal('');
      await mounted.unmount();
    }
  });

  it('says nothing where the assessments can be read', async () => {
    await fillIn();
    mounted = mount();
    await mounted.phase('editing');
    const year = String(Number(mounted.state().cycle) - 1);
    await mounted.form.session!.chooseCycle(year);
    await mounted.phase('register');
    await until(() => text().includes('Đăng ký danh hiệu'), 'the register step');
    expect(text()).not.to.contain('bị hỏng');
  });
});
