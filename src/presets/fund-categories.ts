import type { Category, Regime } from '../domain/fund/fund.schema.js';
import type { LocalText } from '../domain/text.schema.js';

/** What a new fund of a regime begins with. A fund keeps its own copy, which its treasurer may add to. */
export interface FundPreset {
  regime: Regime;
  /** Whose books it was taken from; no official list of categories was found. */
  source: LocalText;
  categories: Category[];
  /** Last day of the year for publishing what was received and used in the year before, `03-31`. */
  publishBy?: string;
}

const receipts: Category[] = [
  receipt('hoi-phi', 'Đóng góp của hội viên', 'Member dues'),
  receipt('van-dong', 'Vận động hộ gia đình, thôn xóm', 'Collection from households and hamlets'),
  receipt(
    'tai-tro',
    'Tài trợ của cá nhân, tổ chức, doanh nghiệp',
    'Donations of people, organisations, enterprises',
  ),
  receipt('dong-ho-thon', 'Quỹ của dòng họ, thôn xóm nộp vào', 'Paid in by funds of clans and hamlets'),
  { ...receipt('nhan-chuyen', 'Nhận chuyển từ quỹ khác', 'Received from another fund'), transfer: true },
  { ...receipt('lai-tien-gui', 'Lãi tiền gửi', 'Bank interest'), gift: false },
  receipt('hien-vat', 'Hiện vật (sách vở, xe đạp, máy tính…)', 'Goods (books, bicycles, computers…)'),
  receipt('thu-khac', 'Thu khác', 'Other receipts'),
];

const payments: Category[] = [
  { ...payment('hoc-bong', 'Học bổng', 'Scholarships', 'hoc-tap'), private: true },
  {
    ...payment('khen-thuong', 'Khen thưởng học sinh, sinh viên', 'Awards to pupils and students', 'hoc-tap'),
    private: true,
  },
  { ...payment('giao-vien', 'Khen thưởng giáo viên', 'Awards to teachers', 'hoc-tap'), private: true },
  {
    ...payment('nguoi-lon', 'Hỗ trợ người lớn học tập', 'Support for adult learners', 'hoc-tap'),
    private: true,
  },
  payment('xay-dung-mo-hinh', 'Xây dựng mô hình học tập', 'Building learning models', 'phong-trao'),
  payment('hoi-hop', 'Hội họp, lễ trao thưởng', 'Meetings and award ceremonies', 'phong-trao'),
  { ...payment('tham-hoi', 'Thăm hỏi', 'Visits', 'phong-trao'), private: true },
  {
    ...payment(
      'quan-ly',
      'Chi quản lý, in ấn, văn phòng phẩm',
      'Administration, printing, stationery',
      'quan-ly',
    ),
    admin: true,
  },
  { ...payment('chuyen-quy', 'Chuyển cho quỹ khác', 'Paid to another fund'), transfer: true },
  { ...payment('trao-hien-vat', 'Trao hiện vật', 'Goods handed out', 'hoc-tap'), private: true },
  payment('chi-khac', 'Chi khác', 'Other payments'),
];

/**
 * Receipts and payments that commune funds write down in practice. Who runs a licensed fund has further duties, which
 * the decree names; its list of categories is not official either.
 */
export const fundPresets: Readonly<Record<Regime, FundPreset>> = {
  licensed: {
    regime: 'licensed',
    source: {
      vi: 'Các khoản thu, chi thường gặp; quỹ xã hội theo Nghị định 03/2026/NĐ-CP, sổ kế toán theo Thông tư 41/2022/TT-BTC. Danh mục là mẫu, chưa đối chiếu văn bản',
      en: 'Usual receipts and payments; social funds under Decree 03/2026/NĐ-CP, books under Circular 41/2022/TT-BTC. The list is a sample, not checked against the official text',
    },
    categories: [...receipts, ...payments],
    publishBy: '03-31',
  },
  internal: {
    regime: 'internal',
    source: {
      vi: 'Các khoản thu, chi thường gặp của quỹ trong hội, dòng họ, thôn xóm, trường học; vận động đóng góp theo Thông tư 41/2022/TT-BTC. Danh mục là mẫu, chưa đối chiếu văn bản',
      en: 'Usual receipts and payments of funds within associations, clans, hamlets, schools; voluntary contributions under Circular 41/2022/TT-BTC. The list is a sample, not checked against the official text',
    },
    categories: [...receipts, ...payments],
  },
};

function receipt(id: string, vi: string, en: string): Category {
  return { id, kind: 'receipt', label: { vi, en } };
}

function payment(id: string, vi: string, en: string, group?: string): Category {
  return { id, kind: 'payment', label: { vi, en }, ...(group !== undefined && { group }) };
}
