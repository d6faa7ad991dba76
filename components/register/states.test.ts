/** Every state of the register: axe in light and dark, 320 px, English. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import { author, DeskWorld, reviewer } from '../../test/support/desk-world.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  chooseFile,
  gridOf,
  mountRegister,
  openedRegister,
  press,
  registerPhase,
  type Register,
} from '../../test/support/mount-register.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
  await restoreLooks();
});

const failing = (code: 'server' | 'offline') => {
  const faults = createFaults();
  faults.next({ kind: 'fail', error: new HtsdError(code) });
  return mountRegister(world, { faults });
};
const subjects = async (): Promise<void> => {
  const name = 'Hộ gia đình có một cái tên dài đến mức phải xuống dòng ở màn hình nhỏ';
  await world.submitted('mot', 'submitted', { name });
  await world.submitted('hai', 'verified', { name: 'Nhà hai' });
  await world.send(author, 'subject.import', 'nhap', 0, {
    subjects: [
      {
        id: 'ba',
        model: 'family',
        name: 'Nhà ba',
        place: { name: 'Xóm 3' },
        facts: {},
        members: { total: 4 },
      },
      {
        id: 'bon',
        model: 'citizen',
        subjectGroup: 'farmers',
        name: 'Lê Thị Hoa',
        place: { name: 'Xóm 3' },
        facts: {},
      },
    ],
  });
};
const picked = async (actor = author): Promise<Register> => {
  await subjects();
  const register = await openedRegister(world, { actor });
  find(register, '[data-do=all]').click();
  await register.updateComplete;
  return register;
};
const asked = async (register: Register, what: string): Promise<Register> => {
  button(register, what).click();
  await until(() => register.shadowRoot!.querySelector('dialog[open] h2'), 'the dialog');
  await register.updateComplete;
  return register;
};
const csv = (...lines: string[]): File => new File([lines.join('\r\n')], 'danh-sach.csv');

/** Each ends with what is to be looked at. */
const states: Record<string, () => Promise<Register>> = {
  loading: async () => {
    const faults = createFaults();
    faults.next({ kind: 'silence' });
    return mountRegister(world, { faults });
  },
  forbidden: async () => {
    const register = mountRegister(world, { actor: null });
    await registerPhase(register, 'forbidden');
    return register;
  },
  error: async () => {
    const register = failing('server');
    await registerPhase(register, 'error');
    return register;
  },
  offline: async () => {
    const register = failing('offline');
    await registerPhase(register, 'offline');
    return register;
  },
  'an empty register': async () => openedRegister(world),
  'nobody who fits': async () => {
    await subjects();
    const register = await openedRegister(world);
    type(find<HTMLInputElement>(register, '[data-d=search]'), 'không có ai');
    return register;
  },
  'a list that is picked, with the keyboard in it': async () => {
    const register = await picked();
    press(gridOf(register), 'ArrowDown');
    return register;
  },
  'the question before registering': async () => asked(await picked(), 'Đăng ký'),
  'an act that waits': async () => {
    const register = await asked(await picked(), 'Đăng ký');
    find<HTMLButtonElement>(register, 'dialog [type=submit]').click();
    await until(() => register.shadowRoot!.querySelector('[data-act=waiting]'), 'the act');
    return register;
  },
  'an act that is stuck': async () => {
    const register = await asked(await picked(reviewer), 'Xác nhận');
    const { client } = register.desk!.session;
    Object.assign(client, { execute: () => Promise.reject(new HtsdError('offline')) });
    find<HTMLButtonElement>(register, 'dialog [type=submit]').click();
    (await until(() => register.shadowRoot!.querySelector<HTMLElement>('[data-do=now]'), 'the act')).click();
    await until(() => register.shadowRoot!.querySelector('[data-act=stuck]'), 'the trouble');
    return register;
  },
  'an act that is done, with one that could not be': async () => {
    const register = await asked(await picked({ ...author, roles: ['officer', 'reviewer'] }), 'Xác nhận');
    find<HTMLButtonElement>(register, 'dialog [type=submit]').click();
    (await until(() => register.shadowRoot!.querySelector<HTMLElement>('[data-do=now]'), 'the act')).click();
    await until(() => register.shadowRoot!.querySelector('[data-act=done] ul'), 'the end');
    return register;
  },
  'the proposal': async () => asked(await picked(), 'Lập danh sách đề nghị'),
  'one subject with its years and members': async () => {
    await subjects();
    const register = await openedRegister(world);
    find(register, '.line.row .name').click();
    await until(() => register.shadowRoot!.querySelector('dialog .years'), 'the years');
    await until(() => register.shadowRoot!.querySelector('[data-d=member]'), 'the members');
    return register;
  },
  'the import before a file is chosen': async () => asked(await openedRegister(world), 'Nhập từ tệp'),
  'an import with questions and faults': async () => {
    await subjects();
    const register = await asked(await openedRegister(world), 'Nhập từ tệp');
    await chooseFile(
      register,
      csv(
        'Họ và tên,Mô hình,Địa chỉ,Điểm',
        'Nhà ba,Gia đình,Xóm 3,80',
        ',Gia đình,Xóm 4,',
        'Nhà 😀,Gia đình,Xóm 5,',
      ),
    );
    return register;
  },
  'a file that cannot be read': async () => {
    const register = await asked(await openedRegister(world), 'Nhập từ tệp');
    await chooseFile(register, new File([''], 'trong.csv'));
    return register;
  },
};

describe('every state', () => {
  for (const [name, make] of Object.entries(states))
    it(`${name}: satisfies axe in light and dark, and fits 320 px`, async () => {
      await expectLooks(await make());
    });

  it('is on paper as wide as an upright sheet, dark on white, and says what was asked for', async () => {
    await subjects();
    const register = await openedRegister(world, { attributes: { theme: 'dark', model: 'family' } });
    await setViewport({ width: 640, height: 900 });
    await emulateMedia({ media: 'print' });
    const note = await until(() => register.shadowRoot!.querySelector('.print-note:not(:empty)'), 'paper');
    expect(note.textContent).to.equal('Năm 2026 · Gia đình. Danh sách có 3 đối tượng.');
    const lines = [...register.shadowRoot!.querySelectorAll<HTMLElement>('.line')];
    expect(lines.length).to.equal(4);
    for (const line of lines) {
      expect(line.scrollWidth, line.innerText).to.be.at.most(line.clientWidth);
      const cells = [...line.querySelectorAll<HTMLElement>('.cell:not(.pick)')];
      for (const cell of cells) expect(cell.scrollWidth, cell.innerText).to.be.at.most(cell.clientWidth);
    }
    const lefts = (line: HTMLElement): number[] =>
      [...line.querySelectorAll<HTMLElement>('.cell')]
        .filter(({ offsetWidth }) => offsetWidth > 0)
        .map((cell) => Math.round(cell.getBoundingClientRect().left));
    expect(lefts(lines[0]!)).to.deep.equal(lefts(lines[1]!));
    expect(lefts(lines[0]!).length).to.equal(6);
    expect(getComputedStyle(lines[1]!.querySelector('.name')!).color).to.equal('rgb(23, 35, 31)');
    expect(find(register, '[part=filters]').offsetHeight).to.equal(0);
  });

  it('is in English where the page is', async () => {
    await subjects();
    document.body.lang = 'en';
    const register = await openedRegister(world);
    await until(() => words(register).includes('Register of learning models'), 'English');
    await until(() => words(register).includes('Not registered'), 'English rows');
    const heads = (): string[] =>
      [...register.shadowRoot!.querySelectorAll('[role=columnheader]')].map((one) => one.textContent.trim());
    expect(heads()).to.deep.equal(['Select', 'Name', 'Place', 'Head', 'State', 'Points', 'Title']);
    expect(find(register, '[role=grid]').ariaLabel).to.equal('Register of learning models');
    document.body.removeAttribute('lang');
    await until(() => heads()[1] === 'Tên', 'Vietnamese heads again');
  });
});
