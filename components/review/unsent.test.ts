/** What a reviewer typed and did not send: kept on this device, shown again, gone once it is sent. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import { stored } from '../../src/client/test-helpers/stored.js';
import { author, DeskWorld, reviewer } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  buttonIn as button,
  fieldIn as field,
  findIn as find,
  mountReview,
  openReview,
  reviewPhase as phase,
  wordsOf as words,
  type ReviewDeskElement as Desk,
} from '../../test/support/mount-review.js';

let world: DeskWorld;
let device: string;
let count = 0;
beforeEach(() => {
  world = new DeskWorld();
  device = `unsent-${Date.now()}-${(count += 1)}`;
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

const open = (options = {}): Promise<Desk> => openReview(world, 'a-mot', { device, ...options });
const kept = async (): Promise<unknown[]> => (await stored(device)).map(([key]) => (key as string[])[3]);
const isKept = (desk: Desk) =>
  until(() => desk.session?.getState().kept.status === 'saved', 'what was typed to be on disk');
/** Ends the page as a crash does: nobody is told. */
const crash = (desk: Desk): void => desk.parentElement!.remove();

describe('what was typed and not sent', () => {
  it('comes back after a reload, with the place: remarks, a mark without its reason, the reason to return', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await open();
    field(desk, 'ty-le', 'comment').focus();
    type(field(desk, 'ty-le', 'comment'), 'Ghi rõ số người');
    type(field(desk, 'diem', 'points'), '6,');
    await desk.updateComplete;
    button(desk, 'Trả lại').click();
    await desk.updateComplete;
    // Half a number cannot be stored, so that the dialog has to wait.
    expect(find<HTMLDialogElement>(desk, 'dialog').open).to.equal(false);
    type(field(desk, 'diem', 'points'), '9');
    type(field(desk, 'muc', 'comment'), 'Thiếu sổ');
    await desk.updateComplete;
    button(desk, 'Trả lại').click();
    await until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
    type(find<HTMLTextAreaElement>(desk, 'dialog textarea'), 'Đề nghị bổ sung');
    find<HTMLButtonElement>(desk, 'dialog [value=cancel]').click();
    type(field(desk, 'diem', 'points'), '6,');
    field(desk, 'ty-le', 'comment').focus();
    await isKept(desk);
    expect(words(desk)).to.contain('Nhận xét được giữ trên thiết bị này cho đến khi trả lại.');
    crash(desk);

    const again = await open();
    expect(field(again, 'ty-le', 'comment').value).to.equal('Ghi rõ số người');
    expect(field(again, 'muc', 'comment').value).to.equal('Thiếu sổ');
    expect(field(again, 'diem', 'points').value).to.equal('6,');
    expect(again.shadowRoot!.activeElement).to.equal(field(again, 'ty-le', 'comment'));
    expect(words(again)).to.contain('Đã mở lại ở chỗ đang làm dở.');
    await expect(again).to.be.accessible();
    type(field(again, 'diem', 'points'), '6');
    await again.updateComplete;
    type(field(again, 'diem', 'reason'), 'Chưa duyệt');
    await until(() => again.session?.getState().drafts.size === 0, 'the mark to be stored');
    button(again, 'Trả lại').click();
    await until(() => find<HTMLDialogElement>(again, 'dialog').open, 'the dialog');
    expect(find<HTMLTextAreaElement>(again, 'dialog textarea').value).to.equal('Đề nghị bổ sung');
    expect(await kept()).to.include('a-mot/comment/muc');
    find<HTMLButtonElement>(again, 'dialog .primary').click();
    await until(() => words(again).includes('Đã trả lại'), 'the list');
    expect(await kept()).to.deep.equal([]);
    expect(words(again)).not.to.contain('Đang làm dở trên thiết bị này');
  });

  it('is named above the list, whatever the list shows, and leads back', async () => {
    await world.submitted('mot', 'in-review', { name: 'Gia đình ông Lộc' });
    const desk = await open();
    type(field(desk, 'muc', 'comment'), 'Thiếu sổ');
    await isKept(desk);
    crash(desk);
    const again = mountReview(world, { device });
    await phase(again, 'list');
    expect(find(again, '[part=unfinished]').textContent).to.contain('Đang làm dở trên thiết bị này');
    await expect(again).to.be.accessible();
    button(again, 'Gia đình ông Lộc').click();
    await phase(again, 'open');
    expect(field(again, 'muc', 'comment').value).to.equal('Thiếu sổ');
    button(again, 'Về danh sách').click();
    await phase(again, 'list');
    // The list of those that wait does not hold it: the focus goes to where it is named.
    expect(again.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Gia đình ông Lộc');
    // Nobody else at this device hears of it.
    const other = mountReview(world, { device, actor: { ...reviewer, id: 'nguoi-khac' } });
    await phase(other, 'list');
    expect(words(other)).not.to.contain('Gia đình ông Lộc');
  });

  it('is the same in two tabs, and goes from both when one of them sends it', async () => {
    await world.submitted('mot', 'in-review');
    const [one, two] = [await open(), await open()];
    type(field(one, 'muc', 'comment'), 'Từ thẻ một');
    type(field(two, 'ty-le', 'comment'), 'Từ thẻ hai');
    await until(() => field(two, 'muc', 'comment').value === 'Từ thẻ một', 'the remark of the other tab');
    await until(() => field(one, 'ty-le', 'comment').value === 'Từ thẻ hai', 'the remark of the other tab');
    type(field(one, 'diem', 'points'), '5');
    await until(() => field(two, 'diem', 'points').value === '5', 'the mark of the other tab');
    await until(() => two.shadowRoot!.querySelector('#c-diem [data-m=reason]'), 'the reason to be asked for');
    type(field(two, 'diem', 'reason'), 'Nửa kế hoạch');
    await until(() => one.session?.getState().drafts.size === 0, 'the mark to be stored');
    await until(() => two.session?.getState().drafts.size === 0, 'the mark to be stored');
    expect([...one.session!.getState().clashes, ...two.session!.getState().clashes]).to.deep.equal([]);
    await one.session?.giveBack('Bổ sung');
    await until(() => two.session?.getState().comments.size === 0, 'the remarks to go');
    const { items } = await world.client(author).query('assessment.get', { id: 'a-mot' });
    expect(items[0]?.comments.map(({ text }) => text).sort()).to.deep.equal(['Từ thẻ hai', 'Từ thẻ một']);
    expect(await kept()).to.deep.equal([]);
  });

  it('of marks without network goes out by itself after a reload; one that was sent already counts once', async () => {
    await world.submitted('mot', 'in-review');
    const faults = createFaults();
    const desk = await open({ faults });
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute', times: 9 });
    desk.session?.mark('diem', { answer: { points: '5' }, reason: 'Nửa' });
    await until(() => desk.session?.getState().save.status === 'failed', 'the failure');
    await isKept(desk);
    crash(desk);
    const lost = createFaults();
    lost.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    const again = await open({ faults: lost });
    expect(field(again, 'diem', 'points').value).to.equal('5');
    await until(() => again.session?.getState().save.status === 'failed', 'the lost answer');
    crash(again);
    const third = await open();
    expect(third.session?.getState().drafts.size).to.equal(0);
    expect(third.session?.getState().assessment.review?.marks?.['diem']?.reason).to.equal('Nửa');
    expect(third.session?.getState().assessment.version).to.equal(5);
    await third.session?.flush();
    expect(third.session?.getState().assessment.version).to.equal(5);
  });

  it('waits where somebody else ended the review meanwhile, and can be forgotten', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await open();
    type(field(desk, 'muc', 'comment'), 'Thiếu sổ');
    await isKept(desk);
    crash(desk);
    const other = { ...reviewer, id: 'nguoi-khac' };
    await world.send(other, 'assessment.return', 'a-mot', 4, { reason: 'Bổ sung', comments: [] });
    const again = await open();
    expect(find(again, '[part=unsent]').textContent).to.contain('2 Chọn mức').and.to.contain('Thiếu sổ');
    await expect(again).to.be.accessible();
    crash(again);
    await world.send(author, 'assessment.submit', 'a-mot', 5, {});
    const third = await open();
    button(third, 'Bắt đầu thẩm định').click();
    await until(() => third.shadowRoot!.querySelector('[data-m]'), 'the fields');
    expect(field(third, 'muc', 'comment').value).to.equal('Thiếu sổ');
    crash(third);
    await world.send(other, 'assessment.verify', 'a-mot', 7, {});
    const last = await open();
    button(last, 'Bỏ phần chưa gửi').click();
    await until(() => !last.shadowRoot!.querySelector('[part=unsent]'), 'it to be gone');
    expect(await kept()).to.deep.equal([]);
  });

  it('is forgotten where it was sent, and the page ended before the answer came', async () => {
    await world.submitted('mot', 'in-review');
    const faults = createFaults();
    const desk = await open({ faults });
    type(field(desk, 'muc', 'comment'), 'Thiếu sổ ');
    desk.session?.reason('Bổ sung');
    await isKept(desk);
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    expect(await desk.session?.giveBack('Bổ sung')).to.equal(false);
    expect(await kept()).to.include('a-mot/comment/muc');
    crash(desk);
    const again = await open();
    expect(again.shadowRoot!.querySelector('[part=unsent]')).to.equal(null);
    expect(again.session?.getState().stranded).to.equal(0);
    let left: unknown[] | undefined;
    await until(() => {
      void kept().then((found) => (left = found));
      return left?.length === 0;
    }, 'it to be off the disk');
  });

  it('is told before verifying, which does not send remarks', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await open();
    type(field(desk, 'muc', 'comment'), 'Thiếu sổ');
    await isKept(desk);
    button(desk, 'Xác nhận').click();
    await until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
    expect(find(desk, 'dialog').textContent).to.contain('Có 1 nhận xét chưa gửi');
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => words(desk).includes('Đã xác nhận'), 'the list');
    expect(await kept()).to.deep.equal([]);
  });
});
