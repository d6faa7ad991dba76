/** Two who sign, or one in two tabs: the lists follow, nothing is decided unseen, and no paper says what was taken back. */
import { expect } from '@open-wc/testing';
import { DeskWorld, signer } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  mountRecognition,
  type RecognitionDeskElement as Desk,
} from '../../test/support/mount-recognition.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

const second = { ...signer, id: 'nguoi-ky-hai', name: 'Lê Quốc Anh' };
const tick = async (desk: Desk, id: string): Promise<void> => {
  find<HTMLInputElement>(desk, `[data-row="${id}"] input`).click();
  await desk.updateComplete;
};
const shows = (desk: Desk, text: string): Promise<unknown> =>
  until(
    () => words(desk).includes(text),
    () => `"${text}" in ${words(desk)}`,
  );

describe('a list that somebody else works on, too', () => {
  it('follows him, and tells where what was ticked is decided by now', async () => {
    for (const id of ['mot', 'hai', 'ba']) await world.submitted(id, 'verified');
    const desk = await mountRecognition(world);
    await tick(desk, 'a-mot');
    await tick(desk, 'a-hai');
    type(find<HTMLInputElement>(desk, '[data-d=number]'), '05/QĐ');
    await world.send(second, 'recognition.refuse', 'a-ba', 5, { reason: 'Khiếu nại' });
    await until(() => !desk.shadowRoot!.querySelector('[data-row="a-ba"]'), 'the third gone');
    expect(words(desk)).not.to.contain('thay đổi ở nơi khác');
    await world.send(second, 'recognition.refuse', 'a-hai', 5, { reason: 'Khiếu nại' });
    await shows(desk, 'Có bản vừa được thay đổi ở nơi khác');
    await shows(desk, 'Công nhận 1 danh hiệu');
    expect(find<HTMLInputElement>(desk, '[data-d=number]').value).to.equal('05/QĐ');
    await expect(desk).to.be.accessible();
    await tick(desk, 'a-mot');
    expect(words(desk)).not.to.contain('thay đổi ở nơi khác');
  });

  it('keeps all other ticks after a conflict, beyond the first page too', async () => {
    await world.submitted('mot', 'verified');
    await world.copies('mot', 24);
    const desk = await mountRecognition(world);
    find<HTMLInputElement>(desk, '#all').click();
    (await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest')).click();
    await shows(desk, 'Công nhận 25 danh hiệu');
    type(find<HTMLInputElement>(desk, '[data-d=number]'), '05/QĐ');
    await world.send(second, 'recognition.refuse', 'a-mot', 5, { reason: 'Khiếu nại' });
    button(desk, 'Công nhận 25 danh hiệu').click();
    await shows(desk, 'Có bản vừa được thay đổi ở nơi khác');
    await shows(desk, 'Công nhận 24 danh hiệu');
  });
});

describe('a title that somebody else revokes', () => {
  it('gets no certificate any more from a list that was read before', async () => {
    await world.submitted('mot', 'verified');
    await world.send(signer, 'recognition.grant', 'qd', 0, {
      decision: { number: '05/QĐ', date: '2026-11-20', signer: 'Phạm', issuer: { id: 'x', name: 'UBND' } },
      grants: [{ assessment: 'a-mot', expected: 5, outcome: 'tot' }],
    });
    const desk = await mountRecognition(world, { attributes: { view: 'titles' } });
    const [title] = (await world.client(signer).query('recognitions.list', {})).items;
    await world.send(second, 'recognition.revoke', title!.id, title!.version, { reason: 'Khai sai' });
    button(desk, 'In giấy công nhận của Gia đình mot').click();
    await shows(desk, 'Danh hiệu của Gia đình mot vừa bị thu hồi nên không in giấy công nhận nữa.');
    await shows(desk, 'Lý do thu hồi: Khai sai');
    await expect(desk).to.be.accessible();
  });
});
