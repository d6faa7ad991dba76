import { expect } from '@open-wc/testing';
import { author, deskSet, DeskWorld, reviewer } from '../../test/support/desk-world.js';
import { mountForm, until } from '../../test/support/mount-form.js';

describe('a returned assessment', () => {
  it("shows the reviewer's remarks and marks at the criteria, unfolded, and no others", async () => {
    const world = new DeskWorld();
    await world.submitted('mot', 'in-review');
    await world.send(reviewer, 'assessment.mark', 'a-mot', 4, {
      marks: { muc: { answer: { option: 'thieu' }, reason: 'Thiếu sổ' } },
    });
    await world.send(reviewer, 'assessment.return', 'a-mot', 5, {
      reason: 'Bổ sung',
      comments: [{ id: 'k1', criterion: 'diem', text: 'Thiếu kế hoạch' }],
    });
    const attributes = { model: 'family', cycle: '2026' };
    const mounted = mountForm({ sets: [deskSet], store: world.store, actor: author, attributes });
    await mounted.phase('editing');
    const remarks = (): string[] =>
      [...mounted.root.querySelectorAll('.remarks')].map(
        (each) =>
          `${each.closest('.criterion')?.id ?? ''}: ${each.textContent?.replace(/\s+/g, ' ').trim() ?? ''}`,
      );
    await until(() => remarks().length === 2, 'the remarks');
    expect(remarks()).to.deep.equal([
      'c-diem: Người thẩm định: Thiếu kế hoạch',
      'c-muc: Người thẩm định đánh giá: Còn thiếu. Lý do: Thiếu sổ',
    ]);
    await expect(mounted.form).to.be.accessible();
    await mounted.unmount();
    await world.end();
  });
});
