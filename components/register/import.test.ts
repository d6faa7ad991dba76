/** A list of last year, as a file, on its way into the register; and the register as a file that comes back. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { toXlsx } from '../../src/document/index.js';
import { registerSheet } from '../../src/document/register/register-sheet.js';
import { readSheet } from '../../src/document/sheet/read/read-sheet.js';
import { author, DeskWorld } from '../../test/support/desk-world.js';
import { until } from '../../test/support/mount-form.js';
import { chooseFile, openedRegister, type Register } from '../../test/support/mount-register.js';
import { catchSaved } from '../../test/support/catch-files.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

const csv = (...lines: string[]): File => new File([lines.join('\r\n')], 'danh-sach.csv');
const place = { name: 'Xóm 3' };
const known = (): Promise<void> =>
  world.send(author, 'subject.import', 'nhap', 0, {
    subjects: [
      {
        id: 'an',
        model: 'family',
        name: 'Nguyễn Văn An',
        place,
        facts: { 'ho-ngheo': true },
        head: { name: 'Nguyễn Văn An', position: 'Chủ hộ' },
      },
    ],
  });
async function importing(file: File): Promise<Register> {
  const register = await openedRegister(world);
  button(register, 'Nhập từ tệp').click();
  await chooseFile(register, file);
  return register;
}
const enter = (register: Register): HTMLButtonElement => find<HTMLButtonElement>(register, '[data-do=enter]');
const shows = (register: Register, text: string): Promise<unknown> =>
  until(
    () => words(register).includes(text),
    () => `"${text}" in ${words(register)}`,
  );
async function choose(register: Register, name: string, value: string): Promise<void> {
  const select = find<HTMLSelectElement>(register, `[data-d="${name}"]`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await register.updateComplete;
  await until(() => register.shadowRoot!.querySelector('section.group[aria-busy=false]'), 'the rows');
  await register.updateComplete;
}
const subjectNames = (register: Register): string[] =>
  [...register.desk!.list.getState().rows].map(({ name }) => name);

describe('a file', () => {
  it('is entered and registered once every question is answered', async () => {
    await known();
    const register = await importing(
      csv(
        'STT,Họ và tên chủ hộ,Mô hình,Thôn,Số thành viên,Năm,Điểm',
        '1,Nguyễn Văn An,Gia đình,Xóm 3,5,2026,80',
        '2,Trần Văn Bình,Gia đình,Xóm 4,3,2026,90',
        '3,Trần Văn Bình,Gia đình,Xóm 4,,2026,90',
        'Tổng cộng,,,,8,,',
      ),
    );
    expect(words(register)).to.contain('Đọc được 3 dòng: 1 rõ ràng, 0 nên xem lại, 2 cần trả lời');
    expect(words(register)).to.contain('Có thể trùng với đối tượng trong sổ: Nguyễn Văn An, Xóm 3.');
    expect(words(register)).to.contain('Có thể trùng với dòng 3 của tệp.');
    expect(words(register)).to.contain('Điểm và danh hiệu được ghi vào lịch sử của đối tượng');
    expect(words(register)).to.contain('1 dòng không ghi đối tượng');
    expect(enter(register).disabled).to.equal(true);
    await choose(register, 'import-year', 'column');
    find(register, '[name=row-2][value=same]').click();
    find(register, '[data-rest=skip]').click();
    await register.updateComplete;
    expect(enter(register).textContent?.trim()).to.equal('Nhập 2 đối tượng');
    enter(register).click();
    await shows(register, 'Đã nhập 2 đối tượng vào sổ.');
    await until(() => subjectNames(register).length === 2, 'both in the list');
    const an = await world.read('subject', 'an');
    // What the file says nothing of is as it was.
    expect([an.facts, an.head?.position, an.members]).to.deep.equal([
      { 'ho-ngheo': true },
      'Chủ hộ',
      { total: 5 },
    ]);
    expect(an.registrations.map(({ cycle }) => cycle)).to.deep.equal(['2026']);
    expect(an.past).to.deep.equal([{ cycle: '2026', score: 80, source: 'danh-sach.csv' }]);
    const row = [...register.shadowRoot!.querySelectorAll<HTMLElement>('.line.row')].find((one) =>
      one.textContent?.includes('Nguyễn Văn An'),
    );
    row!.querySelector<HTMLElement>('.name')!.click();
    const past = await until(() => register.shadowRoot!.querySelector('[data-past]'), 'what the file told');
    expect(past.textContent?.replace(/\s+/g, ' ').trim()).to.equal('2026 Theo sổ cũ 80 Nguồn: danh-sach.csv');
    expect(find(register, 'tr:not([data-past])[data-year="2026"]').textContent).to.contain('Đã đăng ký');
    // How many of them hold the title was not told, and is not taken for none.
    await shows(register, 'Theo khai báo: 5 thành viên.');
  });

  it('with faults is entered without the wrong rows only where the person says so', async () => {
    const register = await importing(
      csv(
        'Họ và tên,Địa chỉ',
        `${'A'.repeat(500)},Xóm 1`,
        'Lê Thị Hoa 🌸,Xóm 1',
        '\u202eTrần Bình\u202c,Xóm 1',
        'Không nơi,',
      ),
    );
    await choose(register, 'import-model', 'family');
    expect(words(register)).to.contain('Nội dung dài 500 ký tự, nhiều nhất 255.');
    expect(words(register)).to.contain('Dòng không có địa bàn.');
    expect(enter(register).disabled).to.equal(true);
    find(register, '[data-d=import-leave-out]').click();
    await register.updateComplete;
    enter(register).click();
    await shows(register, 'Đã nhập 2 đối tượng vào sổ.');
    await until(() => subjectNames(register).length === 2, 'both in the list');
    expect(subjectNames(register)).to.deep.equal(['Lê Thị Hoa 🌸', 'Trần Bình']);
  });

  it('of 200 columns can be told by hand which one is the name', async () => {
    const titles = Array.from({ length: 200 }, (_none, index) => `Cột số ${index}`);
    const cells = titles.map((_none, index) => (index === 30 ? 'Lê Thị Hoa' : index === 150 ? 'Xóm 1' : ''));
    const register = await importing(csv(titles.join(','), cells.join(',')));
    expect(words(register)).to.contain('Tệp có 200 cột, lấy 0 cột.');
    expect(words(register)).to.contain('Chưa biết cột nào ghi tên.');
    await choose(register, 'column-AE', 'name');
    await choose(register, 'column-EU', 'place');
    await choose(register, 'import-model', 'family');
    // The row of titles was no head, so it counts as a row.
    expect(words(register)).to.contain('Lê Thị Hoa');
    expect(enter(register).textContent?.trim()).to.equal('Nhập 2 đối tượng');
  });

  it('typed for the fonts of before Unicode is read as people read it, or as they say', async () => {
    const register = await importing(
      csv('STT;Hä vµ tªn chñ hé;Th«n', '1;NguyÔn V¨n Tó;§«ng H­ng', '2;TrÇn ThÞ Nga;Th«n Dòng'),
    );
    await shows(register, 'Nguyễn Văn Tú');
    expect(words(register)).to.contain('bảng mã cũ TCVN3').and.to.contain('Đông Hưng');
    await choose(register, 'import-letters', 'unicode');
    await until(() => !words(register).includes('Nguyễn Văn Tú'), 'the letters as they stand');
    expect(words(register)).not.to.contain('TCVN3 (ABC, phông');
    await choose(register, 'import-letters', 'tcvn3');
    await shows(register, 'Nguyễn Văn Tú');
  });

  it('that the back end refuses is not entered, and the rows are named', async () => {
    const register = await importing(csv('Họ và tên,Địa chỉ', 'Lê Thị Hoa,Xóm 1'));
    await choose(register, 'import-model', 'family');
    const { backend } = register.desk!.session.client;
    const execute = backend.execute.bind(backend);
    const rejected = {
      status: 'rejected' as const,
      code: 'rows' as const,
      path: ['rows', '1.already-exists.id'],
    };
    Object.assign(backend, { execute: async ([{ id }]: [{ id: string }]) => [{ id, ...rejected }] });
    enter(register).click();
    await shows(register, 'Dòng 2: Đối tượng này đã có trong sổ.');
    Object.assign(backend, { execute });
    enter(register).click();
    await shows(register, 'Đã nhập 1 đối tượng vào sổ.');
  });

  it('can be stopped, and then nothing is entered', async () => {
    const register = await importing(csv('Họ và tên,Địa chỉ', 'Lê Thị Hoa,Xóm 1'));
    await choose(register, 'import-model', 'family');
    const { client } = register.desk!.session;
    const hangs = (_commands: unknown, { signal }: { signal?: AbortSignal } = {}): Promise<never> =>
      new Promise((_done, fail) =>
        signal?.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError'))),
      );
    Object.assign(client, { execute: hangs });
    Object.assign(client.backend, { execute: hangs });
    enter(register).click();
    (
      await until(() => register.shadowRoot!.querySelector<HTMLElement>('[data-do=stop]'), 'the way to stop')
    ).click();
    await shows(register, 'Đã dừng. Chưa dòng nào được nhập.');
    expect(subjectNames(register)).to.deep.equal([]);
  });

  it('waits where the register cannot be asked, and says why', async () => {
    const register = await openedRegister(world);
    const { client } = register.desk!.session;
    Object.assign(client, { query: () => Promise.reject(new HtsdError('offline')) });
    button(register, 'Nhập từ tệp').click();
    await chooseFile(register, csv('Họ và tên,Địa chỉ', 'Lê Thị Hoa,Xóm 1'));
    expect(words(register)).to.contain('Chưa có kết nối mạng. Việc nhập không tự tiếp tục');
    // What is chosen here waits in no queue.
    expect(words(register)).not.to.contain('sẽ được gửi');
  });
});

describe('the register as a file', () => {
  it('comes back as it was: every row is known by its number, and nothing is new', async () => {
    await known();
    await world.send(author, 'subject.import', 'hai', 0, {
      subjects: [
        {
          id: 'hoa',
          model: 'citizen',
          subjectGroup: 'farmers',
          name: '=Lê, "Hoa"',
          place: { name: 'Xóm 4', code: '01.2' },
          facts: {},
          parent: 'Chi hội xóm 4',
        },
        {
          id: 'nha',
          model: 'family',
          name: 'Đỗ Văn Cả',
          place: { name: 'Xóm 4' },
          facts: {},
          members: { total: 5, recognised: 3 },
        },
      ],
    });
    const register = await openedRegister(world);
    const { rows } = register.desk!.list.getState();
    for (const what of ['csv', 'xlsx']) {
      const saved = catchSaved();
      find(register, `[data-do=${what}]`).dispatchEvent(new MouseEvent('click', { bubbles: true }));
      const { blob, name } = await until(() => saved[0], what);
      const read = await readSheet(new File([await blob], name));
      const lines = read.ok
        ? read.file.tables[0]!.rows.map(({ cells }) => cells.map((cell) => cell?.text))
        : [];
      const at = (title: string) => lines[0]!.indexOf(title);
      const family = lines.find((cells) => cells.includes('Đỗ Văn Cả'))!;
      expect([family[at('Số thành viên')], family[at('Số công dân học tập')]]).to.deep.equal(['5', '3']);
      find(register, '[data-do=import]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await chooseFile(register, new File([await blob], name));
      expect(words(register), what).to.contain(
        `Đọc được ${rows.length} dòng: 0 rõ ràng, 0 nên xem lại, 0 cần trả lời, ${rows.length} đã có trong sổ và không đổi, 0 không lấy được.`,
      );
      find(register, '[data-do=close]').click();
      await register.updateComplete;
    }
  });

  it('is read in English, too', async () => {
    await known();
    const sheet = registerSheet({
      cycle: '2026',
      lang: 'en',
      rows: [
        {
          id: 'an',
          model: 'family',
          name: 'Nguyễn Văn An',
          head: '',
          parent: '',
          place: 'Xóm 3',
          code: '',
          cycle: '',
          state: 'Not registered',
          title: '',
        },
      ],
    });
    const register = await importing(new File([await toXlsx([sheet])], 'register.xlsx'));
    expect(words(register)).to.contain('1 đã có trong sổ và không đổi');
  });
});

describe('a file in two tabs', () => {
  it('is entered once: the second looks again at what the first entered', async () => {
    const file = (): File =>
      csv('Họ và tên chủ hộ,Mô hình,Thôn', 'Nguyễn Văn An,Gia đình,Xóm 3', 'Trần Văn Bình,Gia đình,Xóm 4');
    const [one, other] = [await importing(file()), await importing(file())];
    enter(one).click();
    enter(other).click();
    await shows(one, 'Đã nhập 2');
    await shows(other, 'vừa thay đổi sổ ở những dòng này, nên chưa nhập.');
    await expect(other).to.be.accessible();
    const { items } = await world.client(author).query('register.list', { cycle: '2026' });
    expect(items.map(({ name }) => name).sort()).to.deep.equal(['Nguyễn Văn An', 'Trần Văn Bình']);
  });

  it('is entered at once where others changed nothing that it is about', async () => {
    const register = await importing(csv('Họ và tên chủ hộ,Mô hình,Thôn', 'Trần Văn Bình,Gia đình,Xóm 4'));
    await known();
    enter(register).click();
    await shows(register, 'Đã nhập 1');
  });
});
