import type { Dictionary } from '../translate.js';

/** A fund and those below it, added up. */
export const fundRollUpVi = {
  'roll-up.title': 'Cộng các quỹ',
  'roll-up.of': '{name} và các quỹ trực thuộc',
  'roll-up.of.below': 'Các quỹ trực thuộc',
  'roll-up.lead':
    'Tiền chuyển từ quỹ này sang quỹ khác trong bảng chỉ đổi chỗ, nên không tính vào thu từ ngoài, chi ra ngoài.',
  'roll-up.year': 'Năm',
  'roll-up.reading': 'Đang đọc sổ: {n} trên {all} quỹ…',
  'roll-up.old': 'Chưa lấy được số liệu mới. Đây là số liệu đọc lúc {time}.',
  'roll-up.figures': 'Số chung',
  'roll-up.figure.closing': 'Tồn cuối năm {year}',
  'roll-up.figure.in': 'Thu từ ngoài',
  'roll-up.figure.out': 'Chi ra ngoài',
  'roll-up.caption': 'Thu, chi năm {year} theo sổ của {n} quỹ, tính bằng đồng',
  'roll-up.fund': 'Quỹ',
  'roll-up.opening': 'Tồn đầu năm',
  'roll-up.in': 'Thu',
  'roll-up.out': 'Chi',
  'roll-up.closing': 'Tồn cuối năm',
  'roll-up.plain': 'Cộng sổ các quỹ',
  'roll-up.between': 'Bớt: chuyển giữa các quỹ trong bảng',
  'roll-up.loose': 'Bớt: chuyển quỹ không nêu quỹ bên kia',
  'roll-up.outside': 'Thu từ ngoài, chi ra ngoài',
  'roll-up.mark.open': 'chưa khoá sổ năm {year}',
  'roll-up.mark.differs': 'khác số quỹ công bố',
  'roll-up.line': 'Cộng lại trước mắt bạn',
  'roll-up.line.opening': 'tồn đầu năm',
  'roll-up.line.in': 'thu từ ngoài',
  'roll-up.line.out': 'chi ra ngoài',
  'roll-up.line.transit': 'chuyển chưa khớp hai bên',
  'roll-up.line.loose': 'chuyển không nêu quỹ bên kia',
  'roll-up.line.closing': 'tồn cuối năm',
  'roll-up.holds':
    'Trang này vừa đọc sổ của {funds} quỹ, cộng lại {n} khoản của năm {year} và ra đúng số mà từng quỹ công bố.',
  'roll-up.differs':
    'Số cộng lại khác số công bố ở quỹ có ghi chú trong bảng. Xin mở sổ của quỹ đó và bấm “Kiểm tra sổ”.',
  'roll-up.goods':
    'Hiện vật theo giá trị ước tính, không cộng vào tiền: tồn đầu năm {opening}, nhận từ ngoài {in}, trao ra ngoài {out}, tồn cuối năm {closing}.',
  'roll-up.notes': 'Cần biết khi đọc',
  'roll-up.transit.sent': '{from} đã ghi chi, {to} chưa ghi thu trong năm: {amount}.',
  'roll-up.transit.came': '{to} đã ghi thu, {from} chưa ghi chi trong năm: {amount}.',
  'roll-up.loose.in': '{fund}, khoản số {no}: thu {amount} mà không nêu quỹ chuyển.',
  'roll-up.loose.out': '{fund}, khoản số {no}: chi {amount} mà không nêu quỹ nhận.',
  'roll-up.loose.hint':
    'Không rõ quỹ bên kia có trong bảng hay không, nên các khoản này không tính vào thu từ ngoài, chi ra ngoài.',
  'roll-up.absent': 'Không có trong bảng',
  'roll-up.absent.later': '{fund}: chưa có sổ năm {year}, mở sổ ngày {date}.',
  'roll-up.absent.failed': '{fund}: chưa tải được sổ.',
  'roll-up.absent.top': 'Sổ của quỹ cấp trên chưa công khai.',
  'roll-up.absent.hint':
    'Quỹ chưa công khai sổ không có trong bảng. Tiền chuyển với một quỹ không có trong bảng tính là thu từ ngoài, chi ra ngoài.',
  'roll-up.again': 'Tải lại sổ còn thiếu',
  'roll-up.none': 'Chưa đọc được sổ của quỹ nào trong năm {year}.',
} satisfies Dictionary;
