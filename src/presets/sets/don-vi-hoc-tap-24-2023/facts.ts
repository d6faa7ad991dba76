import type { Fact } from '../../../domain/criteria-set.schema.js';

/** What the conditions of the set ask about the unit. */
export const facts: Fact[] = [
  {
    id: 'unit-kind',
    label: { vi: 'Loại hình đơn vị', en: 'Kind of unit' },
    kind: 'choice',
    options: [
      { id: 'state-agency', label: { vi: 'Cơ quan hành chính nhà nước', en: 'State agency' } },
      {
        id: 'kindergarten',
        label: { vi: 'Nhà trẻ, trường mẫu giáo, trường mầm non', en: 'Nursery school or kindergarten' },
      },
      {
        id: 'primary-lower-secondary',
        label: { vi: 'Trường tiểu học, trường trung học cơ sở', en: 'Primary or lower secondary school' },
      },
      {
        id: 'high-school',
        label: {
          vi: 'Trường trung học phổ thông, trường phổ thông có cấp học cao nhất là trung học phổ thông',
          en: 'High school, or school whose highest grades are those of a high school',
        },
      },
      {
        id: 'continuing-education',
        label: {
          vi: 'Trung tâm giáo dục thường xuyên, trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên',
          en: 'Continuing education centre',
        },
      },
      {
        id: 'vocational',
        label: { vi: 'Cơ sở giáo dục nghề nghiệp', en: 'Vocational education establishment' },
      },
      { id: 'university', label: { vi: 'Cơ sở giáo dục đại học', en: 'Higher education establishment' } },
      {
        id: 'public-service-unit',
        label: { vi: 'Đơn vị sự nghiệp khác', en: 'Other public service (non-business) unit' },
      },
      { id: 'enterprise', label: { vi: 'Doanh nghiệp, hợp tác xã', en: 'Enterprise or cooperative' } },
      { id: 'other', label: { vi: 'Tổ chức khác', en: 'Other organisation' } },
    ],
  },
  {
    id: 'public-body',
    label: {
      vi: 'Đơn vị là cơ quan nhà nước hoặc đơn vị sự nghiệp công lập',
      en: 'The unit is a state agency or a public service unit',
    },
    kind: 'boolean',
  },
  {
    id: 'digitalising',
    label: {
      vi: 'Đơn vị đang triển khai chuyển đổi số',
      en: 'The unit is carrying out its digital transformation',
    },
    kind: 'boolean',
  },
];
