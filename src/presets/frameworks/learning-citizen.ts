import type { CriteriaSet, Section } from '../../domain/criteria-set.schema.js';
import type { LocalText } from '../../domain/text.schema.js';
import { bases } from '../bases.js';

/** Evidence that people of one subject group have at hand, by indicator id. */
export type EvidenceExamples = Readonly<Record<string, readonly LocalText[]>>;

/** What differs between the sets of the four subject groups. */
export interface CitizenGroup {
  id: string;
  subjectGroup: string;
  /** The group as named in the title. */
  group: { vi: string; en: string };
  /** Added to the note on the source. */
  groupNote?: { vi: string; en: string };
  examples: EvidenceExamples;
}

const draftNote: LocalText = {
  vi: 'Nội dung theo dự thảo lấy ý kiến năm 2020; 10 điểm suy ra từ tổng 100 điểm.',
  en: 'Wording after the draft of 2020; the 10 points follow from the total of 100.',
};

/**
 * The framework "Công dân học tập" as a set for one subject group: 10 indicators of 10 points, title at 80 points
 * with no indicator below 5.
 */
export function learningCitizen({ id, subjectGroup, group, groupNote, examples }: CitizenGroup): CriteriaSet {
  return {
    format: 1,
    id,
    version: '1.0.0',
    model: 'citizen',
    subjectGroup,
    title: { vi: `Công dân học tập - ${group.vi}`, en: `Learning citizen: ${group.en}` },
    status: 'partial',
    source: {
      name: {
        vi: 'Bộ tiêu chí đánh giá, công nhận danh hiệu “Công dân học tập” giai đoạn 2021-2030',
        en: 'Criteria for the title “Learning Citizen”, 2021-2030',
      },
      number: '324/QĐ-KHVN',
      issuer: { vi: 'Hội Khuyến học Việt Nam', en: 'Vietnam Association for Promoting Education' },
      note: {
        vi: `Có hai số quyết định đang được dẫn: 324/QĐ-KHVN (trong Thông tư 24/2023/TT-BGDĐT) và 244/QĐ-KHVN ngày 28/7/2022; cần đối chiếu. Phiếu tự đánh giá riêng của từng nhóm đối tượng chưa có nguyên văn nên dùng chung 10 chỉ số của khung; nội dung viết lại. Đánh giá hằng năm nên ghi thời hạn 12 tháng, chưa có văn bản xác nhận; thẩm quyền công nhận chưa đối chiếu.${groupNote ? ` ${groupNote.vi}` : ''}`,
        en: `Two decision numbers circulate: 324/QĐ-KHVN (in Circular 24/2023/TT-BGDĐT) and 244/QĐ-KHVN of 28 July 2022; to be checked. The separate question sheets of the subject groups are not at hand, so the 10 indicators of the framework serve all; reworded. Assessed yearly, hence 12 months, not confirmed by a text; who recognises was not checked.${groupNote ? ` ${groupNote.en}` : ''}`,
      },
    },
    cycles: { from: '2023' },
    recognition: { months: 12 },
    bases: [bases.decision1373, bases.decision677, bases.decision387],
    scoring: {
      mode: 'points',
      max: 100,
      passMark: 80,
      minPerItem: 5,
      classes: [
        {
          id: 'dat',
          label: { vi: 'Đạt danh hiệu Công dân học tập', en: 'Title Learning Citizen' },
          min: 80,
        },
      ],
    },
    sections: sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((indicator) => {
        const own = examples[indicator.id];
        return own ? { ...indicator, evidence: { examples: [...own] } } : indicator;
      }),
    })),
  };
}

const sections: Section[] = [
  {
    id: 'tu-hoc',
    number: 'I',
    title: { vi: 'Năng lực tự học, học tập suốt đời', en: 'Competency in self-study and lifelong learning' },
    max: 40,
    criteria: [
      {
        id: 'cap-nhat-kien-thuc',
        number: '1',
        title: {
          vi: 'Biết tìm, tra cứu, đọc và cập nhật thông tin, kiến thức qua sách báo, phương tiện truyền thông, thiết bị cá nhân',
          en: 'Finds, looks up, reads and keeps up with knowledge in print, in the media and on personal devices',
        },
        provenance: 'sourced',
        input: 'points',
        max: 10,
        step: 0.5,
      },
      {
        id: 'ke-hoach-hoc-tap',
        number: '2',
        title: {
          vi: 'Có kế hoạch học tập và thực hiện theo chương trình mà công việc đòi hỏi hoặc do Nhà nước, cơ quan, đoàn thể quy định',
          en: 'Makes and keeps a study plan following the programmes required by the job, the state, the agency or a mass organisation',
        },
        provenance: 'sourced',
        input: 'points',
        max: 10,
        step: 0.5,
      },
      {
        id: 'tham-gia-cong-dong',
        number: '3',
        title: {
          vi: 'Thu xếp công việc để có thời gian tham gia sinh hoạt cộng đồng, hoạt động của cơ sở văn hóa, giáo dục, hội thảo, tọa đàm',
          en: 'Arranges work so as to have time for community activities, cultural and education institutions and seminars',
        },
        provenance: 'sourced',
        input: 'points',
        max: 10,
        step: 0.5,
      },
      {
        id: 'dong-vien-nguoi-khac',
        number: '4',
        title: {
          vi: 'Động viên và tạo điều kiện để người thân, đồng nghiệp học tập thường xuyên',
          en: 'Encourages and enables relatives and colleagues to learn regularly',
        },
        provenance: 'sourced',
        input: 'points',
        max: 10,
        step: 0.5,
      },
    ],
  },
  {
    id: 'su-dung-cong-cu',
    number: 'II',
    title: {
      vi: 'Năng lực sử dụng công cụ trong học tập, làm việc và giao tiếp',
      en: 'Competency in using tools to learn, work and interact',
    },
    max: 40,
    criteria: [
      {
        id: 'cong-nghe-thong-tin',
        number: '5',
        title: {
          vi: 'Sử dụng công nghệ thông tin phục vụ công việc và đời sống',
          en: 'Uses information technology for work and life',
        },
        provenance: 'sourced',
        input: 'points',
        max: 10,
        step: 0.5,
      },
      {
        id: 'ngoai-ngu',
        number: '6',
        title: {
          vi: 'Sử dụng ngoại ngữ theo yêu cầu của công việc, vị trí đảm nhiệm',
          en: 'Uses a foreign language as the job or position requires',
        },
        guidance: {
          vi: 'Công việc không đòi hỏi ngoại ngữ: chưa tìm được quy định cách chấm, xin ý kiến Hội Khuyến học nơi đăng ký.',
          en: 'Where the job requires no foreign language: no rule was found; ask the association where you registered.',
        },
        provenance: 'sourced',
        input: 'points',
        max: 10,
        step: 0.5,
      },
      {
        id: 'tinh-toan-cai-tien',
        number: '7',
        title: {
          vi: 'Biết tính toán để cải tiến, sáng tạo trong công việc, nâng cao chất lượng, hiệu quả',
          en: 'Calculates so that work is improved, creative, of better quality and effect',
        },
        provenance: 'inferred',
        sourceNote: {
          vi: 'Ô điểm trong nguồn bị bỏ trống; 10 điểm suy ra từ tổng 100 điểm.',
          en: 'The points are blank in the source; the 10 follow from the total of 100.',
        },
        input: 'points',
        max: 10,
        step: 0.5,
      },
      {
        id: 'tu-duy-phan-bien',
        number: '8',
        title: {
          vi: 'Vận dụng tư duy biện chứng, tư duy phản biện trong công tác, sản xuất, dịch vụ và hoạt động xã hội',
          en: 'Dialectical and critical thinking in work, production, services and social activity',
        },
        provenance: 'sourced',
        input: 'points',
        max: 10,
        step: 0.5,
      },
    ],
  },
  {
    id: 'quan-he-xa-hoi',
    number: 'III',
    title: {
      vi: 'Năng lực xây dựng và thực hiện các mối quan hệ xã hội',
      en: 'Competency in building and living social relations',
    },
    max: 20,
    criteria: [
      {
        id: 'quan-he-than-thien',
        number: '9',
        title: {
          vi: 'Quan hệ thân thiện, biết dung hòa các mối quan hệ để tránh mâu thuẫn',
          en: 'Friendly relations, balanced so as to avoid conflict',
        },
        provenance: 'inferred',
        sourceNote: draftNote,
        input: 'points',
        max: 10,
        step: 0.5,
      },
      {
        id: 'hop-tac-chia-se',
        number: '10',
        title: {
          vi: 'Hợp tác, chia sẻ trong công việc và trong đời sống cộng đồng',
          en: 'Cooperates and shares in work and community life',
        },
        provenance: 'inferred',
        sourceNote: draftNote,
        input: 'points',
        max: 10,
        step: 0.5,
      },
    ],
  },
];
