import { holdsWords, plainWords } from './words.js';
import type { ColumnRole } from './import.types.js';

/** Titles in plain words, the more telling ones first: "số phiếu thu" is a number before it is a receipt. */
const rules: readonly (readonly [ColumnRole, RegExp])[] = [
  ['ignored', /^(s?tt|so tt|so thu tu|no|order|ngay sinh|don vi tinh|dvt|so tai khoan)$/],
  ['balance', /\b(ton|so du|con lai|luy ke|balance)\b|^du /],
  ['papers', /kem theo|chung tu goc/],
  ['voucher', /\b(phieu|chung tu|so hieu|ct)\b.* thu chi$/],
  ['voucher-date', /^ngay\b.*\b(chung tu|phieu|ct)\b|\b(chung tu|phieu|ct)\b.* ngay( thang)?$/],
  ['receipt-voucher', /\b(phieu|chung tu|so hieu|ct)\b( \w+)* thu$|\bphieu thu\b/],
  ['payment-voucher', /\b(phieu|chung tu|so hieu|ct)\b( \w+)* chi$|\bphieu chi\b/],
  [
    'voucher',
    /\b(so|ma|ky hieu) (phieu|chung tu|hieu|ct)\b|\b(phieu|chung tu|ct) so\b|^(so )?(phieu|chung tu)$|voucher/,
  ],
  ['date', /^(ngay|thoi gian|date)\b/],
  ['purpose', /noi dung|dien giai|ly do|muc dich|mo ta|trich yeu|description|purpose/],
  ['kind', /^(loai|thu chi|loai (phieu|giao dich|thu chi|nghiep vu)|type|kind)$/],
  ['category', /\b(khoan muc|danh muc|hang muc|muc|muc (thu|chi)|nguon|nhom)\b|^(loai|khoan)\b|category/],
  ['phone', /dien thoai|\bsdt\b|^dt$|phone/],
  ['address', /dia chi|address/],
  ['account', /tai khoan|hinh thuc|phuong thuc|noi giu|account|method/],
  ['note', /ghi chu|note|remark/],
  ['party', /\bnguoi\b|\bho (va )?ten\b|don vi|doi tuong|nha tai tro|^ten\b|party|donor|payer|payee/],
  ['receipt', /\bthu\b|phat sinh no|receipts?|income/],
  ['payment', /\bchi\b|phat sinh co|payments?|expenses?/],
  ['amount', /so tien|thanh tien|gia tri|^tien\b|amount|value/],
];

/** Roles that several columns may share: what they hold is put together. */
const shared: ReadonlySet<ColumnRole> = new Set(['party', 'purpose', 'note', 'papers', 'ignored']);

/** What columns mean by their titles. Of two columns for one thing the first one counts. */
export function rolesOf(titles: readonly string[]): (ColumnRole | undefined)[] {
  const taken = new Set<ColumnRole>();
  return titles.map((title) => {
    const words = plainWords(title).replace(/ (d|dong|vnd)$/, '');
    const role = rules.find(([, pattern]) => pattern.test(words))?.[0];
    if (role === undefined || (taken.has(role) && !shared.has(role))) return undefined;
    taken.add(role);
    return role;
  });
}

/** Đồng that 1 stands for, as headings say it: "ĐVT: 1.000 đồng", "Số tiền (triệu đồng)". */
export function unitOf(headings: readonly string[]): number {
  const words = headings.map(plainWords);
  const says = (...units: string[]): boolean =>
    units.some((unit) =>
      words.some((one) => ['dong', 'd', 'vnd'].some((end) => holdsWords(one, `${unit} ${end}`))),
    );
  if (says('trieu')) return 1_000_000;
  return says('nghin', 'ngan', '1 000', '1000') ? 1000 : 1;
}
