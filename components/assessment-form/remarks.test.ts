import { expect } from '@open-wc/testing';
import { author, deskSet, DeskWorld, reviewer } from '../../test/support/desk-world.js';
import { mountForm, type, until, type Mounted } from '../../test/support/mount-form.js';

let world: DeskWorld;
let mounted: Mounted;
beforeEach(async () => {
  world = new DeskWorld();
  await world.submitted('mot', 'in-review');
  await world.send(reviewer, 'assessment.mark', 'a-mot', 4, {
    marks: { muc: { answer: { option: 'thieu' }, reason: 'Thiếu sổ' } },
  });
  await world.send(reviewer, 'assessment.return', 'a-mot', 5, {
    reason: 'Bổ sung',
    comments: [{ id: 'k1', criterion: 'diem', text: 'Thiếu kế hoạch' }],
  });
});
afterEach(async () => {
  await mounted.unmount();
  await world.end();
});

async function mount(): Promise<void> {
  const attributes = { model: 'family', cycle: '2026' };
  mounted = mountForm({ sets: [deskSet], store: world.store, actor: author, attributes });
  await mounted.phase('editing');
}
const said = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const remarks = (): string[] =>
  [...mounted.root.querySelectorAll('.remarks')].map(
    (each) => `${each.closest('.criterion')?.id ?? ''}: ${said(each)}`,
  );
const returned = (): string => said(mounted.root.querySelector('[part=returned]'));

describe('a returned assessment', () => {
  it("shows the reviewer's remarks and marks at the criteria, unfolded, and no others", async () => {
    await mount();
    await until(() => remarks().length === 2, 'the remarks');
    expect(remarks()).to.deep.equal([
      'c-diem: Người thẩm định: Thiếu kế hoạch',
      'c-muc: Người thẩm định đánh giá: Còn thiếu. Lý do: Thiếu sổ',
    ]);
    expect(returned())
      .to.contain('Bổ sung 1 Chấm điểm: Thiếu kế hoạch')
      .and.to.contain('Người thẩm định đánh giá khác ở: 2 Chọn mức');
    await expect(mounted.form).to.be.accessible();
  });

  it('shows what was changed since, as it is changed, with what had been answered', async () => {
    await mount();
    await until(() => returned().includes('Từ lúc trả lại chưa sửa tiêu chí nào.'), 'the notice');
    type(mounted.$<HTMLInputElement>('#c-diem [data-f=points]'), '7');
    await until(() => returned().includes('Từ lúc trả lại đã sửa 1 tiêu chí: 1 Chấm điểm'), 'the change');
    await mounted.drawn();
    expect(remarks()[0]).to.equal(
      'c-diem: Người thẩm định: Thiếu kế hoạch Lúc trả lại: 9 · Ghi chú: Có kế hoạch · Minh chứng: Kế hoạch học tập',
    );
    await expect(mounted.form).to.be.accessible();
    type(mounted.$<HTMLInputElement>('#c-diem [data-f=points]'), '9');
    await until(() => returned().includes('chưa sửa tiêu chí nào'), 'the change to be taken back');
  });

  it('that is returned again shows the remarks of that time only', async () => {
    await world.send(author, 'assessment.submit', 'a-mot', 6, {});
    await world.send(reviewer, 'assessment.review', 'a-mot', 7, {});
    await world.send(reviewer, 'assessment.return', 'a-mot', 8, {
      reason: 'Lần nữa',
      comments: [{ id: 'k2', criterion: 'ty-le', text: 'Ghi rõ' }],
    });
    await mount();
    await until(() => returned().includes('3 Tỷ lệ: Ghi rõ'), 'the notice');
    expect(returned()).not.to.contain('Thiếu kế hoạch');
  });
});
