/** One decision for as many as the filter matches. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import { DeskWorld, deskSet, signer } from '../../test/support/desk-world.js';
import { restoreLooks } from '../../test/support/looks.js';
import { type, until } from '../../test/support/mount-form.js';
import { mountRecognition } from '../../test/support/mount-recognition.js';
import { paperOf } from '../../test/support/printed-paper.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

/** A family with one adult that is a learning citizen and one that is not, verified, so many times. */
async function families(count: number): Promise<void> {
  world = new DeskWorld({ ...deskSet, members: { atLeast: 50 } });
  await world.submitted('gia-dinh', 'verified', { members: { total: 2, ids: ['co', 'khong'] } });
  const { members: _none, ...family } = await world.read('subject', 'gia-dinh');
  for (const id of ['co', 'khong'])
    await world.plant({
      type: 'subject',
      value: { ...family, id, name: `Công dân ${id}`, model: 'citizen' },
    });
  if (count > 1) await world.copies('gia-dinh', count - 1);
}

describe('a decision on 300 families', () => {
  it('is made on the screen in one act, told with its count, and printed with its list', async () => {
    await families(300);
    const desk = await mountRecognition(world, { attributes: { model: 'family' } });
    expect(desk.shadowRoot!.querySelectorAll('.row')).to.have.length(20);
    find<HTMLInputElement>(desk, '#all').click();
    await desk.updateComplete;
    expect(find(desk, '#ticked').textContent).to.contain('Đã chọn cả 20 bản đang hiện; danh sách còn nữa.');
    const take = await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest');
    expect(take.textContent?.trim()).to.equal('Chọn cả 300 gia đình');
    // Until it is asked for, what was read changes nothing.
    expect(words(desk)).to.contain('Công nhận 20 danh hiệu');
    await expect(desk).to.be.accessible();
    take.click();
    await desk.updateComplete;
    expect(find(desk, '#ticked').textContent).to.contain('Đã chọn cả 300 gia đình trong danh sách này.');
    await until(() => /thành viên: \d+\/300 bản/.test(words(desk)), 'the progress of the lookups');
    await until(() => find(desk, '#lookups').textContent?.trim() === '', 'all members');
    const warnings = [...desk.shadowRoot!.querySelectorAll('.row .warning')];
    expect(warnings).to.have.length(300);

    type(find<HTMLInputElement>(desk, '[data-d=number]'), '09/QĐ-UBND');
    await desk.updateComplete;
    const about: number[] = [];
    desk.addEventListener('htsd-decided', (event) => about.push(event.about.length));
    button(desk, 'Công nhận 300 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#granted'), 'the decision', 30_000);
    expect(words(desk)).to.contain('Đã công nhận 300 danh hiệu theo Quyết định số 09/QĐ-UBND.');
    expect(about).to.deep.equal([300]);
    const { items } = await world.client(signer).query('decisions.list', {});
    expect(items.map(({ recognitions }) => recognitions.length)).to.deep.equal([300]);

    await until(() => words(desk).includes('Không có bản nào đã xác nhận'), 'the empty list');
    const paper = await paperOf(() => button(desk, 'In quyết định').click());
    const rows = [...paper.querySelectorAll('tr')].map((row) => row.textContent ?? '');
    expect(rows.filter((row) => row.includes('Gia đình gia-dinh'))).to.have.length(300);
    expect(paper.body.textContent).to.contain('09/QĐ-UBND').and.to.contain('300 gia đình');
  });

  it('fits a screen that was turned after all of the list was seen', async () => {
    await families(60);
    const desk = await mountRecognition(world, { attributes: { model: 'family' } });
    find<HTMLInputElement>(desk, '#all').click();
    (await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest')).click();
    await until(() => desk.shadowRoot!.querySelectorAll('.row').length === 60, 'all rows');
    await setViewport({ width: 1200, height: 600 });
    try {
      for (const row of desk.shadowRoot!.querySelectorAll('.row')) {
        row.scrollIntoView();
        await new Promise(requestAnimationFrame);
      }
      scrollTo(0, 0);
      await setViewport({ width: 320, height: 600 });
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    } finally {
      await restoreLooks();
    }
  });

  it('leaves out what cannot be granted, and says so', async () => {
    await world.submitted('mot', 'verified');
    await world.copies('mot', 21);
    await world.submitted('thap', 'verified', {
      answers: {
        diem: { points: '1' },
        muc: { option: 'thieu' },
        'ty-le': { numerator: '0', denominator: '3' },
        'co-khong': { yes: false },
      },
    });
    const desk = await mountRecognition(world);
    find<HTMLInputElement>(desk, '#all').click();
    const take = await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest');
    expect(take.textContent?.trim()).to.equal('Chọn cả 22 gia đình');
    take.click();
    await desk.updateComplete;
    expect(find(desk, '#ticked').textContent)
      .to.contain('Đã chọn cả 22 gia đình trong danh sách này.')
      .and.to.contain('Có 1 bản không chọn được');
    find<HTMLInputElement>(desk, '[data-row="a-mot"] input').click();
    await desk.updateComplete;
    expect(find(desk, '#ticked').textContent).to.contain('Đã chọn 21 trong 22 bản đang hiện.');
    expect(find<HTMLInputElement>(desk, '#all').indeterminate).to.equal(true);
  });

  it('takes 500 of more: that is all that one decision holds', async () => {
    await world.submitted('mot', 'verified');
    await world.copies('mot', 520);
    const desk = await mountRecognition(world);
    find<HTMLInputElement>(desk, '#all').click();
    const take = await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest');
    expect(take.textContent?.trim()).to.equal('Chọn 500 bản đầu');
    take.click();
    await desk.updateComplete;
    expect(words(desk)).to.contain('Một quyết định công nhận nhiều nhất 500 danh hiệu.');
    expect(words(desk)).to.contain('Công nhận 500 danh hiệu');
  });

  it('keeps the list where the rest cannot be read, and tries again', async () => {
    await world.submitted('mot', 'verified');
    await world.copies('mot', 25);
    const faults = createFaults();
    const desk = await mountRecognition(world, { faults });
    await until(() => find(desk, '#lookups').textContent?.trim() === '', 'the members');
    faults.next({ kind: 'fail', error: new HtsdError('server') }, { call: 'query' });
    find<HTMLInputElement>(desk, '#all').click();
    await until(() => desk.shadowRoot!.querySelector('#problem'), 'the problem');
    expect(desk.shadowRoot!.querySelectorAll('.row')).to.have.length(20);
    await expect(desk).to.be.accessible();
    find(desk, '#read-rest').click();
    const take = await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest');
    expect(take.textContent?.trim()).to.equal('Chọn cả 26 gia đình');
  });
});

describe('members', () => {
  it('that are no learning citizens are named to the signer, with how many are', async () => {
    await families(1);
    const model = await world.read('assessment', 'a-gia-dinh');
    const citizen = { ...model, id: 'a-co', subjectId: 'co', subjectName: 'Công dân co', model: 'citizen' };
    await world.plant({ type: 'assessment', value: citizen as typeof model });
    const today = new Date().toISOString().slice(0, 10);
    await world.send(signer, 'recognition.grant', 'qd', 0, {
      decision: { number: '1', date: today, signer: 'Phạm', issuer: { id: 'x', name: 'UBND' } },
      grants: [{ assessment: 'a-co', expected: model.version, outcome: 'tot' }],
    });
    const desk = await mountRecognition(world, { attributes: { model: 'family' } });
    const said = await until(() => desk.shadowRoot!.querySelector('.row .warning'), 'the warning');
    expect(said.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      '1/2 thành viên được biết là Công dân học tập. Chưa có danh hiệu: Công dân khong.',
    );
  });

  it('that could not be looked up are counted, and asked for again by a button', async () => {
    await families(1);
    const [family, assessment] = [
      await world.read('subject', 'gia-dinh'),
      await world.read('assessment', 'a-gia-dinh'),
    ];
    const lost = { id: 'that-lac', name: 'Gia đình thất lạc' };
    const value = { ...assessment, id: 'a-that-lac', subjectId: lost.id, subjectName: lost.name };
    await world.plant({ type: 'assessment', value });
    const desk = await mountRecognition(world, { attributes: { model: 'family' } });
    await until(() => desk.shadowRoot!.querySelector('#unknown'), 'the failure');
    expect(find(desk, '#unknown').textContent).to.contain('Chưa tra được danh hiệu của thành viên ở 1 bản.');
    expect(desk.phase).to.equal('ready');
    await expect(desk).to.be.accessible();
    await world.plant({ type: 'subject', value: { ...family, ...lost } });
    find(desk, '#unknown button').click();
    await until(() => desk.shadowRoot!.querySelectorAll('.row .warning').length === 2, 'the members');
    expect(desk.shadowRoot!.querySelector('#unknown')).to.equal(null);
  });
});
