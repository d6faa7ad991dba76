import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { sampleSet } from '../frameworks/sample.js';
import { steps } from '../frameworks/steps.js';

export default sampleSet({
  id: 'dong-ho-hoc-tap-mau',
  model: 'clan',
  title: { vi: 'Dòng họ học tập giai đoạn 2021-2030', en: 'Learning clan, 2021-2030' },
  stands: {
    vi: 'Bộ tiêu chí Dòng họ học tập giai đoạn 2021-2030 của Hội Khuyến học Việt Nam chưa có nguyên văn.',
    en: 'The criteria of the Vietnam Association for Promoting Education for learning clans 2021-2030 are not at hand.',
  },
  award: { vi: 'Đạt danh hiệu Dòng họ học tập', en: 'Title Learning Clan' },
  sections: [
    {
      id: 'to-chuc',
      number: 'I',
      title: { vi: 'Tổ chức khuyến học của dòng họ', en: "The clan's study-promotion organisation" },
      max: 30,
      criteria: [
        {
          id: 'ban-khuyen-hoc',
          number: '1',
          title: {
            vi: 'Có ban khuyến học dòng họ, hoạt động thường xuyên',
            en: 'A study-promotion board of the clan works regularly',
          },
          input: 'options',
          max: 10,
          options: steps(10),
          evidence: {
            examples: [
              { vi: 'Quyết định, biên bản lập ban khuyến học', en: 'Decision or minutes founding the board' },
            ],
          },
        },
        {
          id: 'ke-hoach',
          number: '2',
          title: {
            vi: 'Có kế hoạch hoặc quy ước khuyến học hằng năm',
            en: 'A yearly plan or convention on study promotion',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
        {
          id: 'quy-khuyen-hoc',
          number: '3',
          title: {
            vi: 'Có quỹ khuyến học, thu chi công khai trong họ',
            en: 'A study-promotion fund whose accounts are open to the clan',
          },
          input: 'options',
          max: 10,
          options: steps(10),
          evidence: {
            examples: [
              { vi: 'Trang sổ thu chi, bảng công khai quỹ', en: 'Page of the accounts, public statement' },
            ],
          },
        },
      ],
    },
    {
      id: 'ket-qua',
      number: 'II',
      title: { vi: 'Kết quả học tập trong dòng họ', en: 'Learning results in the clan' },
      max: 40,
      criteria: [
        {
          id: 'gia-dinh-hoc-tap',
          number: '4',
          title: { vi: 'Tỷ lệ gia đình đạt Gia đình học tập', en: 'Share of learning families' },
          input: 'percent',
          max: 20,
          bands: [
            { atLeast: 80, points: 20 },
            { atLeast: 70, points: 15 },
            { atLeast: 50, points: 10 },
          ],
          numeratorLabel: { vi: 'Số gia đình đạt Gia đình học tập', en: 'Families with the title' },
          denominatorLabel: {
            vi: 'Số gia đình trong họ tại địa phương',
            en: 'Families of the clan living here',
          },
        },
        {
          id: 'tre-khong-bo-hoc',
          number: '5',
          title: { vi: 'Con cháu trong độ tuổi không bỏ học', en: 'No child of school age drops out' },
          input: 'options',
          max: 10,
          options: steps(10),
          notApplicable: true,
        },
        {
          id: 'nguoi-lon-hoc',
          number: '6',
          title: {
            vi: 'Tỷ lệ người lớn đạt Công dân học tập',
            en: 'Share of adults who are learning citizens',
          },
          input: 'percent',
          max: 10,
          bands: [
            { atLeast: 60, points: 10 },
            { atLeast: 40, points: 5 },
          ],
          numeratorLabel: { vi: 'Số người lớn đạt Công dân học tập', en: 'Adults who are learning citizens' },
          denominatorLabel: {
            vi: 'Số người lớn trong họ tại địa phương',
            en: 'Adults of the clan living here',
          },
        },
      ],
    },
    {
      id: 'tac-dung',
      number: 'III',
      title: { vi: 'Tác dụng', en: 'Effect' },
      max: 30,
      criteria: [
        {
          id: 'tuyen-duong',
          number: '7',
          title: {
            vi: 'Hằng năm tuyên dương, khen thưởng người học tập tốt trong họ',
            en: 'Praises and rewards good learners of the clan every year',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
        {
          id: 'giup-do',
          number: '8',
          title: {
            vi: 'Giúp con cháu gặp khó khăn được tiếp tục học tập',
            en: 'Helps those in difficulty to go on learning',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
        {
          id: 'doan-ket',
          number: '9',
          title: {
            vi: 'Dòng họ đoàn kết, tham gia phong trào khuyến học của địa phương',
            en: 'A united clan that takes part in the local study-promotion movement',
          },
          input: 'options',
          max: 10,
          options: steps(10),
        },
      ],
    },
  ],
}) satisfies CriteriaSet;
