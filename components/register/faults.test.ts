/** The register where the back end fails in the middle of something. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { provinces } from '../../src/presets/provinces.js';
import { loseFiles } from '../../test/support/catch-files.js';
import { author, DeskWorld } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  chooseFile,
  gridOf,
  namesIn,
  openedRegister,
  press,
  type Register,
} from '../../test/support/mount-register.js';
import { pickerIn } from '../../test/support/picker-in.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

const admin: Actor = { id: 'quan-tri', name: 'Lê Thị Quản', roles: ['admin'], scope: ['*'] };
let world: DeskWorld;
beforeEach(async () => {
  await setViewport({ width: 360, height: 740 });
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
  await setViewport({ width: 800, height: 600 });
});

const shows = (register: Register, text: string): Promise<unknown> =>
  until(
    () => words(register).includes(text),
    () => `"${text}" in ${words(register)}`,
  );
const focused = (register: Register, selector: string): Promise<unknown> =>
  until(
    () => register.shadowRoot!.activeElement?.matches(selector),
    () => `the focus at ${selector}, not ${register.shadowRoot!.activeElement?.outerHTML.slice(0, 80)}`,
  );
/** As with the keyboard: the button has the focus. */
async function pressed(register: Register, label: string): Promise<void> {
  const one = button(register, label);
  await until(() => !one.disabled, `${label} to be possible`);
  one.focus();
  one.click();
  await register.updateComplete;
}
/** Questions that get no answer from now on, as long as their names are in it. */
function breaking(register: Register): Set<string> {
  const broken = new Set<string>();
  const client = register.closest('htsd-provider')!.client!;
  for (const way of ['query', 'queryAll'] as const) {
    const ask = client[way].bind(client) as (name: string, ...rest: unknown[]) => Promise<unknown>;
    Object.assign(client, {
      [way]: async (name: string, ...rest: unknown[]) => {
        if (broken.has(name)) throw new HtsdError('server');
        return ask(name, ...rest);
      },
    });
  }
  return broken;
}
const place = { name: 'Xóm 3' };
/** A family, a citizen who is to be its member, and one who is already. */
const household = (): Promise<void> =>
  world.send(author, 'subject.import', 'nhap', 0, {
    subjects: [
      { id: 'nha', model: 'family', name: 'Nhà một', place, facts: {}, members: { ids: ['mai'] } },
      ...['Lê Thị Hoa', 'Trần Thị Mai'].map((name) => ({
        id: name.endsWith('Hoa') ? 'hoa' : 'mai',
        model: 'citizen' as const,
        subjectGroup: 'farmers' as const,
        name,
        place,
        facts: {},
      })),
    ],
  });
const openHouse = (register: Register): void => {
  const grid = gridOf(register);
  press(grid, 'Home');
  for (let row = 0; !namesIn(register)[row]?.includes('Nhà một'); row++) press(grid, 'ArrowDown');
  press(grid, 'Enter');
};
const members = async (): Promise<readonly string[] | undefined> =>
  (await world.read('subject', 'nha')).members?.ids;
async function offerHoa(register: Register): Promise<void> {
  const field = await until(
    () => register.shadowRoot!.querySelector<HTMLInputElement>('[data-d=member]'),
    'the search for members',
  );
  type(field, 'le thi');
  await until(() => register.shadowRoot!.querySelector('[data-add=hoa]'), 'the citizen');
}
const add = (register: Register): HTMLButtonElement => find<HTMLButtonElement>(register, '[data-add=hoa]');

describe('a subject', () => {
  it('whose members cannot be read says so, and reads them when it is asked again', async () => {
    await household();
    const register = await openedRegister(world);
    const broken = breaking(register).add('recognitions.list');
    openHouse(register);
    await shows(register, 'Máy chủ gặp trục trặc nên chưa tải được');
    expect(words(register)).not.to.contain('Đang tải');
    await expect(register).to.be.accessible();
    await pressed(register, 'Thử lại');
    await focused(register, '[role=alert] button:enabled');
    broken.clear();
    await pressed(register, 'Thử lại');
    await shows(register, '1 thành viên có trong sổ');
    await focused(register, '#members');
  });

  it('whose members are asked for faster than the server answers waits, and leaves nobody out', async () => {
    await household();
    const register = await openedRegister(world);
    const client = register.closest('htsd-provider')!.client!;
    let refused = 0;
    for (const way of ['query', 'queryAll'] as const) {
      const ask = client[way].bind(client) as (...asked: unknown[]) => Promise<unknown>;
      Object.assign(client, {
        [way]: async (name: string, params: { id?: string }, ...rest: unknown[]) => {
          if (/^(subject.get|recognitions.list)$/.test(name) && params.id !== 'nha' && (refused += 1) < 4)
            throw new HtsdError('rate-limited', { params: { seconds: 0.001 } });
          return ask(name, params, ...rest);
        },
      });
    }
    openHouse(register);
    await shows(register, '1 thành viên có trong sổ');
    expect(words(register)).to.contain('Trần Thị Mai');
    expect(refused).to.be.greaterThan(3);
  });

  it('stays on the screen with what was saved where it cannot be read again', async () => {
    await household();
    const register = await openedRegister(world);
    openHouse(register);
    await offerHoa(register);
    const broken = breaking(register).add('subject.get');
    add(register).focus();
    add(register).click();
    await shows(register, 'Đã lưu. Chưa đọc lại được');
    await focused(register, '#unread');
    expect(words(register)).to.contain('Trần Thị Mai').and.to.contain('1 thành viên có trong sổ');
    expect(add(register).disabled, 'what is shown is from before').to.equal(true);
    expect(await members()).to.deep.equal(['mai', 'hoa']);
    await expect(register).to.be.accessible();
    broken.clear();
    await pressed(register, 'Thử lại');
    await shows(register, '2 thành viên có trong sổ');
    await focused(register, '#dialog-title');
    expect(words(register)).not.to.contain('Chưa đọc lại được');
  });

  it('is changed once where the answer was lost and the same is done again', async () => {
    await household();
    const faults = createFaults();
    const register = await openedRegister(world, { faults });
    openHouse(register);
    await offerHoa(register);
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    add(register).click();
    await shows(register, 'việc này chỉ được tính một lần');
    await focused(register, '#member-trouble');
    add(register).click();
    await shows(register, '2 thành viên có trong sổ');
    expect(words(register)).not.to.contain('vừa được người khác sửa');
    expect(await members()).to.deep.equal(['mai', 'hoa']);
  });

  it('that somebody else changed is read anew, so that the same can be done upon it', async () => {
    await household();
    const register = await openedRegister(world);
    openHouse(register);
    await offerHoa(register);
    const { version } = await world.read('subject', 'nha');
    await world.send(author, 'subject.update', 'nha', version, { name: 'Nhà một mới' });
    add(register).click();
    await shows(register, 'Đã tải bản mới; xin làm lại.');
    await focused(register, '#member-trouble');
    await shows(register, 'Nhà một mới');
    await offerHoa(register);
    add(register).click();
    await shows(register, '2 thành viên có trong sổ');
  });

  it('promises nothing that is not done where there is no network', async () => {
    await household();
    const faults = createFaults();
    const register = await openedRegister(world, { faults });
    openHouse(register);
    await offerHoa(register);
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute' });
    add(register).click();
    await shows(register, 'Trang không tự gửi lại');
    expect(words(register)).not.to.contain('sẽ được gửi khi có mạng');
  });
});

describe('an import', () => {
  const list = (): File =>
    new File([['Họ và tên,Mô hình,Thôn', 'Trần Văn Bình,Gia đình,Xóm 4'].join('\r\n')], 'so.csv');
  const enter = async (register: Register): Promise<void> => {
    const one = await until(
      () => register.shadowRoot!.querySelector<HTMLButtonElement>('[data-do=enter]:enabled'),
      'the button',
    );
    one.click();
  };
  const entered = async (): Promise<number> =>
    (await world.client(author).queryAll('register.list', { cycle: '2026' })).length;

  it('whose answer was lost enters nobody twice', async () => {
    const faults = createFaults();
    const register = await openedRegister(world, { faults });
    button(register, 'Nhập từ tệp').click();
    await chooseFile(register, list());
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    await enter(register);
    await until(() => register.shadowRoot!.querySelector('dialog [role=alert]'), 'the failure');
    expect(await entered()).to.equal(1);
    await enter(register);
    await shows(register, 'Đã nhập 1 đối tượng vào sổ.');
    expect(await entered()).to.equal(1);
  });

  it('whose answer was lost is compared with the register again where something else is to be entered', async () => {
    const faults = createFaults();
    const register = await openedRegister(world, { faults });
    button(register, 'Nhập từ tệp').click();
    const row = 'Trần Văn Bình,Gia đình,Xóm 4';
    await chooseFile(register, new File([['Họ và tên,Mô hình,Thôn', row, row].join('\r\n')], 'so.csv'));
    find(register, '[data-rest=skip]').click();
    await register.updateComplete;
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    await enter(register);
    await until(() => register.shadowRoot!.querySelector('dialog [role=alert]'), 'the failure');
    const now = await entered();
    const other = find<HTMLInputElement>(
      register,
      'dialog input[type=radio]:not(:checked):not([value=skip])',
    );
    other.click();
    await register.updateComplete;
    await enter(register);
    await shows(register, 'Lần nhập trước chưa rõ đã vào sổ hay chưa');
    expect(await entered()).to.equal(now);
  });

  it('of places whose answer was lost is finished by doing it again', async () => {
    const { localities, events } = provinces;
    await world.send(admin, 'locality.import', 'nation', 0, { localities, events });
    const faults = createFaults();
    const register = await openedRegister(world, { actor: admin, faults });
    button(register, 'Danh mục địa bàn').click();
    await until(() => register.shadowRoot!.querySelector('[data-d=places-file]'), 'the chooser');
    const ward = { Code: '90001', Name: 'Sen Trắng', FullName: 'Xã Sen Trắng', ProvinceCode: '25' };
    const value = [{ Code: '25', Name: 'Phú Thọ', FullName: 'Tỉnh Phú Thọ', Wards: [ward] }];
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify(value)], 'xa.json'));
    const input = find<HTMLInputElement>(register, '[data-d=places-file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => register.shadowRoot!.querySelector('#places-preview'), 'the preview');
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    await enter(register);
    await until(() => register.shadowRoot!.querySelector('dialog [role=alert]'), 'the failure');
    await enter(register);
    await shows(register, 'Đã nhập danh mục địa bàn.');
  });
});

describe('the list', () => {
  it('of another filter that cannot be had is none, and not that of the filter before', async () => {
    await household();
    const register = await openedRegister(world);
    const broken = breaking(register).add('register.list');
    // As where the register is longer than memory: what is asked anew is not known here.
    register.desk!.list.within(['07210']);
    await shows(register, 'Máy chủ gặp trục trặc');
    await until(() => register.desk!.list.getState().rows.length === 0, 'no rows');
    await register.updateComplete;
    expect(words(register)).not.to.contain('phần đã tải vẫn hiện dưới đây');
    broken.clear();
    register.desk!.list.within(undefined);
    await until(() => register.desk!.list.getState().rows.length === 3, 'everybody');
    broken.add('register.list');
    register.desk!.list.refresh();
    await shows(register, 'phần đã tải vẫn hiện dưới đây');
    expect(register.desk!.list.getState().rows, 'the same list stays').to.have.length(3);
  });

  it('is written to no file where a part is missing, and nothing is said to be sent later', async () => {
    await household();
    const register = await openedRegister(world);
    loseFiles();
    find<HTMLButtonElement>(register, '[data-do=xlsx]').click();
    await focused(register, '#trouble');
    expect(find(register, '#trouble').textContent).to.contain('Xin kiểm tra mạng rồi thử lại');
    expect(words(register)).not.to.contain('sẽ được gửi');
  });

  it('stays that of the place that is named where another cannot be had', async () => {
    const began = '2025-07-01';
    const locality = (code: string, level: 'province' | 'commune', name: string, parent?: string) => ({
      code,
      from: began,
      level,
      name: { vi: name },
      fullName: { vi: `${level === 'commune' ? 'Xã' : 'Tỉnh'} ${name}` },
      ...(parent && { parent }),
    });
    await world.send(admin, 'locality.import', 'nation', 0, {
      localities: [locality('24', 'province', 'Bắc Ninh')],
      events: [],
    });
    await world.send(admin, 'locality.import', '24', 0, {
      localities: [
        locality('07210', 'commune', 'Sen Hồ', '24'),
        locality('07228', 'commune', 'Việt Yên', '24'),
      ],
      events: [],
    });
    const register = await openedRegister(world, { attributes: { place: '07210' } });
    await until(() => pickerIn(register)?.ready, 'the places');
    const picker = pickerIn(register)!;
    await picker.updateComplete;
    breaking(register).add('places.list').add('register.list');
    register.setAttribute('place', '07228');
    await focused(register, '#trouble');
    await picker.updateComplete;
    expect(picker.shadowRoot!.querySelector('input')!.value).to.equal('Xã Sen Hồ, tỉnh Bắc Ninh');
  });
});
