import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { bases } from '../bases.js';

/** Historical points set for units; kept because an assessment stays with the set it was made by. */
export default {
  format: 1,
  id: 'don-vi-hoc-tap-22-2020',
  version: '1.0.0',
  model: 'unit',
  title: {
    vi: 'Đơn vị học tập (Thông tư 22/2020, đã được thay thế)',
    en: 'Learning unit (Circular 22/2020, superseded)',
  },
  status: 'partial',
  superseded: { by: 'don-vi-hoc-tap-24-2023', on: '2023-12-11' },
  source: {
    name: {
      vi: 'Thông tư số 22/2020/TT-BGDĐT về Đơn vị học tập',
      en: 'Circular 22/2020/TT-BGDĐT on learning units',
    },
    number: '22/2020/TT-BGDĐT',
    date: '2020-08-06',
    issuer: { vi: 'Bộ trưởng Bộ Giáo dục và Đào tạo', en: 'Minister of Education and Training' },
    note: {
      vi: 'Có hiệu lực từ ngày 21/9/2020. Ngày thay thế ghi ở đây là ngày ban hành Thông tư 24/2023/TT-BGDĐT, chưa đối chiếu ngày có hiệu lực. Chưa có nguyên văn 15 điểm còn lại của tiêu chí 3; cách cho điểm khi tỷ lệ dưới 100 % cũng chưa có. Đánh giá mỗi năm một lần nên ghi thời hạn 12 tháng. Hạng Trung bình được tính là một hạng đạt, theo cách xếp hạng của Thông tư.',
      en: 'In force from 21 September 2020. The date of replacement given here is the day Circular 24/2023/TT-BGDĐT was issued; its entry into force was not checked. Not at hand: the remaining 15 points of criterion 3, and how points are given below 100 %. Assessed once a year, hence 12 months. The class “Trung bình” counts as reached, as the Circular classes it.',
    },
  },
  cycles: { from: '2020', to: '2023' },
  deadlines: [
    {
      id: 'report',
      label: { vi: 'Gửi báo cáo tự đánh giá', en: 'Send the self-assessment report' },
      monthDay: '03-31',
      yearOffset: 1,
    },
  ],
  recognition: {
    months: 12,
    authority: {
      vi: 'Chủ tịch Ủy ban nhân dân cùng cấp',
      en: "Chairman of the People's Committee of the same level",
    },
  },
  bases: [bases.educationLaw, bases.circular22],
  scoring: {
    mode: 'points',
    max: 100,
    classes: [
      { id: 'tot', label: { vi: 'Tốt', en: 'Good' }, min: 85 },
      { id: 'kha', label: { vi: 'Khá', en: 'Fair' }, min: 70 },
      { id: 'trung-binh', label: { vi: 'Trung bình', en: 'Average' }, min: 50 },
    ],
  },
  sections: [
    {
      id: 'dieu-kien',
      number: '1',
      title: { vi: 'Điều kiện xây dựng Đơn vị học tập', en: 'Conditions for building a learning unit' },
      max: 30,
      criteria: [
        {
          id: 'ke-hoach-chinh-sach',
          number: '1.1',
          title: {
            vi: 'Có kế hoạch, chính sách để thành viên học tập thường xuyên',
            en: 'Plan and policy for the regular study of members',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
          evidence: { examples: [{ vi: 'Kế hoạch học tập của năm', en: "The year's study plan" }] },
        },
        {
          id: 'quy-dinh-khuyen-khich',
          number: '1.2',
          title: {
            vi: 'Có quy định cụ thể khuyến khích thành viên học tập',
            en: 'Specific rules that encourage members to study',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
          evidence: { examples: [{ vi: 'Quy chế, nội quy của đơn vị', en: 'Rules of the unit' }] },
        },
        {
          id: 'dau-tu-nguon-luc',
          number: '1.3',
          title: {
            vi: 'Đầu tư nguồn lực (kinh phí, cơ sở vật chất, thiết bị) cho học tập',
            en: 'Resources (money, premises, equipment) for study',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
          evidence: { examples: [{ vi: 'Dự toán, danh mục thiết bị', en: 'Budget, list of equipment' }] },
        },
      ],
    },
    {
      id: 'ket-qua',
      number: '2',
      title: { vi: 'Kết quả học tập của thành viên', en: "Members' learning results" },
      max: 30,
      criteria: [
        {
          id: 'ke-hoach-tu-hoc',
          number: '2.1',
          title: {
            vi: '100 % thành viên có kế hoạch tự học hằng năm được người đứng đầu phê duyệt',
            en: '100 % of members have a yearly self-study plan approved by the head',
          },
          provenance: 'inferred',
          sourceNote: {
            vi: 'Nội dung và điểm tối đa có nguồn; quy tắc “dưới 100 % tính 0 điểm” là suy ra.',
            en: 'Wording and cap are sourced; that less than 100 % earns nothing is inferred.',
          },
          input: 'percent',
          max: 10,
          bands: [{ atLeast: 100, points: 10 }],
          numeratorLabel: { vi: 'Số thành viên có kế hoạch được duyệt', en: 'Members with an approved plan' },
          denominatorLabel: { vi: 'Tổng số thành viên', en: 'All members' },
        },
        {
          id: 'ky-luat-hop-tac',
          number: '2.2',
          title: {
            vi: '100 % thành viên chấp hành kỷ luật, có tinh thần hợp tác',
            en: '100 % of members keep discipline and cooperate',
          },
          provenance: 'inferred',
          sourceNote: {
            vi: 'Nội dung và điểm tối đa có nguồn; quy tắc “dưới 100 % tính 0 điểm” là suy ra.',
            en: 'Wording and cap are sourced; that less than 100 % earns nothing is inferred.',
          },
          input: 'percent',
          max: 5,
          bands: [{ atLeast: 100, points: 5 }],
          numeratorLabel: { vi: 'Số thành viên đạt yêu cầu', en: 'Members who do' },
          denominatorLabel: { vi: 'Tổng số thành viên', en: 'All members' },
        },
        {
          id: 'boi-duong-bat-buoc',
          number: '2.3',
          title: {
            vi: '100 % thành viên hoàn thành chương trình bồi dưỡng bắt buộc',
            en: '100 % of members finish compulsory training',
          },
          provenance: 'inferred',
          sourceNote: {
            vi: 'Nội dung và điểm tối đa có nguồn; quy tắc “dưới 100 % tính 0 điểm” là suy ra.',
            en: 'Wording and cap are sourced; that less than 100 % earns nothing is inferred.',
          },
          input: 'percent',
          max: 10,
          bands: [{ atLeast: 100, points: 10 }],
          numeratorLabel: { vi: 'Số thành viên đã hoàn thành', en: 'Members who finished' },
          denominatorLabel: { vi: 'Số thành viên phải tham gia', en: 'Members who had to take it' },
        },
        {
          id: 'lao-dong-tien-tien',
          number: '2.4',
          title: {
            vi: '100 % thành viên đạt danh hiệu “Lao động tiên tiến” trở lên',
            en: '100 % of members hold the title “Lao động tiên tiến” (advanced worker) or higher',
          },
          provenance: 'inferred',
          sourceNote: {
            vi: 'Nội dung và điểm tối đa có nguồn; quy tắc “dưới 100 % tính 0 điểm” là suy ra.',
            en: 'Wording and cap are sourced; that less than 100 % earns nothing is inferred.',
          },
          input: 'percent',
          max: 5,
          bands: [{ atLeast: 100, points: 5 }],
          numeratorLabel: { vi: 'Số thành viên đạt danh hiệu', en: 'Members with the title' },
          denominatorLabel: { vi: 'Tổng số thành viên', en: 'All members' },
        },
      ],
    },
    {
      id: 'tac-dung',
      number: '3',
      title: { vi: 'Tác dụng của việc xây dựng Đơn vị học tập', en: 'Effect of building a learning unit' },
      max: 40,
      criteria: [
        {
          id: 'pham-chat-cong-dan-hoc-tap',
          number: '3.1',
          title: {
            vi: '100 % thành viên đáp ứng năng lực, phẩm chất của Công dân học tập',
            en: '100 % of members have the competencies and qualities of a learning citizen',
          },
          provenance: 'inferred',
          sourceNote: {
            vi: 'Nội dung và điểm tối đa có nguồn; quy tắc “dưới 100 % tính 0 điểm” là suy ra.',
            en: 'Wording and cap are sourced; that less than 100 % earns nothing is inferred.',
          },
          input: 'percent',
          max: 25,
          bands: [{ atLeast: 100, points: 25 }],
          numeratorLabel: { vi: 'Số thành viên đạt', en: 'Members who do' },
          denominatorLabel: { vi: 'Tổng số thành viên', en: 'All members' },
        },
        {
          id: 'tac-dung-khac',
          number: '3.2',
          title: {
            vi: 'Tác dụng khác của đơn vị đối với phong trào học tập (mẫu thay cho phần chưa có nguyên văn)',
            en: 'Other effects of the unit on the learning movement (sample in place of wording not at hand)',
          },
          provenance: 'sample',
          sourceNote: {
            vi: 'Phần còn lại của tiêu chí 3 là 15 điểm; chi tiết chưa có trong tay nên đặt một mục mẫu để đủ 100 điểm.',
            en: 'The remainder of criterion 3 is 15 points; its detail is not at hand, so one sample item completes the 100.',
          },
          input: 'points',
          max: 15,
        },
      ],
    },
  ],
} satisfies CriteriaSet;
