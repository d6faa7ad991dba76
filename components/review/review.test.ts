import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import { createClient } from '../../src/client/client.js';
import type { Assessment } from '../../src/domain/assessment.schema.js';
import { author, DeskWorld, fullAnswers, reviewer } from '../../test/support/desk-world.js';
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
  type ReviewMount,
} from '../../test/support/mount-review.js';

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

const mount = (options?: ReviewMount): Desk => mountReview(world, options);
const stored = async (id: string): Promise<Assessment> => {
  const { items } = await world.client(author).query('assessment.get', { id });
  return items[0]!;
};
const open = (id: string, options?: ReviewMount): Promise<Desk> => openReview(world, id, options);

describe('the working list', () => {
  it('shows what waits with model, year, self score and state, and opens one', async () => {
    await world.submitted('mot', 'submitted', { name: 'Gia đình ông Lộc' });
    await world.submitted('hai', 'in-review');
    const desk = mount();
    await phase(desk, 'list');
    const rows = [...desk.shadowRoot!.querySelectorAll('.row')].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal([
      'Gia đình ông Lộc Tự đánh giá: 39 / 40 điểm · Loại Tốt Gia đình học tập, năm 2026 Chờ thẩm định',
    ]);
    await expect(desk).to.be.accessible();
    button(desk, 'Gia đình ông Lộc').click();
    await phase(desk, 'open');
    expect(desk.shadowRoot!.activeElement?.textContent).to.equal('Gia đình ông Lộc');
    await expect(desk).to.be.accessible();
    button(desk, 'Về danh sách').click();
    await phase(desk, 'list');
    expect(desk.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Gia đình ông Lộc');
  });

  it('is filtered by state, and by model and year from its attributes', async () => {
    await world.submitted('mot');
    await world.submitted('hai', 'verified');
    const desk = mount();
    await phase(desk, 'list');
    const [state, model] = [...desk.shadowRoot!.querySelectorAll('select')];
    state!.value = 'verified';
    state!.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => words(desk).includes('Gia đình hai'), 'the verified one');
    expect(words(desk)).not.to.contain('Gia đình mot');
    state!.value = '';
    state!.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => words(desk).includes('Có 2 bản'), 'both');
    model!.value = 'unit';
    model!.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => words(desk).includes('Không có bản tự đánh giá nào'), 'none');
    await expect(desk).to.be.accessible();
    const other = mount({ attributes: { model: 'family', cycle: '2025', state: 'all' } });
    await phase(other, 'list');
    expect(words(other)).to.contain('Không có bản tự đánh giá nào');
  });

  it('comes in pages', async () => {
    for (let n = 10; n < 31; n += 1) await world.submitted(`so-${n}`);
    const desk = mount();
    await phase(desk, 'list');
    expect(desk.shadowRoot!.querySelectorAll('.row')).to.have.length(20);
    button(desk, 'Xem thêm').click();
    await until(() => desk.shadowRoot!.querySelectorAll('.row').length === 21, 'the last one');
    expect(desk.shadowRoot!.querySelectorAll('.rows + .actions')).to.have.length(0);
    const added = desk.shadowRoot!.querySelectorAll('[data-open]')[20];
    await until(() => desk.shadowRoot!.activeElement === added, 'the first of those that were added');
  });

  it('has each once although one was taken up between two pages', async () => {
    for (let n = 10; n < 31; n += 1) await world.submitted(`so-${n}`);
    // Nobody tells what others do.
    const { backend } = world.client(reviewer);
    const client = createClient({ ...backend, subscribe: () => () => undefined });
    const provider = document.createElement('htsd-provider');
    provider.client = client;
    const desk = document.createElement('htsd-review');
    provider.append(desk);
    document.body.append(provider);
    await phase(desk, 'list');
    const state = desk.shadowRoot!.querySelector('select')!;
    state.value = '';
    state.dispatchEvent(new Event('change', { bubbles: true }));
    const shown = (): string[] =>
      [...desk.shadowRoot!.querySelectorAll<HTMLElement>('[data-open]')].map((one) => one.dataset['open']!);
    await until(() => !desk.busy && shown().length === 20, 'all states');
    await world.send(reviewer, 'assessment.review', 'a-so-10', 3, {});
    while (words(desk).includes('Xem thêm')) {
      button(desk, 'Xem thêm').click();
      await until(() => !desk.busy, 'more');
    }
    expect(shown().sort()).to.deep.equal(Array.from({ length: 21 }, (_none, n) => `a-so-${n + 10}`));
    expect(find(desk, '[data-open=a-so-10]').closest('li')!.textContent).to.contain('Đang thẩm định');
    document.body.replaceChildren();
    await client.dispose();
  });

  it('stays when more of it, or one of it, cannot be had', async () => {
    for (let n = 10; n < 31; n += 1) await world.submitted(`so-${n}`);
    const faults = createFaults();
    const desk = mount({ faults });
    await phase(desk, 'list');
    const focused = () => desk.shadowRoot!.activeElement;
    for (const name of ['Xem thêm', 'Gia đình so-10']) {
      faults.next({ kind: 'fail', error: new HtsdError('server') });
      button(desk, name).focus();
      button(desk, name).click();
      await until(() => focused()?.id === 'problem', 'the sentence to have the focus');
      expect(focused()?.textContent, 'nothing is promised of what was typed').to.match(
        /Máy chủ gặp trục trặc nên chưa tải được;[^;]*Thử lại\s*$/,
      );
      expect(desk.shadowRoot!.querySelectorAll('.row')).to.have.length(20);
      await expect(desk).to.be.accessible();
    }
    button(desk, 'Thử lại').click();
    await until(() => !desk.shadowRoot!.querySelector('#problem'), 'the end of the sentence');
    await until(() => focused()?.id === 'title', 'the focus not to be lost with the button');
  });

  it('shows no rows of another state where those that are asked for cannot be had', async () => {
    await world.submitted('mot');
    await world.submitted('hai', 'verified');
    const faults = createFaults();
    const desk = mount({ faults });
    await phase(desk, 'list');
    faults.next({ kind: 'fail', error: new HtsdError('offline') });
    const state = desk.shadowRoot!.querySelector('select')!;
    state.value = 'verified';
    state.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => desk.shadowRoot!.querySelector('#problem'), 'the sentence');
    expect(desk.shadowRoot!.querySelectorAll('.row')).to.have.length(0);
    expect(words(desk)).not.to.contain('Không có bản tự đánh giá nào');
    dispatchEvent(new Event('online'));
    await until(() => words(desk).includes('Gia đình hai'), 'those that were asked for');
    expect(desk.shadowRoot!.querySelector('#problem')).to.equal(null);
  });

  it('says that it is what the device kept, and is read again when the network is back', async () => {
    await world.submitted('mot');
    const desk = mount();
    await phase(desk, 'list');
    const { client } = desk.desk!;
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<object>;
    const keptAt = '2026-11-20T01:05:00.000Z';
    Object.assign(client, { query: async (...asked: unknown[]) => ({ ...(await query(...asked)), keptAt }) });
    desk.cycle = '2026';
    await until(() => words(desk).includes('được đọc lúc 08:05, 20/11/2026'), 'its age');
    expect(words(desk)).to.contain('Gia đình mot');
    await expect(desk).to.be.accessible();
    Object.assign(client, { query });
    dispatchEvent(new Event('online'));
    await until(() => !words(desk).includes('được đọc lúc'), 'the fresh list');
  });

  it('puts the focus back that "Thử lại" takes with it', async () => {
    const faults = createFaults();
    faults.next({ kind: 'fail', error: new HtsdError('offline') });
    const desk = mount({ faults });
    await phase(desk, 'offline');
    button(desk, 'Thử lại').focus();
    button(desk, 'Thử lại').click();
    await phase(desk, 'list');
    expect(desk.shadowRoot!.activeElement?.id).to.equal('title');
  });
});

describe('one assessment', () => {
  it('shows a file of the author, fetched when it is asked for and drawn in its own size', async () => {
    const drawn = Object.assign(document.createElement('canvas'), { width: 120, height: 80 });
    const picture = await new Promise<Blob>((done) => drawn.toBlob((blob) => done(blob!)));
    const { sha256, size } = await world.client(author).backend.files!.put(picture);
    const name = 'anh-goc-hoc-tap.png';
    const type = 'image/png' as const;
    const addedAt = '2026-11-01T00:00:00.000Z';
    const evidence = [{ id: 'mc-2', kind: 'file' as const, name, type, size, sha256, addedAt }];
    await world.submitted('mot', 'in-review', {
      answers: { ...fullAnswers, muc: { option: 'du', evidence } },
    });
    const desk = await open('a-mot');
    expect(find(desk, '#c-muc .evidence').textContent).to.contain(name);
    find(desk, '#c-muc .evidence').scrollIntoView();
    const small = await until(
      () => desk.shadowRoot!.querySelector<HTMLCanvasElement>('#c-muc .thumbnail:not([hidden])'),
      'the small picture',
    );
    expect([small.width, small.height, small.getAttribute('aria-label')]).to.deep.equal([
      ...[120, 80],
      `Ảnh minh chứng: ${name}`,
    ]);
    await expect(desk).to.be.accessible();
    button(desk, name).click();
    const canvas = await until(() => desk.shadowRoot!.querySelector('dialog[open] canvas'), 'the dialog');
    await until(() => (canvas as HTMLCanvasElement).width === 120, 'the picture');
    expect([canvas.getAttribute('aria-label'), (canvas as HTMLCanvasElement).height]).to.deep.equal([
      `Minh chứng ${name}`,
      80,
    ]);
    await expect(desk).to.be.accessible();
    button(desk, 'Đóng').click();
    await until(() => !desk.shadowRoot!.querySelector('dialog canvas'), 'the end of the dialog');
    expect(find<HTMLDialogElement>(desk, 'dialog').open).to.equal(false);
  });

  it('is taken up, and a mark with its reason is stored as he goes', async () => {
    await world.submitted('mot');
    const desk = await open('a-mot');
    expect(desk.shadowRoot!.querySelector('[data-m]')).to.equal(null);
    expect(words(desk), 'of its criteria').to.contain('Mẫu, chưa đối chiếu văn bản.');
    button(desk, 'Bắt đầu thẩm định').click();
    await until(() => desk.shadowRoot!.querySelector('[data-m]'), 'the fields');
    const one = find(desk, '#c-diem').textContent?.replace(/\s+/g, ' ') ?? '';
    for (const said of ['9 / 10 điểm', 'Tự chấm 9 trên tối đa 10 điểm.', 'Ghi chú: Có kế hoạch']) {
      expect(one).to.contain(said);
    }
    expect(find<HTMLAnchorElement>(desk, '#c-diem .evidence a').href).to.equal('https://example.vn/ke-hoach');

    type(field(desk, 'diem', 'points'), '12');
    await desk.updateComplete;
    expect(find(desk, '#f-diem').textContent).to.contain('chưa chấm được');
    type(field(desk, 'diem', 'points'), '6,5');
    await desk.updateComplete;
    expect(find(desk, '#b-diem').textContent?.trim()).to.equal(
      'Đánh giá khác tự đánh giá thì phải nêu lý do.',
    );
    expect((await stored('a-mot')).review?.marks).to.equal(undefined);
    await expect(desk).to.be.accessible();
    type(field(desk, 'diem', 'reason'), 'Kế hoạch chưa được duyệt');
    await until(() => words(desk).includes('Đã lưu lúc'), 'the mark to be stored');
    const { marks } = (await stored('a-mot')).review!;
    expect(marks?.['diem']).to.include({ reason: 'Kế hoạch chưa được duyệt', by: 'tham-dinh' });
    expect(marks?.['diem']?.answer).to.deep.equal({ points: '6,5' });
    const both = find(desk, '[part=scores]').textContent?.replace(/\s+/g, ' ') ?? '';
    expect(both).to.contain('39 / 40 điểm · Loại Tốt').and.to.contain('36,5 / 40 điểm · Loại Tốt');
    button(desk, 'Lấy lại theo tự đánh giá').click();
    await until(() => desk.session?.getState().drafts.size === 0, 'the mark to be taken back');
    expect((await stored('a-mot')).review?.marks).to.equal(undefined);
  });

  it('says so where the result noted when it was submitted is not what the answers come to', async () => {
    await world.submitted('mot');
    const honest = await open('a-mot');
    expect(honest.shadowRoot!.querySelector('[part=claimed]')).to.equal(null);
    const value = await world.read('assessment', 'a-mot');
    const [submission] = value.submissions;
    const score = { ...submission!.score, total: 40 };
    await world.plant({ type: 'assessment', value: { ...value, submissions: [{ ...submission!, score }] } });
    document.body.replaceChildren();
    const desk = await open('a-mot');
    expect(find(desk, '[part=claimed]').textContent).to.contain('40 / 40 điểm').and.to.contain('khác với');
    expect(find(desk, '[part=scores]').textContent).to.contain('39 / 40 điểm');
    await expect(desk).to.be.accessible();
  });

  it('is verified, with the marks of every kind of criterion', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await open('a-mot');
    find<HTMLInputElement>(desk, '#c-muc .choice:nth-of-type(2) input').click();
    await desk.updateComplete;
    type(field(desk, 'muc', 'reason'), 'Thiếu sổ');
    type(field(desk, 'ty-le', 'numerator'), '1');
    await desk.updateComplete;
    type(field(desk, 'ty-le', 'reason'), 'Chỉ một người');
    find<HTMLInputElement>(desk, '#c-co-khong .choice:nth-of-type(2) input').click();
    await desk.updateComplete;
    button(desk, 'Xác nhận').click();
    await desk.updateComplete;
    // Nothing is verified while a reason is missing; the sentence leads to the criterion.
    expect(find(desk, '#trouble a').textContent).to.equal('4 Có hay không');
    find(desk, '#trouble a').click();
    await desk.updateComplete;
    expect(desk.shadowRoot!.activeElement?.id).to.equal('c-co-khong');
    type(field(desk, 'co-khong', 'reason'), 'Không thấy');
    await desk.updateComplete;
    button(desk, 'Xác nhận').click();
    await until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
    await expect(desk).to.be.accessible();
    expect(words(desk)).to.contain('13 / 40 điểm');
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => words(desk).includes('Đã xác nhận kết quả của Gia đình mot.'), 'the list');
    const verified = await stored('a-mot');
    expect([verified.state, verified.review?.score?.total]).to.deep.equal(['verified', 13]);
  });

  it('is returned with a reason and remarks; when it comes back, what changed is shown', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await open('a-mot');
    type(field(desk, 'diem', 'comment'), 'Bổ sung kế hoạch đã duyệt');
    const outcomes: string[] = [];
    desk.addEventListener('htsd-review', (event) => outcomes.push(`${event.outcome}?`));
    desk.addEventListener('htsd-reviewed', (event) => outcomes.push(event.outcome));
    button(desk, 'Trả lại').click();
    await until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
    expect(words(desk)).to.contain(
      'Gửi kèm 1 nhận xét theo tiêu chí: 1 Chấm điểm: Bổ sung kế hoạch đã duyệt',
    );
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => desk.shadowRoot!.querySelector('#bare'), 'the reason to be asked for');
    await expect(desk).to.be.accessible();
    type(find<HTMLTextAreaElement>(desk, 'dialog textarea'), 'Bổ sung');
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => words(desk).includes('Đã trả lại bản của Gia đình mot.'), 'the list');
    expect(outcomes).to.deep.equal(['return?', 'return']);
    const back = await stored('a-mot');
    expect([back.state, back.returned?.reason, back.comments[0]?.criterion]).to.deep.equal([
      'returned',
      'Bổ sung',
      'diem',
    ]);

    await world.send(author, 'assessment.answer', 'a-mot', 5, {
      answers: { diem: { ...fullAnswers['diem'], points: '7' } },
    });
    await world.send(author, 'assessment.submit', 'a-mot', 6, {});
    const again = await open('a-mot');
    expect(words(again)).to.match(/người lập đã sửa 1 tiêu chí: 1 Chấm điểm/);
    expect(find(again, '#c-diem').textContent)
      .to.contain('Trước đó: 9')
      .and.to.contain('Bổ sung kế hoạch đã duyệt');
    expect(find(again, '#c-muc').textContent).not.to.contain('Trước đó');
    await expect(again).to.be.accessible();
  });

  it('that the host keeps back stays as it is', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await open('a-mot');
    desk.addEventListener('htsd-review', (event) => event.preventDefault());
    button(desk, 'Xác nhận').click();
    await until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => !find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog to close');
    expect((await stored('a-mot')).state).to.equal('in-review');
  });

  it('of his own can be read and not judged', async () => {
    await world.submitted('mot');
    const desk = await open('a-mot', { actor: { ...reviewer, id: author.id } });
    expect(words(desk)).to.contain('Bản do chính người này lập');
    expect(desk.shadowRoot!.querySelector('[data-m]')).to.equal(null);
    expect(() => button(desk, 'Bắt đầu thẩm định')).to.throw();
    await expect(desk).to.be.accessible();
  });
});

describe('two reviewers', () => {
  it('keep their marks on different criteria, and the later is asked about the same one', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await open('a-mot');
    const other = (marks: Record<string, { answer: object; reason: string }>, expected: number) =>
      world.send(
        { ...reviewer, id: 'nguoi-khac', name: 'Người khác' },
        'assessment.mark',
        'a-mot',
        expected,
        { marks },
      );
    desk.session?.mark('muc', { answer: { option: 'thieu' }, reason: 'Thiếu sổ' });
    await other({ diem: { answer: { points: '5' }, reason: 'Nửa kế hoạch' } }, 4);
    await desk.session?.flush();
    expect(Object.keys((await stored('a-mot')).review?.marks ?? {}).sort()).to.deep.equal(['diem', 'muc']);

    desk.session?.mark('co-khong', { answer: { yes: false }, reason: 'Không có' });
    await other({ 'co-khong': { answer: { notApplicable: true }, reason: 'Không cần' } }, 6);
    await desk.session?.flush();
    await until(() => find(desk, '#c-co-khong').textContent?.includes('Người khác vừa ghi'), 'the question');
    await expect(desk).to.be.accessible();
    expect((await stored('a-mot')).review?.marks?.['co-khong']?.reason).to.equal('Không cần');
    button(desk, 'Giữ của tôi').click();
    await desk.session?.flush();
    expect((await stored('a-mot')).review?.marks?.['co-khong']?.reason).to.equal('Không có');
  });
});

describe('failures', () => {
  it('nobody without the role gets the list', async () => {
    const desk = mount({ actor: author });
    await phase(desk, 'forbidden');
    expect(words(desk)).to.contain('Không có quyền thẩm định');
    await expect(desk).to.be.accessible();
  });

  it('an error is told, and tried again by a button; offline by itself', async () => {
    const faults = createFaults();
    faults.next({ kind: 'fail', error: new HtsdError('server') });
    const desk = mount({ faults });
    await phase(desk, 'error');
    await expect(desk).to.be.accessible();
    faults.next({ kind: 'fail', error: new HtsdError('offline') });
    button(desk, 'Thử lại').click();
    await phase(desk, 'offline');
    expect(words(desk)).to.contain('Chưa có kết nối mạng');
    await expect(desk).to.be.accessible();
    dispatchEvent(new Event('online'));
    await phase(desk, 'list');
  });

  it('a mark whose answer was lost counts once, and one that could not be sent is kept', async () => {
    await world.submitted('mot', 'in-review');
    const faults = createFaults();
    const desk = await open('a-mot', { faults });
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute' });
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    desk.session?.mark('diem', { answer: { points: '5' }, reason: 'Nửa' });
    await desk.session?.flush().catch(() => undefined);
    await until(() => words(desk).includes('Chưa lưu được.'), 'the failure');
    expect(field(desk, 'diem', 'points').value).to.equal('5');
    await expect(desk).to.be.accessible();
    await desk.session?.retry();
    expect((await stored('a-mot')).version).to.equal(5);
    await desk.session?.retry();
    await until(() => words(desk).includes('Đã lưu lúc'), 'the mark to be stored');
    expect((await stored('a-mot')).version).to.equal(5);
  });

  it('a mark that could not be sent goes out when the network is back, also from the list', async () => {
    await world.submitted('mot', 'in-review');
    const faults = createFaults();
    const desk = await open('a-mot', { faults });
    // Once by itself, once on the way back to the list.
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute', times: 2 });
    desk.session?.mark('diem', { answer: { points: '5' }, reason: 'Nửa' });
    await until(() => words(desk).includes('Chưa lưu được.'), 'the failure');
    find<HTMLButtonElement>(desk, '.back button').click();
    await phase(desk, 'list');
    expect((await stored('a-mot')).review?.marks).to.equal(undefined);
    dispatchEvent(new Event('online'));
    let reason: string | undefined;
    await until(() => {
      void stored('a-mot').then(({ review }) => (reason = review?.marks?.['diem']?.reason));
      return reason;
    }, 'the mark');
    expect(reason).to.equal('Nửa');
  });
});

describe('the look', () => {
  it('fits 320 px, dark and English', async () => {
    await world.submitted('mot', 'in-review');
    document.documentElement.lang = 'en';
    await setViewport({ width: 320, height: 800 });
    const desk = mount({ attributes: { assessment: 'a-mot', theme: 'dark' } });
    await phase(desk, 'open');
    await until(() => words(desk).includes('Both results') || words(desk).includes('Verify'), 'English');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(desk).to.be.accessible();
  });
});
