import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import { addMonths, dateInVietnam } from '../../src/domain/civil-date.js';
import type { Recognition } from '../../src/domain/recognition.schema.js';
import { formatDate } from '../../src/i18n/translate.js';
import { author, deskSet, DeskWorld, signer } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  mountRecognition,
  type RecognitionDeskElement as Desk,
  type RecognitionMount,
} from '../../test/support/mount-recognition.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  document.documentElement.lang = 'vi';
  await world.end();
  await emulateMedia({ media: 'screen' });
  await setViewport({ width: 800, height: 600 });
});

const mount = (options?: RecognitionMount, wanted?: Desk['phase']): Promise<Desk> =>
  mountRecognition(world, options, wanted);
const row = (desk: Desk, id: string): string =>
  find(desk, `[data-row="${id}"]`).textContent?.replace(/\s+/g, ' ').trim() ?? '';
const number = (desk: Desk, value: string): void =>
  type(find<HTMLInputElement>(desk, '[data-d=number]'), value);
const recognitions = async (): Promise<Recognition[]> =>
  (await world.client(signer).query('recognitions.list', {})).items;

describe('verified assessments', () => {
  it('are granted by one decision, all that are ticked', async () => {
    await world.submitted('mot', 'verified');
    await world.submitted('hai', 'verified');
    await world.submitted('ba', 'in-review');
    const desk = await mount();
    expect(row(desk, 'a-mot')).to.contain('Kết quả thẩm định: 39 / 40 điểm · Loại Tốt');
    expect(row(desk, 'a-mot')).to.contain('Bộ tiêu chí mẫu, chưa đối chiếu văn bản.');
    expect(desk.shadowRoot!.querySelectorAll('.row')).to.have.length(2);
    expect(find<HTMLTextAreaElement>(desk, '[data-d=bases]').value).to.equal('');
    button(desk, 'Công nhận 0 danh hiệu').click();
    await desk.updateComplete;
    expect(find(desk, '#trouble').textContent)
      .to.contain('Nhập số quyết định.')
      .and.to.contain('Chọn ít nhất một bản');
    await expect(desk).to.be.accessible();
    // Each leads to where it is mended; a field is called by its label alone.
    const field = find<HTMLInputElement>(desk, '[data-d=number]');
    expect(field.labels![0]!.textContent).to.equal('Số, ký hiệu');
    find(desk, '#trouble a[href="#i-number"]').click();
    expect(desk.shadowRoot!.activeElement).to.equal(field);
    find(desk, '#trouble a[href="#all"]').click();
    expect(desk.shadowRoot!.activeElement!.id).to.equal('all');

    find<HTMLInputElement>(desk, '#all').click();
    await desk.updateComplete;
    expect(find(desk, '#trouble').textContent).not.to.contain('Chọn ít nhất một bản');
    expect(find<HTMLTextAreaElement>(desk, '[data-d=bases]').value).to.equal('Kế hoạch số 1 của xã');
    expect(words(desk)).to.contain('Danh hiệu có giá trị 12 tháng');
    const lower = find<HTMLSelectElement>(desk, '[data-row="a-hai"] select');
    lower.value = 'dat';
    lower.dispatchEvent(new Event('change', { bubbles: true }));
    number(desk, '05/QĐ-UBND');
    await desk.updateComplete;
    const acts: unknown[] = [];
    desk.addEventListener('htsd-decide', ({ act, about }) => acts.push([act, [...about].sort()]));
    desk.addEventListener('htsd-decided', ({ act, decision }) => acts.push([act, decision !== undefined]));
    button(desk, 'Công nhận 2 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#granted'), 'the decision');
    expect(words(desk)).to.contain('Đã công nhận 2 danh hiệu theo Quyết định số 05/QĐ-UBND.');
    await until(() => words(desk).includes('Bản được thẩm định xong sẽ hiện ở đây.'), 'the list');
    await expect(desk).to.be.accessible();
    const granted = await recognitions();
    expect(granted.map(({ id, outcome }) => `${id} ${outcome}`).sort()).to.deep.equal([
      'a-hai dat',
      'a-mot tot',
    ]);
    expect(new Set(granted.map(({ decision }) => decision.id)).size).to.equal(1);
    expect(granted[0]?.decision).to.include({ number: '05/QĐ-UBND', signer: 'Phạm Minh Đức' });
    expect(acts).to.deep.equal([
      ['grant', ['a-hai', 'a-mot']],
      ['grant', true],
    ]);
  });

  it('that the rules refuse say so at their place, and none is granted', async () => {
    await world.submitted('mot', 'verified');
    await world.submitted('hai', 'verified');
    const desk = await mount();
    find<HTMLInputElement>(desk, '#all').click();
    number(desk, '06/QĐ');
    await desk.updateComplete;
    await world.send(signer, 'recognition.refuse', 'a-hai', 5, { reason: 'Khiếu nại' });
    button(desk, 'Công nhận 2 danh hiệu').click();
    await until(() => words(desk).includes('Có bản vừa được thay đổi ở nơi khác'), 'the conflict');
    await until(() => desk.shadowRoot!.querySelectorAll('.row').length === 1, 'the list');
    expect(await recognitions()).to.deep.equal([]);
    await expect(desk).to.be.accessible();
  });

  it('show warnings: another result, members without their title, too low, his own', async () => {
    world = new DeskWorld({ ...deskSet, members: { atLeast: 100, blocking: true } });
    await world.submitted('con', 'submitted', { name: 'Trần Thị Con', model: 'family' });
    await world.submitted('mot', 'in-review', { members: { total: 2, ids: ['con'] } });
    await world.send({ ...signer, id: 'td', roles: ['reviewer'] }, 'assessment.mark', 'a-mot', 4, {
      marks: { diem: { answer: { points: '3' }, reason: 'Ít' } },
    });
    await world.send({ ...signer, id: 'td', roles: ['reviewer'] }, 'assessment.verify', 'a-mot', 5, {});
    await world.submitted('thap', 'verified', {
      answers: {
        diem: { points: '1' },
        muc: { option: 'thieu' },
        'ty-le': { numerator: '0', denominator: '3' },
        'co-khong': { yes: false },
      },
    });
    const desk = await mount();
    await until(() => row(desk, 'a-mot').includes('0/2 thành viên'), 'the members');
    expect(row(desk, 'a-mot'))
      .to.contain('Kết quả thẩm định khác kết quả tự đánh giá. Tự đánh giá: 39 / 40 điểm')
      .and.to.contain('Chưa đạt tỷ lệ thành viên mà bộ tiêu chí yêu cầu (100%)');
    expect(row(desk, 'a-thap')).to.contain('chưa đủ để công nhận');
    expect(find<HTMLInputElement>(desk, '[data-row="a-thap"] input').disabled).to.equal(true);
    find<HTMLInputElement>(desk, '[data-row="a-mot"] input').click();
    number(desk, '07/QĐ');
    await desk.updateComplete;
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.desk?.flags.size === 1, 'the refusal');
    await desk.updateComplete;
    expect(find(desk, '[data-row="a-mot"] .error').textContent).to.contain('tỷ lệ thành viên');
    await expect(desk).to.be.accessible();
    const own = await mount({ actor: { ...signer, id: author.id } });
    expect(row(own, 'a-mot')).to.contain('Không ai quyết định công nhận cho bản do chính mình lập');
  });

  it('are refused with a reason', async () => {
    await world.submitted('mot', 'verified');
    const desk = await mount();
    button(desk, 'Không công nhận Gia đình mot').click();
    await until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => desk.shadowRoot!.querySelector('#bare'), 'the reason to be asked for');
    await expect(desk).to.be.accessible();
    type(find<HTMLTextAreaElement>(desk, 'dialog textarea'), 'Có đơn thư');
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => words(desk).includes('Đã ghi nhận không công nhận Gia đình mot.'), 'the refusal');
    const { items } = await world.client(author).query('assessment.get', { id: 'a-mot' });
    expect([items[0]?.state, items[0]?.history.at(-1)?.reason]).to.deep.equal([
      'not-recognised',
      'Có đơn thư',
    ]);
  });
});

describe('titles', () => {
  it('that are dated ahead say from when they hold', async () => {
    const date = addMonths(dateInVietnam(new Date().toISOString()), 1);
    await world.submitted('mot', 'verified');
    await world.send(signer, 'recognition.grant', 'qd', 0, {
      decision: { number: '05/QĐ', date, signer: 'Phạm', issuer: { id: 'x', name: 'UBND' } },
      grants: [{ assessment: 'a-mot', expected: 5, outcome: 'tot' }],
    });
    const desk = await mount({ attributes: { view: 'titles' } });
    expect(words(desk)).to.contain(`Chưa có hiệu lực, bắt đầu từ ngày ${formatDate(date)}`);
  });

  it('are listed with their standing, and revoked with a reason', async () => {
    await world.submitted('mot', 'verified');
    await world.send(signer, 'recognition.grant', 'qd', 0, {
      decision: { number: '05/QĐ', date: '2026-11-20', signer: 'Phạm', issuer: { id: 'x', name: 'UBND' } },
      grants: [{ assessment: 'a-mot', expected: 5, outcome: 'tot' }],
    });
    const desk = await mount({ attributes: { view: 'titles' } });
    expect(words(desk)).to.contain('Quyết định số 05/QĐ ngày 20/11/2026').and.to.contain('Còn hiệu lực');
    expect(find(desk, '[data-title=a-mot]').textContent).to.contain(
      'Bộ tiêu chí mẫu, chưa đối chiếu văn bản.',
    );
    await expect(desk).to.be.accessible();
    button(desk, 'Thu hồi danh hiệu của Gia đình mot').click();
    await until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
    type(find<HTMLTextAreaElement>(desk, 'dialog textarea'), 'Khai sai');
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => words(desk).includes('Lý do thu hồi: Khai sai'), 'the list');
    expect((await recognitions())[0]).to.include({ state: 'revoked', revokedReason: 'Khai sai' });
    await expect(desk).to.be.accessible();
  });
});

describe('failures', () => {
  it('nobody without the role gets the list', async () => {
    const desk = await mount({ actor: author }, 'forbidden');
    await expect(desk).to.be.accessible();
  });

  it('an error is tried again by a button; offline by itself', async () => {
    const faults = createFaults();
    faults.next({ kind: 'fail', error: new HtsdError('server') }, { call: 'query' });
    const desk = await mount({ faults }, 'error');
    await expect(desk).to.be.accessible();
    faults.next({ kind: 'fail', error: new HtsdError('offline') });
    button(desk, 'Thử lại').click();
    await until(() => desk.phase === 'offline', 'offline');
    dispatchEvent(new Event('online'));
    await until(() => desk.phase === 'ready', 'the list');
  });

  it('more of the list that cannot be had leaves it, and what follows is gone on with', async () => {
    await world.submitted('mot', 'verified');
    await world.copies('mot', 25);
    const faults = createFaults();
    const desk = await mount({ faults });
    const all = () => desk.shadowRoot!.querySelectorAll<HTMLElement>('.row input[type=checkbox]');
    await until(() => !desk.busy, 'the list');
    faults.next({ kind: 'fail', error: new HtsdError('server') }, { call: 'query' });
    button(desk, 'Xem thêm').click();
    await until(() => desk.shadowRoot!.activeElement?.id === 'problem', 'the sentence to have the focus');
    expect(all()).to.have.length(20);
    button(desk, 'Xem thêm').click();
    await until(() => all().length === 26, 'the rest');
    await until(() => desk.shadowRoot!.activeElement === all()[20], 'the first of those that were added');
    expect(desk.shadowRoot!.querySelector('#problem')).to.equal(null);
  });

  it('says that the list is what the device kept, and reads it again when the network is back', async () => {
    await world.submitted('mot', 'verified');
    const desk = await mount();
    const { client } = desk.closest('htsd-provider')!;
    const query = client!.query.bind(client) as (...asked: unknown[]) => Promise<object>;
    const keptAt = '2026-11-20T01:05:00.000Z';
    Object.assign(client!, {
      query: async (...asked: unknown[]) => ({ ...(await query(...asked)), keptAt }),
    });
    desk.cycle = '2026';
    await until(() => words(desk).includes('được đọc lúc 08:05, 20/11/2026'), 'its age');
    expect(words(desk)).to.contain('Gia đình mot');
    await expect(desk).to.be.accessible();
    Object.assign(client!, { query });
    dispatchEvent(new Event('online'));
    await until(() => !words(desk).includes('được đọc lúc'), 'the fresh list');
  });

  it('a decision is told to be granted though nothing can be read any more', async () => {
    await world.submitted('mot', 'verified');
    const faults = createFaults();
    const desk = await mount({ faults });
    await until(() => !desk.busy, 'the list');
    find<HTMLInputElement>(desk, '#all').click();
    number(desk, '08/QĐ-UBND');
    await desk.updateComplete;
    const decided: unknown[] = [];
    desk.addEventListener('htsd-decided', ({ decision }) => decided.push(decision));
    faults.next({ kind: 'fail', error: new HtsdError('server') }, { call: 'query', times: 2 });
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.activeElement?.id === 'granted', 'the decision');
    expect(words(desk)).to.contain('Đã công nhận 1 danh hiệu theo Quyết định số 08/QĐ-UBND.');
    expect(find(desk, '#problem').textContent).to.contain('Máy chủ gặp trục trặc nên chưa tải được');
    expect(decided).to.deep.equal((await recognitions()).map(({ decision }) => decision.id));
    await expect(desk).to.be.accessible();
  });

  it('a decision that no network takes is not said to go out by itself', async () => {
    await world.submitted('mot', 'verified');
    const faults = createFaults();
    const desk = await mount({ faults });
    find<HTMLInputElement>(desk, '#all').click();
    number(desk, '09/QĐ');
    await desk.updateComplete;
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute' });
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.activeElement?.id === 'trouble', 'the failure');
    expect(find(desk, '#trouble').textContent)
      .to.contain('Trang không tự gửi lại')
      .and.not.to.contain('sẽ được gửi');
  });

  it('a decision whose answer was lost counts once', async () => {
    await world.submitted('mot', 'verified');
    const faults = createFaults();
    const desk = await mount({ faults });
    find<HTMLInputElement>(desk, '#all').click();
    number(desk, '08/QĐ');
    await desk.updateComplete;
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#trouble'), 'the failure');
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#granted'), 'the decision');
    const { items } = await world.client(signer).query('decisions.list', {});
    expect(items).to.have.length(1);
  });
});

describe('the look', () => {
  it('fits 320 px, dark and English', async () => {
    await world.submitted('mot', 'verified');
    document.documentElement.lang = 'en';
    await setViewport({ width: 320, height: 800 });
    const desk = await mount({ attributes: { theme: 'dark' } });
    await until(() => words(desk).includes('Choose all'), 'English');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(desk).to.be.accessible();
  });
});
