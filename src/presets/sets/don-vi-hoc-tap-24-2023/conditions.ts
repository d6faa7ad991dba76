import type { Section } from '../../../domain/criteria-set.schema.js';

/** Criterion 1: conditions for building a learning unit. */
export const conditions: Section = {
  id: 'dieu-kien',
  number: '1',
  title: { vi: 'Điều kiện xây dựng Đơn vị học tập', en: 'Conditions for building a learning unit' },
  criteria: [
    {
      id: 'ke-hoach-hoc-tap',
      number: '1.1',
      title: {
        vi: 'Hằng năm ban hành kế hoạch để thành viên học tập thường xuyên và tổ chức thực hiện kế hoạch đó',
        en: 'A yearly plan for the regular study of members is issued and carried out',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      evidence: {
        required: 'when-met',
        examples: [
          { vi: 'Kế hoạch học tập, bồi dưỡng của năm', en: "The year's study and training plan" },
          { vi: 'Báo cáo kết quả thực hiện kế hoạch', en: 'Report on how the plan was carried out' },
        ],
      },
    },
    {
      id: 'che-do-boi-duong',
      number: '1.2',
      title: {
        vi: 'Thực hiện đầy đủ chế độ đào tạo, bồi dưỡng theo quy định; có quy định nội bộ khuyến khích, động viên thành viên học tập',
        en: 'Training regime fully applied; internal rules that encourage members to study',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      evidence: {
        examples: [
          { vi: 'Quyết định cử đi đào tạo, bồi dưỡng', en: 'Decisions sending members to training' },
          {
            vi: 'Quy chế nội bộ có nội dung hỗ trợ, khen thưởng việc học tập',
            en: 'Internal rules on support and rewards for study',
          },
        ],
      },
    },
    {
      id: 'ho-tro-mam-non',
      number: '1.2a',
      title: {
        vi: 'Tham gia bồi dưỡng, hỗ trợ chuyên môn cho giáo viên các cơ sở giáo dục mầm non khác trên địa bàn',
        en: 'Takes part in training and supporting the teachers of other preschools in the area',
      },
      provenance: 'sourced',
      sourceNote: {
        vi: 'Trong Thông tư là một phần của chỉ tiêu 1.2; tách riêng để chỉ hỏi trường mầm non công lập.',
        en: 'Part of target 1.2 in the Circular; set apart so that only public kindergartens are asked.',
      },
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      appliesIf: {
        all: [
          { fact: 'unit-kind', in: ['kindergarten'] },
          { fact: 'public-body', in: [true] },
        ],
      },
      evidence: {
        examples: [
          {
            vi: 'Kế hoạch, biên bản sinh hoạt chuyên môn cụm trường',
            en: 'Plan or minutes of professional meetings among schools',
          },
        ],
      },
    },
    {
      id: 'kinh-phi',
      number: '1.3',
      title: {
        vi: 'Bố trí đủ kinh phí từ ngân sách hằng năm cho đào tạo, bồi dưỡng thành viên',
        en: 'Enough of the yearly state budget is set aside for training members',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      appliesIf: { fact: 'public-body', in: [true] },
      evidence: {
        required: 'when-met',
        examples: [
          {
            vi: 'Dự toán, quyết toán có mục chi đào tạo, bồi dưỡng',
            en: 'Budget or settlement with an item for training',
          },
        ],
      },
    },
    {
      id: 'cong-cu-so',
      number: '1.4',
      title: {
        vi: 'Thành viên được trang bị công cụ, phương tiện để làm việc và học tập khi đơn vị chuyển đổi số',
        en: 'Members get the tools and equipment they need to work and study while the unit goes digital',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      appliesIf: { fact: 'digitalising', in: [true] },
      evidence: {
        examples: [
          {
            vi: 'Danh mục thiết bị, phần mềm cấp cho thành viên',
            en: 'List of devices and software given to members',
          },
        ],
      },
    },
    {
      id: 'phuc-vu-nguoi-dan',
      number: '1.5',
      title: {
        vi: 'Tham gia hoạt động phục vụ việc học tập suốt đời của người dân',
        en: "Takes part in activities that serve people's lifelong learning",
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      evidence: {
        examples: [
          {
            vi: 'Hình ảnh, tin bài về hoạt động trong Tuần lễ hưởng ứng học tập suốt đời',
            en: 'Pictures or news of activities in the lifelong learning week',
          },
          {
            vi: 'Văn bản phối hợp với trung tâm học tập cộng đồng, thư viện',
            en: 'Papers on cooperation with a community learning centre or a library',
          },
        ],
      },
    },
  ],
};
