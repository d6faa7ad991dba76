import { expect } from '@open-wc/testing';
import { presets } from '../../src/presets/index.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { mountForm, type, until, type Mounted } from '../../test/support/mount-form.js';

/** Each of the four groups of citizens registers and gets the set of its own, with the evidence that it has at hand. */

let mounted: Mounted;
afterEach(() => mounted.unmount());

const words = (selector: string): string =>
  mounted.$(selector).textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** By group: its name on the screen, an indicator, and what people of that group can show for it. */
const groups = {
  farmers: [
    'nông dân, lao động ở nông thôn, tổ dân phố',
    'ke-hoach-hoc-tap',
    'Giấy xác nhận dự lớp khuyến nông, dạy nghề',
  ],
  workers: [
    'công nhân, thợ thủ công, lao động tự do',
    'ke-hoach-hoc-tap',
    'Chứng chỉ nâng bậc thợ, an toàn lao động',
  ],
  officials: [
    'cán bộ quản lý, công chức, viên chức, doanh nhân',
    'ke-hoach-hoc-tap',
    'Kế hoạch tự học được duyệt; Chứng chỉ bồi dưỡng trong năm',
  ],
  learners: [
    'người học (học sinh, sinh viên, học viên)',
    'ke-hoach-hoc-tap',
    'Thời gian biểu, kế hoạch học tập cá nhân',
  ],
} as const;

async function citizenSets(): Promise<CriteriaSet[]> {
  const all = await presets.list();
  const mine = all.filter(({ model }) => model === 'citizen');
  return (await Promise.all(mine.map(({ id, version }) => presets.get(id, version)))).flatMap(
    (set) => set ?? [],
  );
}

describe('htsd-assessment-form: the four groups of citizens', () => {
  for (const [group, [name, indicator, examples]] of Object.entries(groups)) {
    it(`gives ${group} their own wording, evidence and conditions`, async () => {
      mounted = mountForm({ sets: await citizenSets(), attributes: { model: 'citizen' } });
      await mounted.phase('register');
      await until(() => mounted.root.querySelector('#g-name'), 'the register step');
      expect(words('.sets legend')).to.equal('Nhóm đối tượng và bộ tiêu chí áp dụng');
      const choices = [...mounted.root.querySelectorAll<HTMLLabelElement>('.set')];
      expect(choices).to.have.length(4);
      const mine = choices.filter((choice) => choice.textContent?.includes(`Công dân học tập - ${name}`));
      expect(mine, name).to.have.length(1);
      mine[0]!.click();
      type(mounted.$('#g-name'), 'Nguyễn Thị Bưởi');
      type(mounted.$('#g-place'), 'xã Sen Hồ');
      mounted.$('input[data-consent=assessment]').click();
      mounted.$('form.register button[type=submit]').click();
      await mounted.phase('editing');

      expect(mounted.state().subject).to.include({ model: 'citizen', subjectGroup: group });
      expect(mounted.state().set?.subjectGroup).to.equal(group);
      expect(words('.top')).to.contain(`Công dân học tập - ${name}`);
      expect(words('#provenance')).to.contain('Chưa đủ nguyên văn');
      expect(mounted.root.querySelectorAll('.criterion')).to.have.length(10);

      mounted.$(`#c-${indicator} [data-fold]`).click();
      await until(() => mounted.root.querySelector('.extras-body'), 'the fold');
      expect(words(`#c-${indicator} .extras-body`)).to.contain(`Ví dụ: ${examples}.`);

      // Title from 80 points on, with no indicator below 5.
      const fields = [...mounted.root.querySelectorAll<HTMLInputElement>('[data-f=points]')];
      for (const field of fields) type(field, '9');
      type(fields[0]!, '4,5');
      await mounted.drawn();
      expect(words('.score')).to.equal('85,5 / 100 điểm');
      expect(words('.outcome')).to.equal('Kết quả: Chưa đạt');
      expect(words('.reasons')).to.contain('Có 1 mục dưới điểm tối thiểu: 1.');
      type(fields[0]!, '5');
      await mounted.drawn();
      expect(words('.outcome')).to.contain('Đạt danh hiệu Công dân học tập');
      for (const field of fields.slice(5)) type(field, '7');
      await mounted.drawn();
      expect(words('.score')).to.equal('76 / 100 điểm');
      expect(words('.outcome')).to.equal('Kết quả: Chưa đạt');
    });
  }
});
