/** Whether the body in whose name titles are granted may do so: said before, and the same afterwards. */
import { expect } from '@open-wc/testing';
import type { Registry } from '../../src/domain/registry.schema.js';
import { DeskWorld, signer } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  mountRecognition,
  type RecognitionDeskElement as Desk,
  type RecognitionMount,
} from '../../test/support/mount-recognition.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

const registry: Registry = {
  format: 1,
  status: 'operator',
  updated: '2026-11-01',
  bodies: [
    {
      ids: ['ubnd'],
      name: { vi: 'UBND xã Mẫu' },
      places: [{ name: 'Xã Mẫu' }],
      models: ['family'],
      from: '2025-07-01',
    },
    {
      ids: ['hkh'],
      name: { vi: 'Hội Khuyến học xã Mẫu' },
      places: [{ name: 'Xã Mẫu' }],
      models: ['clan'],
      from: '2025-07-01',
    },
  ],
};

let world: DeskWorld;
beforeEach(async () => {
  world = new DeskWorld();
  await world.submitted('mot', 'verified');
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

/** A desk on which all are chosen. */
async function mount(given?: Registry, options: RecognitionMount = {}): Promise<Desk> {
  const desk = await mountRecognition(world, { ...options, properties: { registry: given } });
  find<HTMLInputElement>(desk, '#all').click();
  type(find<HTMLInputElement>(desk, '[data-d=number]'), '05/QĐ');
  await desk.updateComplete;
  return desk;
}
const issuer = (desk: Desk, name: string) => type(find<HTMLInputElement>(desk, '[data-d=issuer]'), name);
const grantedBy = async () =>
  (await world.client(signer).query('recognitions.list', {})).items.map(({ decision }) => decision.issuer);

describe('the issuing body', () => {
  it('is not looked up where the page has no registry, which is said', async () => {
    expect(words(await mount())).to.contain('Trang này không có danh mục cơ quan có thẩm quyền');
  });

  it('that may grant all that are chosen is said to be in the registry', async () => {
    world.registry = registry;
    const desk = await mount(registry);
    await until(() => words(desk).includes('UBND xã Mẫu có thẩm quyền công nhận tất cả'), 'the answer');
    await expect(desk).to.be.accessible();
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#granted'), 'the decision');
    expect(await grantedBy()).to.deep.equal([{ id: 'ubnd', name: 'UBND xã Mẫu' }]);
  });

  it('that may not is warned of before, and refused with the same sentence of the same registry after', async () => {
    world.registry = registry;
    const desk = await mount(registry);
    issuer(desk, 'Trường THCS Mẫu');
    const warning = await until(() => desk.shadowRoot!.querySelector('#incompetent'), 'the warning');
    expect(warning.textContent?.replace(/\s+/g, ' '))
      .to.contain('Theo danh mục, Trường THCS Mẫu không có thẩm quyền công nhận 1 trong 1 bản đã chọn')
      .and.to.contain('Trường THCS Mẫu không có trong danh mục');
    await expect(desk).to.be.accessible();
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#trouble'), 'the refusal');
    expect(find(desk, '#trouble').textContent).to.contain('không có thẩm quyền đối với danh hiệu này');
    expect(find(desk, '[data-row="a-mot"] .error').textContent).to.contain('không có thẩm quyền');
    expect(await grantedBy()).to.deep.equal([]);

    // A body of the registry by its name: it goes by the id that it has there, and fails for its model.
    issuer(desk, 'Hội Khuyến học xã Mẫu');
    await until(
      () => find(desk, '.row').textContent?.includes('không có thẩm quyền công nhận danh hiệu này'),
      'why',
    );
    expect(find(desk, '#incompetent').textContent).not.to.contain('không có trong danh mục');
    type(find<HTMLInputElement>(desk, '[data-d=date]'), '2025-06-30');
    await until(() => find(desk, '#incompetent').textContent?.includes('vào ngày ký'), 'the day');
    issuer(desk, 'UBND xã Mẫu');
    type(find<HTMLInputElement>(desk, '[data-d=date]'), '2025-07-01');
    await until(() => words(desk).includes('có thẩm quyền công nhận tất cả'), 'the answer');
  });

  it('is warned of at the title whose place it is not competent for', async () => {
    const family = await world.read('subject', 'mot');
    await world.copies('mot', 1);
    const moved = { ...family, id: 'mot-0000', place: { name: 'Xã Khác' } };
    await world.plant({ type: 'subject', value: moved });
    const desk = await mount(registry);
    const said = (id: string) => find(desk, `[data-row="${id}"]`).textContent ?? '';
    await until(() => said('a-mot-0000').includes('không có thẩm quyền ở Xã Khác'), 'the warning');
    expect(said('a-mot')).not.to.contain('không có thẩm quyền');
    expect(find(desk, '#incompetent').textContent).to.contain('1 trong 2 bản');
    // The back end keeps none: here it is a warning and no more.
    button(desk, 'Công nhận 2 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#granted'), 'the decision');
  });

  it('in a sample of a registry is told to be in one', async () => {
    const desk = await mount({ ...registry, status: 'sample' });
    await until(() => words(desk).includes('Danh mục cơ quan có thẩm quyền ở đây chỉ là mẫu.'), 'the sample');
  });

  it('is not looked up where the registry cannot be read, which is said, and the work goes on', async () => {
    const heard: string[] = [];
    document.body.addEventListener('htsd-error', ({ type: name }) => heard.push(name), { once: true });
    const desk = await mount(undefined, { attributes: { 'registry-src': '/khong-co/danh-muc.json' } });
    await until(() => words(desk).includes('Chưa đọc được danh mục'), 'the failure');
    expect(heard).to.deep.equal(['htsd-error']);
    await expect(desk).to.be.accessible();
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#granted'), 'the decision');
  });
});
