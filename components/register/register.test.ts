/** The working list: what it shows, how it is searched, picked and opened; acts on many that can be undone. */
import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { RegisterList } from '../../src/client/register/register-list.js';
import { addMonths, dateInVietnam } from '../../src/domain/civil-date.js';
import { readSheet } from '../../src/document/sheet/read/read-sheet.js';
import { formatDate } from '../../src/i18n/translate.js';
import { catchSaved, loseFiles } from '../../test/support/catch-files.js';
import { author, deskSet, DeskWorld, fullAnswers, reviewer, signer } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  gridOf,
  mountRegister,
  namesIn,
  openedRegister,
  press,
  registerPhase,
  type Register,
} from '../../test/support/mount-register.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';
import { paperOf } from '../../test/support/printed-paper.js';
import { pagerView } from './parts/list/list-view.js';
import type { HtsdOpenAssessmentEvent } from './register.events.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

const criteria = { id: deskSet.id, version: deskSet.version };
const place = { name: 'Xóm 3, xã Hợp Tiến' };
/** A family that is in the register, and not registered for 2026. */
const family = (id: string, name: string, over: object = {}): Promise<void> =>
  world.send(author, 'subject.import', `lenh-${id}`, 0, {
    subjects: [{ id, model: 'family', name, place, facts: {}, ...over }],
  });
const shows = (register: Register, text: string): Promise<unknown> =>
  until(
    () => words(register).includes(text),
    () => `"${text}" in ${words(register)}`,
  );
const selected = (register: Register): number =>
  register.shadowRoot!.querySelectorAll('[aria-selected=true]').length;

describe('the list', () => {
  it('turns pages where the register is longer than memory', async () => {
    for (const id of ['an', 'binh', 'cuc', 'dung', 'em']) await family(id, `Nhà ${id}`);
    const register = await openedRegister(world);
    const { filter } = register.desk!.list.getState();
    const list = new RegisterList(register.desk!.session.client, { filter, most: 2 });
    const box = document.body.appendChild(document.createElement('div'));
    const draw = (): void => void render(pagerView({ l: register.l, list }, list.getState()), box);
    const end = list.subscribe(draw);
    const names = async (): Promise<string[]> => {
      await until(() => !list.getState().busy, 'the page');
      return list.getState().rows.map(({ name }) => name);
    };
    const offered = (): string[] =>
      [...box.querySelectorAll('button')].filter(({ disabled }) => !disabled).map((one) => one.innerText);
    const turn = async (to: string): Promise<string[]> => {
      box.querySelector<HTMLButtonElement>(`[data-do=${to}]`)!.click();
      return names();
    };
    expect(await names()).to.deep.equal(['Nhà an', 'Nhà binh']);
    expect(offered()).to.deep.equal(['Xem tiếp']);
    expect(await turn('next')).to.deep.equal(['Nhà cuc', 'Nhà dung']);
    expect(offered()).to.deep.equal(['Xem tiếp', 'Xem trước đó', 'Về đầu sổ']);
    expect(await turn('next')).to.deep.equal(['Nhà em']);
    expect(offered()).to.deep.equal(['Xem trước đó', 'Về đầu sổ']);
    expect(await turn('previous')).to.deep.equal(['Nhà cuc', 'Nhà dung']);
    expect(await turn('first')).to.deep.equal(['Nhà an', 'Nhà binh']);
    end();
    list.dispose();
  });

  it('says from when a title holds whose decision is dated ahead, in the list and in the years', async () => {
    const today = dateInVietnam(new Date().toISOString());
    const ahead = addMonths(today, 1);
    const dates = { an: today, binh: ahead };
    for (const [id, date] of Object.entries(dates)) {
      await world.submitted(id, 'verified');
      await world.send(signer, 'recognition.grant', `qd-${id}`, 0, {
        decision: { number: `${id}/QĐ`, date, signer: 'Phạm', issuer: { id: 'x', name: 'UBND' } },
        grants: [{ assessment: `a-${id}`, expected: 5, outcome: 'tot' }],
      });
    }
    const until12 = (date: string): string => formatDate(addMonths(date, 12));
    const words = `QĐ số binh/QĐ · có hiệu lực từ ${formatDate(ahead)} đến ${until12(ahead)}`;
    const register = await openedRegister(world);
    await shows(register, words);
    await shows(register, `QĐ số an/QĐ · đến ${until12(today)}`);
    press(gridOf(register), 'Home');
    press(gridOf(register), 'ArrowDown');
    press(gridOf(register), 'Enter');
    await until(
      () => register.shadowRoot!.querySelector('dialog .years')?.textContent?.includes(words),
      'the years',
    );
    const saved = catchSaved();
    find(register, '[data-do=close]').click();
    find(register, '[data-do=csv]').click();
    await until(() => saved.length > 0, 'the file');
    const file = await (await saved[0]!.blob).text();
    expect(file).to.contain(`Tốt (có hiệu lực từ ${formatDate(ahead)} đến ${until12(ahead)})`);
    expect(file.match(/Tốt/g)).to.have.length(2);
  });

  it('shows who is there, how far and with which result', async () => {
    await family('an', 'Nguyễn Văn An', { head: { name: 'Ông An' } });
    await world.submitted('binh', 'verified', { name: 'Trần Bình' });
    const register = await openedRegister(world);
    expect(namesIn(register)).to.deep.equal(['Nguyễn Văn An', 'Trần Bình']);
    const [first, second] = [...register.shadowRoot!.querySelectorAll('.line.row')].map((row) =>
      [...row.querySelectorAll('.cell')].map((cell) => cell.textContent?.trim()),
    );
    expect(first).to.deep.equal([
      '',
      'Nguyễn Văn AnGia đình',
      place.name,
      'Ông An',
      '○ Chưa đăng ký',
      '',
      '',
    ]);
    expect(second?.slice(4, 6)).to.deep.equal(['✓ Đã xác nhận', '39/40']);
    expect(find(register, '#count').textContent).to.contain('2 đối tượng');
  });

  it('is searched without accents, filtered and sorted without asking anybody', async () => {
    await family('an', 'Nguyễn Văn An');
    await family('duc', 'Đỗ Hoà Đức', { head: { name: 'Bà Thuý' } });
    await world.submitted('binh', 'submitted', { name: 'Trần Bình' });
    const register = await openedRegister(world);
    const client = register.desk!.session.client;
    let asked = 0;
    const query = client.query.bind(client);
    Object.assign(client, { query: (...given: Parameters<typeof query>) => ((asked += 1), query(...given)) });
    const search = find<HTMLInputElement>(register, '[data-d=search]');
    for (const [typed, names] of [
      ['do hòa duc', ['Đỗ Hoà Đức']],
      ['thúy', ['Đỗ Hoà Đức']],
      ['hop tien', ['Đỗ Hoà Đức', 'Nguyễn Văn An']],
      ['khong co ai', []],
      ['', ['Đỗ Hoà Đức', 'Nguyễn Văn An', 'Trần Bình']],
    ] as const) {
      type(search, typed);
      await register.updateComplete;
      expect(namesIn(register), typed).to.deep.equal(names);
    }
    const state = find<HTMLSelectElement>(register, '[data-d=state]');
    state.value = 'submitted';
    state.dispatchEvent(new Event('change'));
    await register.updateComplete;
    expect(namesIn(register)).to.deep.equal(['Trần Bình']);
    state.value = '';
    state.dispatchEvent(new Event('change'));
    find(register, '[role=columnheader].name button').click();
    await register.updateComplete;
    expect(namesIn(register)[0]).to.equal('Trần Bình');
    expect(find(register, '[role=columnheader].name').getAttribute('aria-sort')).to.equal('descending');
    expect(asked).to.equal(0);
  });

  it('is read again when somebody changes something', async () => {
    await family('an', 'Nguyễn Văn An');
    const register = await openedRegister(world);
    await family('binh', 'Trần Bình');
    await until(() => namesIn(register).length === 2, 'the second family');
  });

  it('keeps what was read when the network goes', async () => {
    await family('an', 'Nguyễn Văn An');
    const register = await openedRegister(world);
    const { client } = register.desk!.session;
    const { HtsdError } = await import('../../src/backend/errors.js');
    const query = client.query.bind(client);
    Object.assign(client, { query: () => Promise.reject(new HtsdError('offline')) });
    register.desk!.list.refresh();
    await shows(register, 'phần đã tải trước đó');
    expect(namesIn(register)).to.deep.equal(['Nguyễn Văn An']);
    Object.assign(client, { query });
    dispatchEvent(new Event('online'));
    await until(() => !words(register).includes('phần đã tải trước đó'), 'the fresh list');
  });

  it('says of rows that this device kept when they were read, until they are read anew', async () => {
    await family('an', 'Nguyễn Văn An');
    const register = await openedRegister(world);
    const { client } = register.desk!.session;
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<object>;
    const keptAt = '2026-11-20T01:05:00.000Z';
    Object.assign(client, { query: async (...asked: unknown[]) => ({ ...(await query(...asked)), keptAt }) });
    register.desk!.list.refresh();
    await shows(register, 'Danh sách này được đọc lúc 08:05, 20/11/2026');
    expect(find(register, '.notice').getAttribute('role')).to.equal('status');
    expect(namesIn(register)).to.deep.equal(['Nguyễn Văn An']);
    Object.assign(client, { query });
    dispatchEvent(new Event('online'));
    await until(() => !words(register).includes('được đọc lúc'), 'the fresh list');
  });
});

describe('picking', () => {
  it('goes by keys, in ranges and all at once, and is told', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await family(id, `Nhà ${id}`);
    const register = await openedRegister(world);
    const grid = gridOf(register);
    expect(grid.getAttribute('aria-multiselectable')).to.equal('true');
    press(grid, 'Home');
    press(grid, ' ');
    await register.updateComplete;
    expect(find(register, '#picked').textContent?.trim()).to.equal('Đã chọn 1');
    press(grid, 'ArrowDown', { shiftKey: true });
    press(grid, 'ArrowDown', { shiftKey: true });
    await register.updateComplete;
    expect(selected(register)).to.equal(3);
    press(grid, 'a', { ctrlKey: true });
    await register.updateComplete;
    expect(find(register, '#picked').textContent?.trim()).to.equal('Đã chọn 4');
    press(grid, 'Escape');
    await register.updateComplete;
    expect(selected(register)).to.equal(0);
  });

  it('goes by the box of a row, which opens nothing, and by Shift to another one', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await family(id, `Nhà ${id}`);
    const register = await openedRegister(world);
    const boxes = [...register.shadowRoot!.querySelectorAll<HTMLElement>('.line.row .pick')];
    boxes[1]!.click();
    boxes[3]!.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    await register.updateComplete;
    expect(selected(register)).to.equal(3);
    expect(find<HTMLDialogElement>(register, 'dialog').open).to.equal(false);
  });
});

/** Opens the question of an act and says yes. */
async function go(register: Register, what: string): Promise<void> {
  button(register, what).click();
  const yes = await until(
    () => register.shadowRoot!.querySelector<HTMLButtonElement>('dialog[open] [type=submit]'),
    'the question',
  );
  yes.click();
  await until(() => register.shadowRoot!.querySelector('[data-act]'), 'the act');
  await register.updateComplete;
}
async function pickAll(register: Register): Promise<void> {
  find(register, '[data-do=all]').click();
  await register.updateComplete;
}

describe('an act on many', () => {
  it('registers those who are not, by the set that fits, after a time in which it can be undone', async () => {
    await family('an', 'Nguyễn Văn An', { facts: { 'ho-ngheo': true }, members: { total: 4 } });
    await world.submitted('binh', 'submitted', { name: 'Trần Bình' });
    const register = await openedRegister(world);
    await pickAll(register);
    button(register, 'Đăng ký').click();
    await shows(register, '1 đối tượng sẽ được gửi.');
    expect(words(register)).to.contain('Bộ tiêu chí để thử (mẫu, chưa đối chiếu văn bản)');
    find<HTMLButtonElement>(register, 'dialog [type=submit]').click();
    await shows(register, 'Sẽ đăng ký 1 đối tượng cho năm 2026.');
    expect((await world.read('subject', 'an')).registrations).to.deep.equal([]);
    // Its buttons come and go, and whoever uses the keyboard does not have to begin at the top of the page.
    const active = (): Element | null => register.shadowRoot!.activeElement;
    await until(() => active()?.matches('[data-do=undo]'), 'the focus on undoing');
    button(register, 'Hoàn tác').click();
    await until(() => !register.shadowRoot!.querySelector('[data-act]'), 'the act to go');
    await until(() => active()?.matches('[role=grid]'), 'the focus in the list');

    await go(register, 'Đăng ký');
    button(register, 'Gửi ngay').focus();
    button(register, 'Gửi ngay').click();
    await shows(register, 'Đã đăng ký 1 đối tượng.');
    await until(() => active()?.matches('[data-act=done]'), 'the focus on what became of it');
    const { registrations, facts, members } = await world.read('subject', 'an');
    expect(registrations.map((one) => [one.cycle, one.criteria])).to.deep.equal([['2026', criteria]]);
    // What the list does not show was not lost.
    expect([facts, members]).to.deep.equal([{ 'ho-ngheo': true }, { total: 4 }]);
    await until(() => words(register).includes('Đã đăng ký'), 'the new state');
  });

  it('verifies, tells of each that could not be, and leaves those picked', async () => {
    await world.submitted('mot', 'submitted', { name: 'Nhà một' });
    await world.submitted('hai', 'submitted', { name: 'Nhà hai' });
    const register = await openedRegister(world, { actor: reviewer });
    await pickAll(register);
    await go(register, 'Xác nhận');
    // Somebody takes one up meanwhile.
    await world.send({ ...reviewer, id: 'khac' }, 'assessment.review', 'a-hai', 3, {});
    button(register, 'Gửi ngay').click();
    await shows(register, 'Đã xác nhận 1 bản.');
    expect(words(register)).to.contain('Nhà hai: Bản ghi vừa được người khác sửa.');
    expect((await world.read('assessment', 'a-mot')).state).to.equal('verified');
    expect(find(register, '#picked').textContent?.trim()).to.equal('Đã chọn 1');
  });

  it('refuses one’s own with the sentence of the dictionary', async () => {
    await world.submitted('mot', 'submitted', { name: 'Nhà một' });
    const register = await openedRegister(world, { actor: { ...reviewer, id: author.id } });
    await pickAll(register);
    await go(register, 'Xác nhận');
    button(register, 'Gửi ngay').click();
    await shows(register, 'Nhà một: Không thể thẩm định');
    expect((await world.read('assessment', 'a-mot')).state).to.equal('submitted');
  });

  it('that waits is there again after the page was left, and is sent once', async () => {
    await family('an', 'Nguyễn Văn An');
    const device = `may-${Date.now()}`;
    const first = await openedRegister(world, { device });
    await pickAll(first);
    await go(first, 'Đăng ký');
    await first.desk!.session.notes.flush();
    document.body.replaceChildren();

    const second = mountRegister(world, { device });
    await registerPhase(second, 'list');
    await shows(second, 'Sẽ đăng ký 1 đối tượng cho năm 2026.');
    expect((await world.read('subject', 'an')).version).to.equal(1);
    button(second, 'Gửi ngay').click();
    await shows(second, 'Đã đăng ký 1 đối tượng.');
    expect((await world.read('subject', 'an')).version).to.equal(2);
    expect([...second.desk!.session.notes.all().keys()]).to.deep.equal([]);
  });

  it('submits what is whole, and says what the others lack', async () => {
    for (const [id, answers] of [
      ['mot', fullAnswers],
      ['hai', { muc: { option: 'du' } }],
    ] as const) {
      const subject = { model: 'family' as const, name: `Nhà ${id}`, place, facts: {} };
      await world.send(author, 'subject.register', id, 0, { ...subject, cycle: '2026', criteria });
      await world.send(author, 'assessment.open', `a-${id}`, 0, { subject: id, cycle: '2026' });
      await world.send(author, 'assessment.answer', `a-${id}`, 1, { answers });
    }
    const register = await openedRegister(world);
    await pickAll(register);
    await go(register, 'Nộp');
    expect((await world.read('assessment', 'a-mot')).state).to.equal('draft');
    button(register, 'Gửi ngay').click();
    await shows(register, 'Đã nộp 1 bản.');
    expect((await world.read('assessment', 'a-mot')).state).to.equal('submitted');
    expect((await world.read('assessment', 'a-hai')).state).to.equal('draft');
    expect(find(register, '[data-act=done] ul').textContent).to.match(/Nhà hai: .*chưa/);
  });

  it('that waits is seen in another tab, and undone there it is sent by neither', async () => {
    await family('an', 'Nguyễn Văn An');
    const device = `may-${Date.now()}`;
    const one = await openedRegister(world, { device });
    await pickAll(one);
    await go(one, 'Đăng ký');
    const tab = await openedRegister(world, { device });
    await shows(tab, 'Sẽ đăng ký 1 đối tượng cho năm 2026.');
    button(tab, 'Hoàn tác').click();
    await until(() => !one.shadowRoot!.querySelector('[data-act]'), 'the act to go from the first tab');
    expect(tab.shadowRoot!.querySelector('[data-act]')).to.equal(null);
    expect((await world.read('subject', 'an')).version).to.equal(1);
  });

  it('proposes those who are verified: their list is printed, and saved as DOCX and XLSX', async () => {
    const odd = `Nhà 😀 \u202eđảo ${'rất dài '.repeat(28)}`.trim();
    await world.submitted('mot', 'verified', { name: odd });
    await world.submitted('hai', 'submitted', { name: 'Nhà hai' });
    const register = await openedRegister(world, { actor: reviewer });
    await pickAll(register);
    button(register, 'Lập danh sách đề nghị').click();
    await shows(register, '1 đối tượng đã xác nhận được đưa vào danh sách.');
    expect(find(register, 'dialog .notice.warn').textContent).to.contain('1 đối tượng chưa được xác nhận');
    type(find<HTMLInputElement>(register, '[data-d=propose-organisation]'), 'Hội Khuyến học xã Mẫu');

    const paper = await paperOf(() => find(register, '[data-do=propose-print]').click());
    const printed = paper.body.textContent.replace(/\s+/g, ' ');
    expect(printed).to.contain('HỘI KHUYẾN HỌC XÃ MẪU').and.contain('Nhà 😀 đảo rất dài');
    expect(printed).not.to.contain('Nhà hai').and.not.to.contain('\u202e');
    const saved = catchSaved();
    for (const as of ['xlsx', 'docx']) {
      const save = find<HTMLButtonElement>(register, `[data-do=propose-${as}]`);
      await until(() => !save.disabled, 'its turn');
      // The click that saves is caught, and this one is none.
      save.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await until(() => saved.at(-1)?.name.endsWith(`.${as}`), as);
    }
    expect(saved.map(({ name }) => name.replace(/\.\w+$/, ''))).to.deep.equal(
      Array.from({ length: 2 }, () => 'danh-sach-de-nghi-cong-nhan-2026-hoi-khuyen-hoc-xa-mau'),
    );
    const sheet = await readSheet(await saved[0]!.blob);
    expect(sheet.ok && sheet.file.tables[0]!.rows[1]!.cells[1]?.text).to.match(/^Nhà 😀 đảo rất dài/);
    expect(await (await saved[1]!.blob).slice(0, 2).text()).to.equal('PK');

    // Where a part is missing, nothing is promised that nobody sends.
    loseFiles();
    const again = find<HTMLButtonElement>(register, '[data-do=propose-xlsx]');
    await until(() => !again.disabled, 'its turn again');
    again.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await shows(register, 'Chưa có kết nối mạng nên chưa tải được.');
  });

  it('offers only what the person may do', async () => {
    await world.submitted('mot');
    const register = await openedRegister(world, { actor: reviewer });
    await pickAll(register);
    const offered = [...register.shadowRoot!.querySelectorAll<HTMLElement>('[part=selection] [data-do]')].map(
      (each) => each.dataset['do'],
    );
    expect(offered).to.deep.equal(['all', 'none', 'verify', 'propose']);
  });
});

describe('one subject', () => {
  it('is opened by Enter, with its years, and leads to its assessment', async () => {
    await world.submitted('mot', 'verified', { name: 'Nhà một' });
    const register = await openedRegister(world, { attributes: { 'assessment-href': '/ban.html?a={id}' } });
    const grid = gridOf(register);
    press(grid, 'Home');
    press(grid, 'Enter');
    const link = await until(
      () => register.shadowRoot!.querySelector<HTMLAnchorElement>('dialog[open] [data-year="2026"] a'),
      'the year',
    );
    expect(new URL(link.href).pathname + new URL(link.href).search).to.equal('/ban.html?a=a-mot');
    let opened: HtsdOpenAssessmentEvent | undefined;
    register.addEventListener('htsd-open-assessment', (event) => {
      opened = event;
      event.preventDefault();
    });
    link.click();
    expect([opened?.assessment, opened?.subject, opened?.cycle]).to.deep.equal(['a-mot', 'mot', '2026']);
    expect(location.pathname).not.to.contain('ban.html');
    await until(() => words(register).includes('Chưa ghi thành viên nào.'), 'the members');
    expect(words(register)).to.contain('39/40');
    find(register, '[data-do=close]').click();
    await until(() => register.shadowRoot!.activeElement === grid, 'the way back to the list');
  });

  it('leads nowhere by an address that is no page', async () => {
    await world.submitted('mot', 'verified', { name: 'Nhà một' });
    const register = await openedRegister(world, {
      attributes: { 'assessment-href': 'javascript:alert(1)' },
    });
    const grid = gridOf(register);
    press(grid, 'Home');
    press(grid, 'Enter');
    await until(
      () => register.shadowRoot!.querySelector('dialog[open] [data-year="2026"] button'),
      'the year',
    );
    expect(register.shadowRoot!.querySelector('[data-year] a')).to.equal(null);
  });

  it('has members who are citizens of the register, and counts those who hold the title', async () => {
    await family('nha', 'Nhà một', { members: { total: 5, recognised: 2 } });
    await family('hoa', 'Lê Thị Hoa', { model: 'citizen', subjectGroup: 'farmers' });
    const register = await openedRegister(world);
    const grid = gridOf(register);
    press(grid, 'End');
    press(grid, 'Enter');
    await shows(register, 'Theo khai báo: 5 thành viên, 2 có danh hiệu.');
    const field = await until(
      () => register.shadowRoot!.querySelector<HTMLInputElement>('[data-d=member]'),
      'the search for members',
    );
    type(field, 'le thi');
    const add = await until(
      () => register.shadowRoot!.querySelector<HTMLElement>('[data-add=hoa]'),
      'the citizen',
    );
    add.click();
    await shows(register, '1 thành viên có trong sổ, 0 đang giữ danh hiệu.');
    expect((await world.read('subject', 'nha')).members).to.deep.equal({
      total: 5,
      recognised: 2,
      ids: ['hoa'],
    });
    button(register, 'Bỏ Lê Thị Hoa').click();
    await until(() => !register.shadowRoot!.querySelector('[data-member]'), 'the member to go');
    expect((await world.read('subject', 'nha')).members?.ids).to.deep.equal([]);
  });
});
