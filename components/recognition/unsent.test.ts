/** What a signer typed and ticked and did not send: kept on this device, shown again, gone once it is sent. */
import { expect } from '@open-wc/testing';
import { stored, tamper } from '../../src/client/test-helpers/stored.js';
import { DeskWorld, signer } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  mountRecognition,
  type RecognitionDeskElement as Desk,
  type RecognitionMount,
} from '../../test/support/mount-recognition.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

let world: DeskWorld;
let device: string;
let count = 0;
beforeEach(() => {
  world = new DeskWorld();
  device = `unsent-decision-${Date.now()}-${(count += 1)}`;
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

const mount = (options: RecognitionMount = {}): Promise<Desk> =>
  mountRecognition(world, { device, ...options });
const field = (desk: Desk, name: string) => find<HTMLInputElement>(desk, `[data-d=${name}]`);
const kept = async (): Promise<string[]> => (await stored(device)).map(([key]) => (key as string[])[3]!);
const isKept = (desk: Desk) =>
  until(() => desk.desk?.kept.status === 'saved', 'what was typed to be on disk');
const crash = (desk: Desk): void => desk.parentElement!.remove();

describe('a decision that was left in the middle', () => {
  it('comes back after a reload: what was typed and emptied, ticks, a lower class; and goes when it is granted', async () => {
    await world.submitted('mot', 'verified');
    await world.copies('mot', 24);
    const desk = await mount();
    type(field(desk, 'number'), '05/QĐ-');
    type(field(desk, 'date'), '2026-11-19');
    type(field(desk, 'signer'), '');
    type(find<HTMLTextAreaElement>(desk, '[data-d=bases]'), 'Kế hoạch số 9');
    find<HTMLInputElement>(desk, '#all').click();
    (await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest')).click();
    await desk.updateComplete;
    find<HTMLInputElement>(desk, '[data-row="a-mot-0003"] input').click();
    const lower = find<HTMLSelectElement>(desk, '[data-row="a-mot-0023"] select');
    lower.value = 'dat';
    lower.dispatchEvent(new Event('change', { bubbles: true }));
    await isKept(desk);
    expect(words(desk)).to.contain('được giữ trên thiết bị này cho đến khi công nhận');
    crash(desk);

    const again = await mount();
    await until(
      () => words(again).includes('Công nhận 24 danh hiệu'),
      'the ticks, beyond the first page too',
    );
    expect(['number', 'date', 'signer', 'issuer'].map((name) => field(again, name).value)).to.deep.equal([
      '05/QĐ-',
      '2026-11-19',
      '',
      'UBND xã Mẫu',
    ]);
    expect(find<HTMLTextAreaElement>(again, '[data-d=bases]').value).to.equal('Kế hoạch số 9');
    expect(find<HTMLInputElement>(again, '[data-row="a-mot-0003"] input').checked).to.equal(false);
    expect(find<HTMLSelectElement>(again, '[data-row="a-mot-0023"] select').value).to.equal('dat');
    type(field(again, 'number'), '05/QĐ-UBND');
    type(field(again, 'signer'), 'Phạm Minh Đức');
    await again.updateComplete;
    await isKept(again);
    button(again, 'Công nhận 24 danh hiệu').click();
    await until(() => again.shadowRoot!.querySelector('#granted'), 'the decision');
    await again.desk?.settled();
    expect(await kept()).to.deep.equal([]);
    expect(field(again, 'number').value).to.equal('');
  });

  it('is the same in two tabs, and nobody else’s', async () => {
    await world.submitted('mot', 'verified');
    const [one, two] = [await mount(), await mount()];
    type(field(one, 'number'), '06/QĐ');
    await until(() => field(two, 'number').value === '06/QĐ', 'the number in the other tab');
    type(field(two, 'signer'), 'Người khác ký');
    await until(() => field(one, 'signer').value === 'Người khác ký', 'the signer in the other tab');
    expect(field(one, 'number').value).to.equal('06/QĐ');
    await isKept(one);
    const other = await mount({ actor: { ...signer, id: 'nguoi-ky-khac' } });
    expect(field(other, 'number').value).to.equal('');
  });

  it('says so where the device cannot keep it', async () => {
    await world.submitted('mot', 'verified');
    const desk = await mount();
    const free = tamper(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    try {
      type(field(desk, 'number'), '07/QĐ');
      await until(() => words(desk).includes('xin đừng đóng trang'), 'the warning');
      await expect(desk).to.be.accessible();
    } finally {
      free();
    }
  });
});

describe('reasons', () => {
  const dialog = (desk: Desk) => find<HTMLTextAreaElement>(desk, 'dialog textarea');
  const opened = (desk: Desk) => until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');

  it('of refusal and revocation come back with their assessment, and go when they are given', async () => {
    await world.submitted('mot', 'verified');
    await world.submitted('hai', 'verified');
    await world.send(signer, 'recognition.grant', 'qd', 0, {
      decision: { number: '1', date: '2026-11-20', signer: 'Phạm', issuer: { id: 'x', name: 'UBND' } },
      grants: [{ assessment: 'a-hai', expected: 5, outcome: 'tot' }],
    });
    const desk = await mount();
    button(desk, 'Không công nhận Gia đình mot').click();
    await opened(desk);
    type(dialog(desk), 'Có đơn thư');
    // By the Escape key, as it were.
    find<HTMLDialogElement>(desk, 'dialog').close();
    desk.view = 'titles';
    await until(() => words(desk).includes('Gia đình hai'), 'the titles');
    button(desk, 'Thu hồi danh hiệu của Gia đình hai').click();
    await opened(desk);
    expect(dialog(desk).value).to.equal('');
    type(dialog(desk), 'Khai s');
    await isKept(desk);
    crash(desk);

    const again = await mount();
    button(again, 'Không công nhận Gia đình mot').click();
    await opened(again);
    expect(dialog(again).value).to.equal('Có đơn thư');
    find<HTMLButtonElement>(again, 'dialog .primary').click();
    await until(() => words(again).includes('Đã ghi nhận không công nhận Gia đình mot.'), 'the refusal');
    again.view = 'titles';
    await until(() => words(again).includes('Gia đình hai'), 'the titles');
    button(again, 'Thu hồi danh hiệu của Gia đình hai').click();
    await opened(again);
    expect(dialog(again).value).to.equal('Khai s');
    type(dialog(again), 'Khai sai');
    find<HTMLButtonElement>(again, 'dialog .primary').click();
    await until(() => words(again).includes('Lý do thu hồi: Khai sai'), 'the list');
    await again.desk?.settled();
    expect(await kept()).to.deep.equal([]);
  });
});
