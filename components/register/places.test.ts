/** The list of places, imported by who administers the register. */
import { expect } from '@open-wc/testing';
import type { Actor } from '../../src/domain/actor.schema.js';
import { provinces } from '../../src/presets/provinces.js';
import { author, DeskWorld } from '../../test/support/desk-world.js';
import { until } from '../../test/support/mount-form.js';
import { openedRegister, type Register } from '../../test/support/mount-register.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

const admin: Actor = { id: 'quan-tri', name: 'Lê Thị Quản', roles: ['admin'], scope: ['*'] };
let world: DeskWorld;
beforeEach(async () => {
  world = new DeskWorld();
  const { localities, events } = provinces;
  await world.send(admin, 'locality.import', 'nation', 0, { localities, events });
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

/** Communes that do not exist; the second has no name. */
const list = [
  {
    Code: '25',
    Name: 'Phú Thọ',
    FullName: 'Tỉnh Phú Thọ',
    Wards: [
      { Code: '90001', Name: 'Sen Trắng', FullName: 'Xã Sen Trắng', ProvinceCode: '25' },
      { Code: '90002', Name: '', FullName: '', ProvinceCode: '25' },
    ],
  },
];

async function choose(register: Register, value: unknown, name = 'xa.json', ...more: File[]): Promise<void> {
  await until(() => register.shadowRoot!.querySelector('[data-d=places-file]'), 'the chooser');
  const input = find<HTMLInputElement>(register, '[data-d=places-file]');
  const files = new DataTransfer();
  for (const file of [new File([JSON.stringify(value)], name), ...more]) files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => register.shadowRoot!.querySelector('#places-preview'), 'the preview');
  await register.updateComplete;
}
const enter = (register: Register): HTMLButtonElement => find<HTMLButtonElement>(register, '[data-do=enter]');
const placesNow = async (): Promise<string[]> =>
  (await world.client(admin).queryAll('places.list', {})).flatMap(({ localities }) =>
    localities.filter(({ level }) => level === 'commune').map(({ fullName }) => fullName.vi),
  );

describe('the list of places', () => {
  it('is what an empty register tells an administrator to begin with, and nobody else', async () => {
    expect(words(await openedRegister(world, { actor: admin }))).to.contain(
      'Trước hết nhập danh mục địa bàn',
    );
    expect(words(await openedRegister(world))).not.to.contain('Trước hết');
  });

  it('is checked line by line, and imported once it is said what is left out', async () => {
    const register = await openedRegister(world, { actor: admin });
    button(register, 'Danh mục địa bàn').click();
    await choose(register, list);
    expect(find(register, '[data-now]').textContent).to.contain('34 tỉnh, thành phố');
    expect(find(register, '[data-remarks]').textContent).to.match(
      /xa\.json, dòng \d+: lỗi: Thiếu tên đơn vị/,
    );
    await expect(register).to.be.accessible();
    expect(enter(register).disabled).to.equal(true);
    find<HTMLInputElement>(register, '[data-d=places-leave-out]').click();
    await register.updateComplete;
    const source = find<HTMLInputElement>(register, '[data-d=places-source]');
    source.value = 'Danh mục của Cục Thống kê';
    source.dispatchEvent(new Event('input', { bubbles: true }));
    enter(register).click();
    await until(() => words(register).includes('Đã nhập danh mục địa bàn.'), 'what was done');
    expect(await placesNow()).to.deep.equal(['Xã Sen Trắng']);
    const [part] = (await world.client(admin).queryAll('places.list', {})).filter(({ id }) => id === '25');
    expect(part?.source?.name.vi).to.equal('Danh mục của Cục Thống kê (đã nhập, chưa đối chiếu văn bản)');

    button(register, 'Danh mục địa bàn').click();
    await choose(register, [{ ...list[0], Wards: list[0]!.Wards.slice(0, 1) }]);
    expect(words(register)).to.contain('không có gì mới để nhập');
    expect(enter(register).disabled).to.equal(true);
  });

  /** Rows from former communes of a province to those of the list. */
  const mapping = (
    province: string,
    old: string,
    wards: readonly { Code: string; FullName: string }[],
  ): File =>
    new File(
      [
        JSON.stringify(
          wards.map(({ Code, FullName }, at) => ({
            ...{ old_ward_code: `8${String(at).padStart(4, '0')}`, old_ward_name: `Xã Cũ ${at}` },
            ...{ old_district_name: 'Huyện Cũ', old_province_name: old },
            ...{ new_ward_code: Code, new_ward_name: FullName, new_province_name: province },
          })),
        ),
      ],
      'cu-moi.json',
    );

  it('takes a list and its rows from old to new together, and says how many communes are still missing', async () => {
    const register = await openedRegister(world, { actor: admin });
    button(register, 'Danh mục địa bàn').click();
    const sound = [{ ...list[0], Wards: list[0]!.Wards.slice(0, 1) }];
    await choose(register, sound, 'xa.json', mapping('Phú Thọ', 'Tỉnh Vĩnh Phúc', sound[0]!.Wards));
    const remarks = find(register, '[data-remarks]').textContent;
    expect(remarks).to.contain('Tỉnh Phú Thọ (25) mới có 1 trên 148 xã có dữ liệu cũ – mới');
    // What is found in all files together names none, and begins with no colon.
    const [alone] = [...register.shadowRoot!.querySelectorAll('[data-remarks] li')].slice(-1);
    expect(alone!.textContent.trim()).to.match(/^cần xem: Tỉnh Phú Thọ/);
    expect(remarks).to.contain('Tỉnh Phú Thọ (25) có 1 xã, phường, đặc khu; danh mục ghi 148.');
  });

  it('records what a province was before once all its communes are there', async () => {
    const register = await openedRegister(world, { actor: admin });
    button(register, 'Danh mục địa bàn').click();
    const wards = Array.from({ length: 40 }, (_none, at) => ({
      ...{ Code: `9${String(at).padStart(4, '0')}`, Name: `Sen ${at}`, FullName: `Xã Sen ${at}` },
      ProvinceCode: '46',
    }));
    const hue = [{ Code: '46', Name: 'Huế', FullName: 'Thành phố Huế', Wards: wards }];
    await choose(register, hue, 'xa.json', mapping('Huế', 'Tỉnh Thừa Thiên Huế', wards));
    enter(register).click();
    await until(() => words(register).includes('Đã nhập danh mục địa bàn'), 'what was done');
    const parts = await world.client(admin).queryAll('places.list', {});
    const nation = parts.find(({ id }) => id === 'nation')!;
    const former = nation.localities.find(({ fullName }) => fullName.vi === 'Tỉnh Thừa Thiên Huế');
    expect(former?.to).to.equal('2025-06-30');
    expect(
      nation.events
        .filter(({ before }) => before.includes(`${former!.code}@${former!.from}`))
        .map(({ after }) => after),
    ).to.deep.equal([['46@2025-07-01']]);
  });

  it('says why a file cannot be used, and leaves everything as it was', async () => {
    const register = await openedRegister(world, { actor: admin });
    button(register, 'Danh mục địa bàn').click();
    await choose(register, { hello: 'world' }, 'khac.json');
    expect(find(register, '[data-remarks]').textContent).to.contain('khac.json');
    expect(enter(register).disabled).to.equal(true);
    expect(await placesNow()).to.deep.equal([]);
  });

  it('can be stopped while it is imported, says what was written by then, and goes on with the same file', async () => {
    const register = await openedRegister(world, { actor: admin });
    button(register, 'Danh mục địa bàn').click();
    const sound = [{ ...list[0], Wards: list[0]!.Wards.slice(0, 1) }];
    await choose(register, sound);
    const { client } = register.desk!.session;
    const { backend } = client;
    const [own, behind] = [client.execute.bind(client), backend.execute.bind(backend)];
    const hangs = (_commands: unknown, { signal }: { signal?: AbortSignal } = {}): Promise<never> =>
      new Promise((_done, fail) =>
        signal?.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError'))),
      );
    Object.assign(client, { execute: hangs });
    Object.assign(backend, { execute: hangs });
    enter(register).click();
    (
      await until(() => register.shadowRoot!.querySelector<HTMLElement>('[data-do=stop]'), 'the way to stop')
    ).click();
    await until(() => words(register).includes('Đã dừng. 0 phần đã nhập vẫn được giữ'), 'what was written');
    expect(await placesNow()).to.deep.equal([]);
    Object.assign(client, { execute: own });
    Object.assign(backend, { execute: behind });
    await choose(register, sound);
    enter(register).click();
    await until(() => words(register).includes('Đã nhập danh mục địa bàn'), 'what was done');
    expect(await placesNow()).to.deep.equal(['Xã Sen Trắng']);
  });

  it('is offered to nobody who may not change it', async () => {
    const register = await openedRegister(world, { actor: author });
    expect(register.shadowRoot!.querySelector('[data-do=places]')).to.equal(null);
  });
});
