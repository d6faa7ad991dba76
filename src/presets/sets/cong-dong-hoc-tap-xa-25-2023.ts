import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { bases } from '../bases.js';

/** Learning community of a commune, ward or special zone. Six of fifteen targets are known. */
export default {
  format: 1,
  id: 'cong-dong-hoc-tap-xa-25-2023',
  version: '1.0.0',
  model: 'community',
  subjectGroup: 'commune',
  title: {
    vi: 'Cộng đồng học tập cấp xã (Thông tư 25/2023)',
    en: 'Learning community of commune level (Circular 25/2023)',
  },
  status: 'partial',
  source: {
    name: {
      vi: 'Thông tư số 25/2023/TT-BGDĐT về đánh giá, công nhận “Cộng đồng học tập” cấp xã, huyện, tỉnh',
      en: 'Circular 25/2023/TT-BGDĐT on assessing and recognising “Learning Communities” of communes, districts and provinces',
    },
    number: '25/2023/TT-BGDĐT',
    date: '2023-12-27',
    issuer: { vi: 'Bộ trưởng Bộ Giáo dục và Đào tạo', en: 'Minister of Education and Training' },
    url: 'https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/criteria-for-evaluating-and-recognizing-commune-level-learning-community-level-1-in-vietnam-130572.html',
    note: {
      vi: 'Có hiệu lực từ ngày 12/02/2024. Cấp xã có 5 tiêu chí, 15 chỉ tiêu; mới có nội dung 6 chỉ tiêu của tiêu chí 1 và 2. Mức độ 2 dùng cùng tiêu chí với số liệu cao hơn ở tiêu chí 4 và 5, chưa có nguyên văn, vì vậy chưa thể kết luận mức độ 2. Thủ tục 1.005097: hồ sơ trước ngày 28/02, hoàn thành trước ngày 31/3 của năm sau; có nơi công bố mốc khác, cần đối chiếu với địa phương. Cơ quan công nhận sau khi bỏ cấp huyện (01/7/2025): chưa tìm được quy định.',
      en: 'In force from 12 February 2024. A commune has 5 criteria and 15 targets; only the 6 targets of criteria 1 and 2 are at hand. Level 2 has the same criteria with higher figures in criteria 4 and 5, not at hand, so that level 2 cannot be concluded. Procedure 1.005097: file before 28 February, finished before 31 March of the next year; some places publish other dates. Who recognises since districts were abolished (1 July 2025): no rule found.',
    },
  },
  cycles: { from: '2024' },
  period: { from: '01-01', to: '12-31' },
  deadlines: [
    {
      id: 'dossier',
      label: { vi: 'Gửi hồ sơ đề nghị công nhận', en: 'File the request for recognition' },
      monthDay: '02-28',
      yearOffset: 1,
      before: true,
    },
    {
      id: 'decision',
      label: { vi: 'Hoàn thành đánh giá, công nhận', en: 'Assessment and recognition finished' },
      monthDay: '03-31',
      yearOffset: 1,
      before: true,
    },
  ],
  recognition: { months: 36, levelUpAfterMonths: 12 },
  bases: [
    bases.conclusion49,
    bases.educationLaw,
    bases.decision1373,
    bases.decision387,
    bases.decision1315,
    bases.circular25,
  ],
  scoring: {
    mode: 'checklist',
    levels: [
      { id: 'muc-1', label: { vi: 'Mức độ 1 (Khá)', en: 'Level 1 (Fair)' }, rank: 1 },
      { id: 'muc-2', label: { vi: 'Mức độ 2 (Tốt)', en: 'Level 2 (Good)' }, rank: 2 },
    ],
  },
  sections: [
    {
      id: 'lanh-dao',
      number: '1',
      title: {
        vi: 'Sự lãnh đạo, chỉ đạo của cấp ủy Đảng, chính quyền cấp xã',
        en: 'Leadership of the Party committee and the commune government',
      },
      criteria: [
        {
          id: 'tuyen-truyen',
          number: '1.1',
          title: {
            vi: 'Tuyên truyền nâng cao nhận thức của cộng đồng về học tập suốt đời, xây dựng xã hội học tập',
            en: 'Communication on lifelong learning and the learning society',
          },
          provenance: 'sourced',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' } },
          evidence: {
            examples: [
              {
                vi: 'Tin bài, lịch phát thanh, hình ảnh tuyên truyền',
                en: 'News, broadcast schedule, pictures of the campaign',
              },
            ],
          },
        },
        {
          id: 'chuong-trinh-ke-hoach',
          number: '1.2',
          title: {
            vi: 'Hằng năm có chương trình, kế hoạch xây dựng xã hội học tập và thực hiện đầy đủ',
            en: 'Yearly programmes and plans for the learning society, fully carried out',
          },
          provenance: 'sourced',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' } },
          evidence: {
            required: 'when-met',
            examples: [{ vi: 'Kế hoạch, chương trình của năm', en: "The year's plan or programme" }],
          },
        },
        {
          id: 'tuan-le-hoc-tap',
          number: '1.3',
          title: {
            vi: 'Có kế hoạch, hoạt động cụ thể trong “Tuần lễ hưởng ứng học tập suốt đời” và báo cáo theo quy định',
            en: 'Plan and activities for the lifelong learning week, and a report on it',
          },
          provenance: 'sourced',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' } },
          evidence: {
            required: 'when-met',
            examples: [{ vi: 'Kế hoạch và báo cáo về Tuần lễ', en: 'Plan and report of the week' }],
          },
        },
      ],
    },
    {
      id: 'nguon-luc',
      number: '2',
      title: {
        vi: 'Huy động nguồn lực và tạo môi trường thuận lợi để xây dựng xã hội học tập',
        en: 'Resources and a favourable environment for the learning society',
      },
      criteria: [
        {
          id: 'ngan-sach',
          number: '2.1',
          title: {
            vi: 'Bố trí đủ kinh phí từ ngân sách nhà nước hằng năm cho xây dựng xã hội học tập',
            en: 'Enough of the yearly state budget for building the learning society',
          },
          provenance: 'sourced',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' } },
          evidence: {
            required: 'when-met',
            examples: [{ vi: 'Quyết định giao dự toán, quyết toán', en: 'Budget decision or settlement' }],
          },
        },
        {
          id: 'xa-hoi-hoa',
          number: '2.2',
          title: {
            vi: 'Vận động, huy động nguồn lực xã hội tham gia và đạt kết quả tích cực',
            en: 'Mobilises social resources with a positive result',
          },
          provenance: 'sourced',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' } },
          evidence: {
            examples: [
              { vi: 'Báo cáo quỹ khuyến học của năm', en: "The year's report of the study-promotion fund" },
            ],
          },
        },
        {
          id: 'co-che-phoi-hop',
          number: '2.3',
          title: {
            vi: 'Có cơ chế phối hợp giữa Hội Khuyến học, các đoàn thể, cơ sở giáo dục và thiết chế văn hóa trên địa bàn xã',
            en: 'Coordination between the study-promotion association, mass organisations, schools and cultural institutions of the commune',
          },
          provenance: 'sourced',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' } },
          evidence: {
            examples: [{ vi: 'Quy chế, chương trình phối hợp', en: 'Rules or programme of coordination' }],
          },
        },
      ],
    },
    {
      id: 'thiet-che',
      number: '3',
      title: {
        vi: 'Hoạt động của trung tâm học tập cộng đồng, thư viện và trung tâm văn hóa - thể thao cấp xã',
        en: 'Performance of the community learning centre, library and culture and sports centre',
      },
      criteria: [
        {
          id: 'tieu-chi-3',
          title: {
            vi: 'Các chỉ tiêu của tiêu chí 3 (chưa có nguyên văn)',
            en: 'Targets of criterion 3 (wording not at hand)',
          },
          provenance: 'missing',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' } },
        },
      ],
    },
    {
      id: 'pho-cap-xoa-mu',
      number: '4',
      title: {
        vi: 'Kết quả phổ cập giáo dục, xóa mù chữ',
        en: 'Results of universal education and literacy',
      },
      criteria: [
        {
          id: 'tieu-chi-4',
          title: {
            vi: 'Các chỉ tiêu của tiêu chí 4 (chưa có nguyên văn)',
            en: 'Targets of criterion 4 (wording not at hand)',
          },
          provenance: 'missing',
          sourceNote: {
            vi: 'Tiêu chí này dẫn Nghị định 20/2014/NĐ-CP về phổ cập giáo dục, xóa mù chữ; số liệu của từng mức độ chưa có.',
            en: 'The criterion refers to Decree 20/2014/NĐ-CP on universal education and literacy; figures per level are not at hand.',
          },
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' }, 'muc-2': { require: 'yes' } },
        },
      ],
    },
    {
      id: 'tac-dung',
      number: '5',
      title: {
        vi: 'Tác dụng của việc xây dựng Cộng đồng học tập',
        en: 'Effect of building a learning community',
      },
      criteria: [
        {
          id: 'tieu-chi-5',
          title: {
            vi: 'Các chỉ tiêu của tiêu chí 5 (chưa có nguyên văn)',
            en: 'Targets of criterion 5 (wording not at hand)',
          },
          provenance: 'missing',
          input: 'yesno',
          levels: { 'muc-1': { require: 'yes' }, 'muc-2': { require: 'yes' } },
        },
      ],
    },
  ],
} satisfies CriteriaSet;
