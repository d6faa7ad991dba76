/** A report handed over: printed in the official layout, as DOCX, as tables. */
import { expect } from '@open-wc/testing';
import { catchSaved, loseFiles } from '../../test/support/catch-files.js';
import { expectLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import {
  clean,
  find,
  press,
  shown,
  useCleanPage,
  type ReportElement,
} from '../../test/support/mount-report.js';
import { paperOf } from '../../test/support/printed-paper.js';
import { sampleReport } from '../../test/support/sample-report.js';

useCleanPage();

const opened = async (): Promise<ReportElement> => {
  const report = await shown(sampleReport);
  find(report, '[data-do=papers]')!.focus();
  press(report, 'papers');
  await until(() => find(report, '#dialog-title'), 'the dialog');
  await report.updateComplete;
  return report;
};

const type = (report: ReportElement, name: string, value: string): void => {
  const field = find<HTMLInputElement>(report, `[data-d=paper-${name}]`)!;
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

describe('papers of a report', () => {
  it('prints it with what was typed for its head, marked as a sample', async () => {
    const report = await opened();
    await expectLooks(report);
    type(report, 'organisation', 'Hội Khuyến học tỉnh Phú Thọ');
    type(report, 'number', '12');
    type(report, 'date', '31/12/2025');
    const paper = await paperOf(() => press(report, 'print'));
    const said = clean(paper.body.textContent);
    for (const words of [
      'HỘI KHUYẾN HỌC TỈNH PHÚ THỌ',
      '12/',
      'ngày 31 tháng 12 năm 2025',
      '150.000',
      'Xã Tam Đảo',
    ])
      expect(said.toLowerCase()).to.contain(words.toLowerCase());
    expect(said.toLowerCase()).to.contain('mẫu, chưa đối chiếu văn bản');
  });

  it('keeps what was typed until the page is left, and points at a date that is none', async () => {
    const report = await opened();
    type(report, 'place', 'Việt Trì');
    type(report, 'date', '31/02/2025');
    press(report, 'docx');
    await until(() => report.shadowRoot!.activeElement?.id === 'd-paper-date', 'the date with the focus');
    expect(clean(find(report, '#f-paper-date')!.textContent)).to.equal('Ngày chưa đúng; ví dụ 31/12/2025.');
    press(report, 'close');
    await until(() => !find<HTMLDialogElement>(report, 'dialog')!.open, 'closed');
    expect((report.shadowRoot!.activeElement as HTMLElement).dataset['do']).to.equal('papers');
    press(report, 'papers');
    await until(
      () => find<HTMLInputElement>(report, '[data-d=paper-place]')?.value === 'Việt Trì',
      'what was typed',
    );
  });

  it('saves it as DOCX, as XLSX and as CSV', async () => {
    const report = await opened();
    const saved = catchSaved();
    for (const as of ['docx', 'xlsx', 'csv']) {
      press(report, as);
      await until(() => saved.at(-1)?.name.endsWith(`.${as}`), as);
      await until(() => !find<HTMLButtonElement>(report, `[data-do=${as}]`)!.disabled, 'the next one');
    }
    const names = saved.map(({ name }) => name);
    expect(names).to.deep.equal(
      ['docx', 'xlsx', 'csv'].map((as) => `bao-cao-thong-ke-2025-tinh-phu-tho.${as}`),
    );
    const csv = await (await saved[2]!.blob).text();
    expect(csv).to.contain('Gia đình học tập,Đạt,gia đình,150000,138600,11400');
    const [docx, xlsx] = await Promise.all([saved[0]!.blob, saved[1]!.blob]);
    for (const file of [docx, xlsx]) expect(await file.slice(0, 2).text()).to.equal('PK');
  });

  it('promises to send nothing where a part of it could not be fetched', async () => {
    const report = await opened();
    loseFiles();
    press(report, 'csv');
    await until(() => find(report, '[role=alert]'), 'why it is not there');
    expect(clean(find(report, '[role=alert]')!.textContent)).to.equal(
      'Chưa có kết nối mạng nên chưa tải được.',
    );
  });
});
