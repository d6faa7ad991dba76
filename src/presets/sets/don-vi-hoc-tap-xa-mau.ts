import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { sampleSet } from '../frameworks/sample.js';
import { steps } from '../frameworks/steps.js';

export default sampleSet({
  id: 'don-vi-hoc-tap-xa-mau',
  model: 'unit',
  title: {
    vi: 'Đơn vị học tập do cấp xã quản lý giai đoạn 2021-2030',
    en: 'Learning unit under the commune, 2021-2030',
  },
  stands: {
    vi: 'Bộ tiêu chí Đơn vị học tập trên địa bàn cấp xã giai đoạn 2021-2030 của Hội Khuyến học Việt Nam chưa có nguyên văn. Đơn vị cấp tỉnh dùng bộ tiêu chí của Thông tư 24/2023/TT-BGDĐT.',
    en: 'The criteria of the Vietnam Association for Promoting Education for learning units of communes 2021-2030 are not at hand. Units of provincial level use the set of Circular 24/2023/TT-BGDĐT.',
  },
  award: { vi: 'Đạt danh hiệu Đơn vị học tập', en: 'Title Learning Unit' },
  sections: [
    {
      id: 'dieu-kien',
      number: 'I',
      title: { vi: 'Điều kiện xây dựng Đơn vị học tập', en: 'Conditions for building a learning unit' },
      max: 30,
      criteria: [
        {
          id: 'ke-hoach',
          number: '1',
          title: {
            vi: 'Có kế hoạch học tập hằng năm cho cán bộ, người lao động',
            en: 'A yearly study plan for the staff',
          },
          input: 'points',
          max: 10,
          evidence: { examples: [{ vi: 'Kế hoạch học tập của năm', en: "The year's study plan" }] },
        },
        {
          id: 'khuyen-khich',
          number: '2',
          title: {
            vi: 'Có quy định, kinh phí khuyến khích, hỗ trợ việc học',
            en: 'Rules and money that encourage and support study',
          },
          input: 'points',
          max: 10,
          evidence: {
            examples: [{ vi: 'Quy chế nội bộ, chứng từ hỗ trợ', en: 'Internal rules, proof of support' }],
          },
        },
        {
          id: 'phuong-tien',
          number: '3',
          title: {
            vi: 'Có tủ sách, máy tính, kết nối mạng để học tập và chuyển đổi số',
            en: 'Books, computers and a network for study and digital transformation',
          },
          input: 'points',
          max: 10,
        },
      ],
    },
    {
      id: 'ket-qua',
      number: 'II',
      title: { vi: 'Kết quả học tập của thành viên', en: "Members' learning results" },
      max: 45,
      criteria: [
        {
          id: 'cong-dan-hoc-tap',
          number: '4',
          title: {
            vi: 'Tỷ lệ thành viên đạt Công dân học tập',
            en: 'Share of members who are learning citizens',
          },
          input: 'percent',
          max: 25,
          bands: [
            { atLeast: 90, points: 25 },
            { atLeast: 80, points: 20 },
            { atLeast: 60, points: 10 },
          ],
          numeratorLabel: { vi: 'Số thành viên đạt', en: 'Members with the title' },
          denominatorLabel: { vi: 'Tổng số thành viên', en: 'All members' },
          evidence: {
            examples: [{ vi: 'Danh sách công nhận của năm', en: "The year's list of those recognised" }],
          },
        },
        {
          id: 'hoan-thanh-boi-duong',
          number: '5',
          title: {
            vi: 'Tỷ lệ thành viên hoàn thành chương trình bồi dưỡng phải tham gia',
            en: 'Share of members who finish the training they have to take',
          },
          input: 'percent',
          max: 10,
          bands: [
            { atLeast: 100, points: 10 },
            { atLeast: 90, points: 7 },
            { atLeast: 75, points: 4 },
          ],
          numeratorLabel: { vi: 'Số thành viên đã hoàn thành', en: 'Members who finished' },
          denominatorLabel: { vi: 'Số thành viên phải tham gia', en: 'Members who had to take it' },
          notApplicable: true,
        },
        {
          id: 'ky-luat-doan-ket',
          number: '6',
          title: {
            vi: 'Thành viên chấp hành kỷ luật, đoàn kết, chia sẻ trong công việc',
            en: 'Members keep discipline and work together',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
      ],
    },
    {
      id: 'tac-dung',
      number: 'III',
      title: { vi: 'Tác dụng', en: 'Effect' },
      max: 25,
      criteria: [
        {
          id: 'hoan-thanh-nhiem-vu',
          number: '7',
          title: { vi: 'Đơn vị hoàn thành nhiệm vụ trong năm', en: 'The unit fulfils its tasks of the year' },
          input: 'options',
          max: 15,
          options: steps(15),
          evidence: {
            examples: [{ vi: 'Kết quả xếp loại, thi đua của năm', en: "The year's appraisal or award" }],
          },
        },
        {
          id: 'phuc-vu-cong-dong',
          number: '8',
          title: {
            vi: 'Tham gia hoạt động khuyến học, học tập suốt đời của địa phương',
            en: 'Takes part in local study promotion and lifelong learning',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
      ],
    },
  ],
}) satisfies CriteriaSet;
