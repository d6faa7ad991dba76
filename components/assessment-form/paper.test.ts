import { expect } from '@open-wc/testing';
import { strFromU8, unzipSync } from 'fflate';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';
import { paperOf } from '../../test/support/printed-paper.js';

/** What is typed into the paper dialog stands on the paper, printed and as DOCX; and the paper can be an empty form. */

let mounted: Mounted;
afterEach(() => mounted.unmount());

/** Every field of the dialog with a word that stands nowhere else. */
const typed: Record<string, string> = {
  parentOrganisation: 'Sở Cam Vàng',
  organisation: 'Trường Hoa Gạo',
  number: '417',
  symbol: 'BC-THG',
  place: 'Bãi Quýt',
  authority: 'KT. Hiệu trưởng Hoa Gạo',
  signerTitle: 'Phó hiệu trưởng Mơ',
  name: 'Lê Thị Sim',
  'further-title-1': 'Kế toán Khế',
  'further-name-1': 'Vũ Văn Trám',
  'further-title-2': '',
  'further-name-2': 'Đỗ Văn Ổi',
  addressees: 'Phòng Bưởi\nPhòng Chanh',
  recipients: 'Như trên\nLưu: Kho Na',
};

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').normalize('NFC');

async function openDialog(): Promise<HTMLFormElement> {
  const open = await until(
    () => mounted.root.querySelector<HTMLButtonElement>('[data-action=paper]'),
    'the button of the paper',
  );
  open.click();
  return until(() => mounted.root.querySelector<HTMLFormElement>('dialog[open] form.paper'), 'the dialog');
}

async function fillDialog(fields: Record<string, string>): Promise<HTMLFormElement> {
  const dialog = await openDialog();
  for (const [name, value] of Object.entries(fields)) {
    const control = dialog.elements.namedItem(name);
    if (!(control instanceof HTMLInputElement) && !(control instanceof HTMLTextAreaElement))
      throw new Error(`The dialog has no "${name}"`);
    type(control, value);
  }
  return dialog;
}

/** The body of the paper as it would be printed. */
const print = async (dialog: HTMLFormElement): Promise<HTMLElement> =>
  (await paperOf(() => dialog.querySelector<HTMLButtonElement>('[value=print]')!.click())).body;

/** The text of the DOCX that is handed over to be saved. */
async function docx(dialog: HTMLFormElement): Promise<string> {
  let saved: Blob | undefined;
  const before = Object.getOwnPropertyDescriptor(URL, 'createObjectURL')!;
  const keep = (blob: Blob): string => {
    saved = blob;
    return 'about:blank';
  };
  Object.defineProperty(URL, 'createObjectURL', { ...before, value: keep });
  // The browser under test has nowhere to save it.
  HTMLAnchorElement.prototype.click = () => undefined;
  try {
    dialog.querySelector<HTMLButtonElement>('[value=docx]')!.click();
    const blob = await until(() => saved, 'the file');
    const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const xml = strFromU8(parts['word/document.xml']!);
    return words(new DOMParser().parseFromString(xml, 'application/xml').documentElement);
  } finally {
    Object.defineProperty(URL, 'createObjectURL', before);
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
}

/** Signatures from left to right: who, and the name. */
const signers = (paper: Element): string[] =>
  [...paper.querySelectorAll('.signatures > *')].map((one) => words(one).trim());

async function answerOne(): Promise<void> {
  const points = await until(
    () => mounted.root.querySelector<HTMLInputElement>('#c-c1 [data-f=points]'),
    'a field for points',
  );
  type(points, '7,25');
  await until(() => mounted.state().result?.total === 7.25, 'the total');
}

it('is dated by the calendar in Viet Nam and the clock that the page goes by', async () => {
  mounted = mountForm({ sets: [tenItems()] });
  await mounted.phase('register');
  await register(mounted);
  Object.assign(mounted.client, { now: () => new Date('2026-12-31T17:01:00.000Z') });
  const date = (await openDialog()).elements.namedItem('date') as HTMLInputElement;
  expect(date.value).to.equal('2027-01-01');
});

describe('what is typed into the paper dialog', () => {
  it('stands on the printed paper and in the DOCX, and every field is one of these', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    await answerOne();
    const dialog = await fillDialog(typed);
    type(dialog.elements.namedItem('date') as HTMLInputElement, '2026-03-09');
    const known = new Set([...Object.keys(typed), 'kind', 'date']);
    const unknown = [...dialog.querySelectorAll<HTMLInputElement>('input, textarea, select')]
      .map(({ name }) => name)
      .filter((name) => !known.has(name));
    expect(unknown).to.deep.equal([]);

    const paper = await print(dialog);
    const expected = [
      ...Object.values(typed).flatMap((value) => value.split('\n')),
      'ngày 09 tháng 3 năm 2026',
      'Người cùng ký',
      '7,25',
    ];
    const missing = (said: string): string[] =>
      expected.filter((value) => !said.toLowerCase().includes(value.toLowerCase()));
    expect(missing(words(paper))).to.deep.equal([]);
    expect(signers(paper)).to.have.length(3);
    expect(signers(paper)[0]).to.contain('KẾ TOÁN KHẾ').and.contain('Vũ Văn Trám');
    expect(signers(paper)[1]).to.contain('NGƯỜI CÙNG KÝ').and.contain('Đỗ Văn Ổi');
    expect(signers(paper)[2]).to.contain('PHÓ HIỆU TRƯỞNG MƠ').and.contain('Lê Thị Sim');

    expect(missing(await docx(await fillDialog({ ...typed, date: '2026-03-09' })))).to.deep.equal([]);
  });

  it('has one signature where nobody else is named', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    const paper = await print(await fillDialog({ signerTitle: 'Hiệu trưởng', name: 'Lê Thị Sim' }));
    expect(signers(paper)).to.have.length(1);
    expect(signers(paper)[0]).to.contain('HIỆU TRƯỞNG').and.contain('Lê Thị Sim');
  });
});

describe('the empty form', () => {
  const blank = async (fields: Record<string, string> = {}): Promise<HTMLElement> => {
    const dialog = await fillDialog(fields);
    dialog.querySelector<HTMLInputElement>('[name=kind][value=blank]')!.click();
    return print(dialog);
  };

  it('has no answer on it, though there is one, and is signed by whoever fills it in', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    await answerOne();
    const paper = await blank();
    expect(words(paper)).to.contain('PHIẾU TỰ ĐÁNH GIÁ').and.contain('Tiêu chí');
    expect(words(paper)).not.to.contain('7,25');
    expect(words(paper)).not.to.contain('BÁO CÁO');
    expect(signers(paper).map((one) => one.replace(/\(.*/, ''))).to.deep.equal([
      'NGƯỜI LẬP PHIẾU',
      'THỦ TRƯỞNG ĐƠN VỊ',
    ]);

    const further = await blank({ 'further-title-1': 'Kế toán' });
    expect(signers(further).map((one) => one.replace(/\(.*/, ''))).to.deep.equal([
      'KẾ TOÁN',
      'THỦ TRƯỞNG ĐƠN VỊ',
    ]);
  });

  it('of a family has a line for a child from the age of 7; its report has none', async () => {
    const set = { ...tenItems(), model: 'family' as const, facts: [] };
    mounted = mountForm({ sets: [set], attributes: { model: 'family', place: 'xã Sen Hồ' } });
    const name = await until(() => mounted.root.querySelector<HTMLInputElement>('#g-name'), 'the first step');
    type(name, 'Nguyễn Thị Bưởi');
    mounted.$('input[type=checkbox][data-consent=assessment]').click();
    mounted.$('form.register button[type=submit]').click();
    await mounted.phase('editing');
    const paper = await blank();
    expect(signers(paper)).to.have.length(2);
    expect(signers(paper)[0]).to.contain('TRẺ EM TỪ ĐỦ 7 TUỔI').and.contain('Ký');
    expect(signers(await print(await openDialog()))).to.have.length(1);
  });
});
