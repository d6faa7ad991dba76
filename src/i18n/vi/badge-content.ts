import type { Dictionary } from '../translate.js';

/** What stands inside a badge, signed; it is written in Vietnamese, with English beside it in the descriptions. */
export const badgeContentVi = {
  'badge-content.title.family': 'Gia đình học tập',
  'badge-content.title.clan': 'Dòng họ học tập',
  'badge-content.title.community': 'Cộng đồng học tập',
  'badge-content.title.unit': 'Đơn vị học tập',
  'badge-content.title.citizen': 'Công dân học tập',
  'badge-content.name': '{title} năm {cycle}: {outcome}',
  'badge-content.description':
    '{recipient} được công nhận danh hiệu “{title}” năm {cycle} ({outcome}) theo Quyết định số {number} ngày {date} của {body}.',
  'badge-content.achievement': '{title}: {outcome}',
  'badge-content.achievement.description':
    'Danh hiệu “{title}” của phong trào học tập suốt đời, kết quả: {outcome}.',
  'badge-content.criteria': 'Đạt yêu cầu của bộ tiêu chí {set}, phiên bản {version}, kết quả: {outcome}.',
  'badge-content.criteria.named': '“{set}”',
  'badge-content.criteria.sample': 'Bộ tiêu chí đã dùng là mẫu, chưa đối chiếu văn bản.',
  'badge-content.criteria.partial': 'Bộ tiêu chí đã dùng chưa đủ nguyên văn.',
  'badge-content.narrative': 'Người ký quyết định: {signer}. Nơi công nhận, theo tên gọi khi đó: {place}.',
  'badge-content.demo.name': 'DÙNG THỬ – {name}',
  'badge-content.demo.description':
    'Do tổ chức phát hành thử nghiệm tạo ra, không có giá trị công nhận. {description}',
} as const satisfies Dictionary;
