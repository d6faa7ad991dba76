import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { sampleSet } from '../frameworks/sample.js';
import { steps } from '../frameworks/steps.js';

export default sampleSet({
  id: 'cong-dong-hoc-tap-thon-mau',
  model: 'community',
  subjectGroup: 'village',
  title: {
    vi: 'Cộng đồng học tập thôn, bản, ấp, tổ dân phố giai đoạn 2021-2030',
    en: 'Learning community of a village or residential group, 2021-2030',
  },
  stands: {
    vi: 'Bộ tiêu chí Cộng đồng học tập cấp thôn giai đoạn 2021-2030 của Hội Khuyến học Việt Nam chưa có nguyên văn.',
    en: 'The criteria of the Vietnam Association for Promoting Education for learning communities of villages 2021-2030 are not at hand.',
  },
  award: { vi: 'Đạt danh hiệu Cộng đồng học tập', en: 'Title Learning Community' },
  sections: [
    {
      id: 'dieu-kien',
      number: 'I',
      title: { vi: 'Tổ chức và điều kiện học tập', en: 'Organisation and conditions' },
      max: 30,
      criteria: [
        {
          id: 'chi-hoi',
          number: '1',
          title: {
            vi: 'Có chi hội khuyến học hoạt động thường xuyên, có kế hoạch năm',
            en: 'A local branch of the association works regularly and has a yearly plan',
          },
          input: 'options',
          max: 10,
          options: steps(10),
          evidence: { examples: [{ vi: 'Kế hoạch của chi hội', en: 'Plan of the branch' }] },
        },
        {
          id: 'noi-hoc-tap',
          number: '2',
          title: {
            vi: 'Nhà văn hóa có tủ sách, kết nối Internet, chỗ học tập cho người dân',
            en: 'The culture house has a bookshelf, Internet and room to learn',
          },
          input: 'options',
          max: 10,
          options: steps(10),
          evidence: {
            examples: [{ vi: 'Ảnh tủ sách, phòng học tập', en: 'Picture of the bookshelf or room' }],
          },
        },
        {
          id: 'quy-khuyen-hoc',
          number: '3',
          title: {
            vi: 'Có quỹ khuyến học, thu chi công khai',
            en: 'A study-promotion fund with public accounts',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
      ],
    },
    {
      id: 'ket-qua',
      number: 'II',
      title: { vi: 'Kết quả học tập của người dân', en: 'Learning results' },
      max: 45,
      criteria: [
        {
          id: 'gia-dinh-hoc-tap',
          number: '4',
          title: { vi: 'Tỷ lệ gia đình đạt Gia đình học tập', en: 'Share of learning families' },
          input: 'percent',
          max: 15,
          bands: [
            { atLeast: 80, points: 15 },
            { atLeast: 70, points: 10 },
            { atLeast: 50, points: 5 },
          ],
          numeratorLabel: { vi: 'Số gia đình đạt', en: 'Families with the title' },
          denominatorLabel: { vi: 'Tổng số gia đình', en: 'All families' },
        },
        {
          id: 'dong-ho-hoc-tap',
          number: '5',
          title: { vi: 'Tỷ lệ dòng họ đạt Dòng họ học tập', en: 'Share of learning clans' },
          guidance: {
            vi: 'Nơi không có dòng họ đăng ký: chọn “Không áp dụng” và ghi lý do.',
            en: 'Where no clan has registered: “not applicable”, with the reason.',
          },
          input: 'percent',
          max: 5,
          bands: [
            { atLeast: 75, points: 5 },
            { atLeast: 50, points: 2.5 },
          ],
          numeratorLabel: { vi: 'Số dòng họ đạt', en: 'Clans with the title' },
          denominatorLabel: { vi: 'Tổng số dòng họ', en: 'All clans' },
          notApplicable: true,
        },
        {
          id: 'cong-dan-hoc-tap',
          number: '6',
          title: {
            vi: 'Tỷ lệ người lớn đạt Công dân học tập',
            en: 'Share of adults who are learning citizens',
          },
          input: 'percent',
          max: 15,
          bands: [
            { atLeast: 60, points: 15 },
            { atLeast: 40, points: 10 },
            { atLeast: 20, points: 5 },
          ],
          numeratorLabel: { vi: 'Số người lớn đạt', en: 'Adults with the title' },
          denominatorLabel: { vi: 'Tổng số người lớn', en: 'All adults' },
        },
        {
          id: 'tre-den-truong',
          number: '7',
          title: { vi: 'Trẻ em trong độ tuổi được đến trường', en: 'Children of school age go to school' },
          input: 'options',
          max: 10,
          options: steps(10),
          notApplicable: true,
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
          id: 'chuyen-de',
          number: '8',
          title: {
            vi: 'Tổ chức chuyên đề học tập cho người dân trong năm',
            en: 'Learning topics are organised for the people in the year',
          },
          input: 'options',
          max: 10,
          options: steps(10),
          evidence: {
            examples: [
              {
                vi: 'Lịch, ảnh lớp chuyên đề của trung tâm học tập cộng đồng',
                en: 'Schedule or picture of courses of the community learning centre',
              },
            ],
          },
        },
        {
          id: 'khen-thuong-giup-do',
          number: '9',
          title: {
            vi: 'Tuyên dương người học tốt, giúp người gặp khó khăn được học',
            en: 'Praises good learners and helps those in difficulty',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
        {
          id: 'nep-song',
          number: '10',
          title: {
            vi: 'Nếp sống văn hóa, đoàn kết trong cộng đồng',
            en: 'A civil, united way of life in the community',
          },
          input: 'options',
          max: 5,
          options: steps(5),
        },
      ],
    },
  ],
}) satisfies CriteriaSet;
