import type { CriteriaSet } from '../../domain/criteria-set.schema.js';

const headings = {
  vi: 'Tên mục có nguồn; nội dung và điểm của từng ý là mẫu theo một bản giới thiệu trước đó.',
  en: 'The heading is sourced; the item and its points are samples after an earlier introduction.',
};

/** Set of 2016 to 2020, as far as it is known; half of its points and the pass mark are not confirmed. */
export default {
  format: 1,
  id: 'gia-dinh-hoc-tap-448',
  version: '1.0.0',
  model: 'family',
  title: { vi: 'Gia đình học tập giai đoạn 2016-2020', en: 'Learning family, 2016-2020' },
  status: 'sample',
  superseded: { on: '2020-12-31' },
  source: {
    name: {
      vi: 'Bộ tiêu chí ban hành kèm theo Quyết định số 448/QĐ-KHVN',
      en: 'Criteria issued with Decision 448/QĐ-KHVN',
    },
    number: '448/QĐ-KHVN',
    date: '2015-11-10',
    issuer: { vi: 'Hội Khuyến học Việt Nam', en: 'Vietnam Association for Promoting Education' },
    note: {
      vi: 'Thực hiện từ ngày 01/01/2016; có bản ghi ngày ký 01/12/2015. Mới có phần đầu của bảng: bốn mục và năm ý của mục 1, 2. Điểm của mục 3, 4, các ý còn lại, ngưỡng 70 điểm, việc quy đổi khi không áp dụng và thời hạn 12 tháng là mẫu, chưa đối chiếu văn bản. Ngày thay thế là ngày cuối của giai đoạn. Đây là khung, địa phương được điều chỉnh.',
      en: 'Applied from 1 January 2016; some copies are dated 1 December 2015. Only the head of the table is at hand: four headings and five items of headings 1 and 2. The points of headings 3 and 4, the other items, the pass mark of 70, the re-weighting and the 12 months are samples, not checked. The date of replacement is the last day of the period. It is a framework that localities may adapt.',
    },
  },
  cycles: { from: '2016', to: '2020' },
  recognition: { months: 12 },
  scoring: {
    mode: 'points',
    max: 100,
    passMark: 70,
    classes: [
      { id: 'dat', label: { vi: 'Đạt danh hiệu Gia đình học tập', en: 'Title Learning Family' }, min: 70 },
    ],
    notApplicable: 'reweight',
  },
  sections: [
    {
      id: 'tre-em',
      number: '1',
      title: { vi: 'Học tập của trẻ em', en: 'Study of the children' },
      max: 30,
      criteria: [
        {
          id: 'tre-di-hoc',
          number: '1.1',
          title: {
            vi: 'Trẻ em trong độ tuổi phổ cập được đi học và học hết cấp (trừ trường hợp ốm đau, khuyết tật)',
            en: 'Children of the age of universal schooling attend and finish (except illness or disability)',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
          notApplicable: true,
        },
        {
          id: 'ket-qua-hoc-tap',
          number: '1.2',
          title: {
            vi: 'Học lực từ trung bình, hạnh kiểm từ khá trở lên (tiểu học: đạt yêu cầu)',
            en: 'Results at least average and conduct at least fair (primary: requirements met)',
          },
          guidance: {
            vi: 'Chi hội xác nhận là đủ, không cần nộp học bạ.',
            en: 'A word of the local branch is enough, no school report.',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
          notApplicable: true,
        },
        {
          id: 'le-phep',
          number: '1.3',
          title: {
            vi: 'Trung thực, lễ phép, tham gia hoạt động ở địa phương',
            en: 'Honest, polite, takes part in local activities',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
          notApplicable: true,
        },
      ],
    },
    {
      id: 'nguoi-lon',
      number: '2',
      title: { vi: 'Học tập của người lớn', en: 'Study of the adults' },
      max: 30,
      criteria: [
        {
          id: 'biet-chu',
          number: '2.1',
          title: {
            vi: 'Người từ 19 đến 60 tuổi biết chữ từ mức 1 trở lên',
            en: 'Adults of 19 to 60 are literate at level 1 or above',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
        },
        {
          id: 'hoc-chuyen-de',
          number: '2.2',
          title: {
            vi: 'Mỗi người lớn học ít nhất một chuyên đề trong năm',
            en: 'Every adult studies at least one topic a year',
          },
          provenance: 'sourced',
          input: 'points',
          max: 10,
          evidence: {
            examples: [
              {
                vi: 'Xác nhận của trung tâm học tập cộng đồng',
                en: 'Confirmation by the community learning centre',
              },
            ],
          },
        },
        {
          id: 'nguoi-lon-khac',
          number: '2.3',
          title: {
            vi: 'Người lớn nêu gương, động viên con cháu học tập (mẫu thay cho phần chưa có nguyên văn)',
            en: 'Adults set an example and encourage the young (sample in place of wording not at hand)',
          },
          provenance: 'sample',
          sourceNote: {
            vi: 'Mục 2 có 30 điểm, hai ý đã biết chiếm 20; ý thứ ba chưa có nguyên văn, 10 điểm suy ra từ phép trừ.',
            en: 'Heading 2 has 30 points, the two known items take 20; the third is not at hand, its 10 points follow from the sum.',
          },
          input: 'points',
          max: 10,
        },
      ],
    },
    {
      id: 'dieu-kien',
      number: '3',
      title: { vi: 'Điều kiện học tập', en: 'Conditions for study' },
      max: 20,
      criteria: [
        {
          id: 'goc-hoc-tap',
          number: '3.1',
          title: { vi: 'Có góc học tập', en: 'A place to study' },
          provenance: 'sample',
          sourceNote: headings,
          input: 'points',
          max: 5,
        },
        {
          id: 'sach-bao',
          number: '3.2',
          title: { vi: 'Có sách, báo', en: 'Books and newspapers' },
          provenance: 'sample',
          sourceNote: headings,
          input: 'points',
          max: 5,
        },
        {
          id: 'phuong-tien',
          number: '3.3',
          title: { vi: 'Có phương tiện nghe nhìn, thông tin', en: 'Devices for information and media' },
          provenance: 'sample',
          sourceNote: headings,
          input: 'points',
          max: 5,
        },
        {
          id: 'quy-khuyen-hoc',
          number: '3.4',
          title: { vi: 'Có quỹ khuyến học của gia đình', en: 'A study fund of the family' },
          provenance: 'sample',
          sourceNote: headings,
          input: 'points',
          max: 5,
        },
      ],
    },
    {
      id: 'tac-dung',
      number: '4',
      title: { vi: 'Tác dụng, hiệu quả', en: 'Effect' },
      max: 20,
      criteria: [
        {
          id: 'kinh-te',
          number: '4.1',
          title: { vi: 'Kinh tế gia đình tiến bộ', en: 'The household economy improves' },
          provenance: 'sample',
          sourceNote: headings,
          input: 'points',
          max: 8,
        },
        {
          id: 'gia-dinh-van-hoa',
          number: '4.2',
          title: { vi: 'Đạt danh hiệu Gia đình văn hóa', en: 'Holds the title Cultural Family' },
          provenance: 'sample',
          sourceNote: headings,
          input: 'points',
          max: 6,
        },
        {
          id: 'phong-trao',
          number: '4.3',
          title: { vi: 'Tham gia các phong trào ở địa phương', en: 'Takes part in local movements' },
          provenance: 'sample',
          sourceNote: headings,
          input: 'points',
          max: 6,
        },
      ],
    },
  ],
} satisfies CriteriaSet;
