import { describe, expect, it } from 'vitest';
import type { EntrySecret } from '../../domain/fund/entry.schema.js';
import { linesOf, textOf } from '../test-helpers/paper-text.js';
import { sampleFund, settings } from '../test-helpers/sample-fund.js';
import { voucher, type VoucherInput } from './voucher.js';

const { fund, entries, pages } = sampleFund(4);
const secretOf = (no: number): EntrySecret => pages[0]!.secrets[no - 1]!;
const entryWhere = (fits: (entry: (typeof entries)[number]) => boolean) => entries.find(fits)!;

const gift = entryWhere(({ category, date }) => category === 'tai-tro' && date > '2026');
const paid = entryWhere(({ round }) => round === 'dot-2026');
const goods = entryWhere(({ account }) => account === 'kind');
const back = entryWhere(({ reverses }) => reverses !== undefined);
const move = entryWhere(({ kind }) => kind === 'move');

const made = (entry = gift, more: Partial<VoucherInput> = {}) =>
  voucher({ fund, entry, secret: secretOf(entry.no), settings, lang: 'vi', ...more });
const lines = (...args: Parameters<typeof made>) => linesOf(made(...args).body);

describe('a receipt voucher', () => {
  it('has the seven items that the Law on Accounting asks for', () => {
    const paper = made();
    // 1 name and number, 3 name and address of who issues it
    expect(paper.typeName).toBe('PHIẾU THU');
    expect(paper.slip?.beside[0]).toBe('Số: PT 002/2026');
    expect(paper.header).toMatchObject({
      parentOrganisation: 'HỘI KHUYẾN HỌC XÃ MẪU',
      organisation: 'QUỸ KHUYẾN HỌC XÃ MẪU',
    });
    expect(paper.slip?.address).toBe('Địa chỉ: Nhà văn hóa xã Mẫu, tỉnh Mẫu');
    // 2 date, 4 the other side, 5 what for, 6 amount in figures and words
    expect(lines()).toEqual([
      'Ngày 02 tháng 01 năm 2026',
      'Họ và tên người nộp: Lê Quốc Khánh',
      'Địa chỉ: Thôn 3, xã Mẫu',
      'Lý do nộp: Ủng hộ quỹ khuyến học',
      'Khoản mục: Tài trợ của cá nhân, tổ chức',
      'Số tiền: 1.050.000\u00a0đồng (tiền gửi ngân hàng)',
      'Viết bằng chữ: Một triệu không trăm năm mươi nghìn đồng.',
      'Kèm theo chứng từ gốc: …',
    ]);
    // 7 signatures
    expect(paper.closing.signatures.map(({ title, hint, name }) => [title, hint, name])).toEqual([
      ['Phụ trách quỹ', '(Ký, ghi rõ họ tên)', undefined],
      ['Thủ quỹ', '(Ký, ghi rõ họ tên)', undefined],
      ['Người lập', '(Ký, ghi rõ họ tên)', 'Trần Văn Thủ'],
      ['Người nộp', '(Ký, ghi rõ họ tên)', undefined],
    ]);
  });

  it('comes in two copies on one sheet, unless one is enough', () => {
    expect(made().slip?.copies).toEqual(['Liên 1: Lưu', 'Liên 2: Giao người nộp']);
    expect(made(paid).slip?.copies).toEqual(['Liên 1: Lưu', 'Liên 2: Giao người nhận']);
    expect(made(gift, { copies: false }).slip?.copies).toEqual([]);
  });

  it('says where it stands in the ledger', () => {
    expect(made().closing.recipients).toEqual({
      label: '',
      lines: [
        `Khoản số ${gift.no} của sổ quỹ, ghi ngày 02/01/2026, mã niêm phong ${gift.hash.slice(0, 16)}…`,
      ],
    });
  });

  it('leaves room to write what is not known or was erased, and takes settings as they are', () => {
    const paper = made(gift, { secret: { by: { id: 'a', name: '' } }, settings: {} });
    expect(linesOf(paper.body).slice(1, 5)).toEqual([
      'Họ và tên người nộp: …',
      'Địa chỉ: …',
      'Lý do nộp: Tài trợ của cá nhân, tổ chức',
      'Số tiền: 1.050.000\u00a0đồng (tiền gửi ngân hàng)',
    ]);
    expect(paper.slip?.address).toBe('Địa chỉ: Xã Mẫu');
    const { voucher: _own, ...unnumbered } = gift;
    expect(made(unnumbered).slip?.beside[0]).toBe('Số: ...............');
    const own = made(gift, {
      settings: { signatures: [{ title: 'Trưởng ban', name: 'Lê Thị Ánh' }], checked: true },
    });
    expect(own.closing.signatures).toEqual([
      { title: 'Trưởng ban', hint: '(Ký, ghi rõ họ tên)', name: 'Lê Thị Ánh' },
    ]);
    expect(own.slip?.beside).toHaveLength(1);
  });
});

describe('a payment voucher', () => {
  it('says how many got how much each, and has a line for the receipt of the money', () => {
    expect(made(paid).typeName).toBe('PHIẾU CHI');
    expect(lines(paid)).toEqual([
      'Ngày 19 tháng 5 năm 2026',
      'Họ và tên người nhận: …',
      'Địa chỉ: …',
      'Lý do chi: Chi khen thưởng học sinh giỏi theo danh sách',
      'Khoản mục: Khen thưởng học sinh',
      'Số lượng: 12 suất; đơn giá: 500.000\u00a0đồng',
      'Số tiền: 6.000.000\u00a0đồng (tiền mặt)',
      'Viết bằng chữ: Sáu triệu đồng.',
      'Kèm theo chứng từ gốc: …',
      'Đã nhận đủ số tiền (viết bằng chữ): …',
    ]);
    expect(lines({ ...paid, count: 7 })).toContain('Số lượng: 7 suất, theo danh sách ký nhận');
  });

  it('names whoever approved it', () => {
    const secret = { ...secretOf(paid.no), approvedBy: { id: 'b', name: 'Phạm Minh Đức' } };
    expect(made(paid, { secret }).closing.signatures[0]).toMatchObject({ name: 'Phạm Minh Đức' });
  });
});

describe('a voucher for goods', () => {
  it('lists quantity, unit price and amount, and calls the value an estimate', () => {
    const items = [{ name: 'Sách giáo khoa lớp 7', unit: 'bộ', quantity: 30, price: 150_000 }];
    const said = lines(goods, { items });
    expect(said).toContain('Tên hàng, nội dung|ĐVT|Số lượng|Đơn giá|Thành tiền');
    expect(said).toContain('Sách giáo khoa lớp 7|bộ|30|150.000|4.500.000');
    expect(said).toContain('Giá trị hiện vật (ước tính): 4.500.000\u00a0đồng');
  });
});

describe('a voucher that takes back', () => {
  it('says what it takes back and why', () => {
    const said = lines(back);
    expect(said[1]).toBe(`Điều chỉnh khoản số ${back.reverses}`);
    expect(said).toContain('Lý do điều chỉnh: Ghi nhầm 500.000 thành 5.000.000');
    expect(said).toContain('Số tiền điều chỉnh: 5.000.000\u00a0đồng (tiền mặt)');
  });

  it('leaves its mark on the voucher that it took back', () => {
    expect(made().notice).toBeUndefined();
    expect(made(gift, { secret: { ...secretOf(gift.no), reversedBy: 9 } }).notice).toEqual({
      title: 'ĐÃ ĐIỀU CHỈNH',
      text: 'Phiếu này không còn giá trị; xem khoản số 9.',
    });
  });
});

describe('a slip for a move between cash and bank', () => {
  it('says from where to where, and has nobody on the other side', () => {
    const paper = made(move);
    expect(paper.typeName).toBe('PHIẾU CHUYỂN QUỸ');
    expect(linesOf(paper.body).slice(1, 5)).toEqual([
      'Chuyển từ: Tiền gửi ngân hàng',
      'Đến: Tiền mặt',
      'Lý do chuyển: Chi thưởng',
      'Số tiền: 3.000.000\u00a0đồng',
    ]);
    expect(paper.closing.signatures.map(({ title }) => title)).toEqual([
      'Phụ trách quỹ',
      'Thủ quỹ',
      'Người lập',
    ]);
    expect(paper.slip?.copies).toEqual([]);
  });
});

describe('a voucher in English', () => {
  it('says the amount in English words', () => {
    const said = lines(gift, { lang: 'en' });
    expect(said).toContain('In words: One million fifty thousand dong.');
    expect(
      made(gift, { lang: 'en' }).body.map((one) => (one.kind === 'paragraph' ? textOf(one.content) : ''))[0],
    ).toBe('2 January 2026');
  });
});
