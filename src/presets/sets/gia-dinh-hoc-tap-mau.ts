import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { sampleSet } from '../frameworks/sample.js';
import { steps } from '../frameworks/steps.js';

const noChildren = {
  vi: 'Gia đình không có người trong độ tuổi đi học: chọn “Không áp dụng” và ghi lý do.',
  en: 'A family without members of school age chooses “not applicable” and says so.',
};

export default sampleSet({
  id: 'gia-dinh-hoc-tap-mau',
  model: 'family',
  title: { vi: 'Gia đình học tập giai đoạn 2021-2030', en: 'Learning family, 2021-2030' },
  stands: {
    vi: 'Bộ tiêu chí Gia đình học tập giai đoạn 2021-2030 của Hội Khuyến học Việt Nam chưa có nguyên văn.',
    en: 'The criteria of the Vietnam Association for Promoting Education for learning families 2021-2030 are not at hand.',
  },
  award: { vi: 'Đạt danh hiệu Gia đình học tập', en: 'Title Learning Family' },
  sections: [
    {
      id: 'tre-em',
      number: 'I',
      title: { vi: 'Việc học của trẻ em, học sinh', en: 'Study of the children' },
      max: 25,
      criteria: [
        {
          id: 'tre-di-hoc',
          number: '1',
          title: {
            vi: 'Trẻ em trong độ tuổi được đến trường, không bỏ học',
            en: 'Children of school age go to school and do not drop out',
          },
          guidance: noChildren,
          input: 'options',
          max: 10,
          options: steps(10),
          notApplicable: true,
        },
        {
          id: 'hoan-thanh-nam-hoc',
          number: '2',
          title: {
            vi: 'Con em hoàn thành chương trình năm học, rèn luyện đạt yêu cầu',
            en: 'Children complete the school year with good conduct',
          },
          guidance: {
            vi: 'Chi hội xác nhận là đủ, không cần nộp học bạ. Không có người đi học: chọn “Không áp dụng”.',
            en: 'A word of the local branch is enough, no school report. Nobody at school: “not applicable”.',
          },
          input: 'options',
          max: 10,
          options: steps(10),
          notApplicable: true,
        },
        {
          id: 'thoi-quen-tu-hoc',
          number: '3',
          title: {
            vi: 'Con em có thói quen đọc sách, tự học ở nhà',
            en: 'Children read and study by themselves at home',
          },
          guidance: noChildren,
          input: 'options',
          max: 5,
          options: steps(5),
          notApplicable: true,
        },
      ],
    },
    {
      id: 'nguoi-lon',
      number: 'II',
      title: { vi: 'Việc học của người lớn', en: 'Study of the adults' },
      max: 35,
      criteria: [
        {
          id: 'nguoi-lon-cong-dan-hoc-tap',
          number: '4',
          title: {
            vi: 'Người lớn trong gia đình đạt danh hiệu Công dân học tập',
            en: 'Adults of the family who hold the title Learning Citizen',
          },
          guidance: {
            vi: 'Có nơi yêu cầu mọi người lớn trong gia đình đều đạt; theo quy định của địa phương.',
            en: 'Some places ask it of every adult of the family; follow local rules.',
          },
          input: 'percent',
          max: 15,
          bands: [
            { atLeast: 100, points: 15 },
            { atLeast: 75, points: 10 },
            { atLeast: 50, points: 5 },
          ],
          numeratorLabel: { vi: 'Số người lớn đạt Công dân học tập', en: 'Adults who are learning citizens' },
          denominatorLabel: { vi: 'Số người lớn trong gia đình', en: 'Adults in the family' },
        },
        {
          id: 'hoc-chuyen-de',
          number: '5',
          title: {
            vi: 'Mỗi người lớn học ít nhất một chuyên đề hoặc một nghề, một kỹ năng trong năm',
            en: 'Every adult learns at least one topic, trade or skill in the year',
          },
          input: 'options',
          max: 10,
          options: steps(10),
          evidence: {
            examples: [
              {
                vi: 'Giấy mời, chứng nhận dự lớp; xác nhận của trung tâm học tập cộng đồng',
                en: 'Invitation or certificate of a course; confirmation by the community learning centre',
              },
            ],
          },
        },
        {
          id: 'ky-nang-so',
          number: '6',
          title: {
            vi: 'Có người biết dùng thiết bị số để học tập, sử dụng dịch vụ công trực tuyến',
            en: 'Somebody uses digital devices to learn and for online public services',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
      ],
    },
    {
      id: 'dieu-kien',
      number: 'III',
      title: { vi: 'Điều kiện học tập trong gia đình', en: 'Conditions for study in the family' },
      max: 20,
      criteria: [
        {
          id: 'goc-hoc-tap',
          number: '7',
          title: {
            vi: 'Có góc học tập, sách báo phù hợp',
            en: 'A place to study, with books and newspapers',
          },
          input: 'options',
          max: 8,
          options: steps(8),
          evidence: {
            examples: [{ vi: 'Ảnh góc học tập, tủ sách', en: 'Picture of the study corner or bookshelf' }],
          },
        },
        {
          id: 'phuong-tien-so',
          number: '8',
          title: {
            vi: 'Có phương tiện nghe nhìn, kết nối Internet để học tập',
            en: 'Devices and Internet for study',
          },
          input: 'options',
          max: 6,
          options: steps(6),
        },
        {
          id: 'quy-hoc-tap',
          number: '9',
          title: {
            vi: 'Dành khoản tiền cho học tập hoặc góp vào quỹ khuyến học',
            en: 'Sets money aside for study or gives to a study-promotion fund',
          },
          input: 'options',
          max: 6,
          options: steps(6),
        },
      ],
    },
    {
      id: 'tac-dung',
      number: 'IV',
      title: { vi: 'Tác dụng của việc học', en: 'Effect of studying' },
      max: 20,
      criteria: [
        {
          id: 'gia-dinh-van-hoa',
          number: '10',
          title: { vi: 'Gia đình hòa thuận, nền nếp', en: 'A harmonious, orderly family' },
          input: 'options',
          max: 8,
          options: steps(8),
        },
        {
          id: 'kinh-te-gia-dinh',
          number: '11',
          title: {
            vi: 'Vận dụng điều đã học, đời sống ổn định hoặc tiến bộ hơn',
            en: 'Uses what was learnt; life is stable or getting better',
          },
          input: 'options',
          max: 6,
          options: steps(6),
        },
        {
          id: 'phong-trao',
          number: '12',
          title: {
            vi: 'Tham gia phong trào khuyến học ở thôn, tổ dân phố',
            en: 'Takes part in the study-promotion movement of the village or residential group',
          },
          input: 'options',
          max: 6,
          options: steps(6),
        },
      ],
    },
  ],
}) satisfies CriteriaSet;
