/**
 * The content that every contestant shows: a criteria set in the project's own format, made up, always the same
 * for the same number. Four kinds of input take turns, so that a quarter of the criteria is of each kind.
 */

const things = [
  'kế hoạch xây dựng đơn vị học tập của năm',
  'việc học tập thường xuyên của viên chức, người lao động',
  'bồi dưỡng kỹ năng số và kỹ năng nghề nghiệp',
  'phối hợp với hội khuyến học và trung tâm học tập cộng đồng',
  'chế độ khen thưởng người học tập tiêu biểu',
  'tủ sách, tài liệu và học liệu mở của đơn vị',
  'kinh phí dành cho hoạt động học tập',
  'chia sẻ kinh nghiệm, sáng kiến trong công việc',
  'theo dõi, đánh giá kết quả học tập hằng quý',
  'môi trường học tập thuận lợi tại nơi làm việc',
];
const verbs = ['Có', 'Tổ chức', 'Thực hiện', 'Duy trì', 'Công khai', 'Đổi mới', 'Bảo đảm'];
const sectionTitles = ['Điều kiện', 'Hoạt động', 'Kết quả', 'Hiệu quả', 'Đổi mới'];
const inputs = ['points', 'options', 'yesno', 'percent'];
const local = (vi) => ({ vi });

/** Points that one criterion gives at most. */
export const maxPerCriterion = 2;

const kinds = {
  points: { input: 'points', step: 0.25 },
  options: {
    input: 'options',
    options: [
      { id: 'none', label: local('Chưa thực hiện'), points: 0 },
      { id: 'some', label: local('Thực hiện một phần'), points: 0.5 },
      { id: 'most', label: local('Thực hiện phần lớn'), points: 1 },
      { id: 'all', label: local('Thực hiện đầy đủ'), points: 2 },
    ],
  },
  yesno: { input: 'yesno' },
  percent: {
    input: 'percent',
    bands: [
      { atLeast: 50, points: 0.5 },
      { atLeast: 70, points: 1 },
      { atLeast: 90, points: 2 },
    ],
    numeratorLabel: local('Số người đạt'),
    denominatorLabel: local('Tổng số người'),
  },
};

function criterion(index) {
  const kind = inputs[index % inputs.length];
  const thing = things[(index * 3) % things.length];
  return {
    id: `c${index + 1}`,
    number: `${Math.floor(index / 10) + 1}.${(index % 10) + 1}`,
    title: local(`${verbs[index % verbs.length]} ${thing}, tiêu chí thứ ${index + 1}`),
    guidance: local(`Căn cứ hồ sơ lưu tại đơn vị về ${thing}; tính đến ngày 31 tháng 12 của năm đánh giá.`),
    max: maxPerCriterion,
    ...kinds[kind],
    evidence: { required: 'when-met', examples: [local('Quyết định, kế hoạch, báo cáo hoặc ảnh chụp')] },
  };
}

/**
 * A criteria set in points mode with sections of ten.
 * @param {number} count criteria
 */
export function criteriaSet(count) {
  const max = count * maxPerCriterion;
  const sections = [];
  for (let start = 0; start < count; start += 10) {
    const length = Math.min(10, count - start);
    const number = start / 10;
    sections.push({
      id: `s${number + 1}`,
      number: `${number + 1}`,
      title: local(`${sectionTitles[number % sectionTitles.length]} (phần ${number + 1})`),
      max: length * maxPerCriterion,
      criteria: Array.from({ length }, (_, offset) => criterion(start + offset)),
    });
  }
  return {
    format: 1,
    id: `bench-${count}`,
    version: '1.0',
    model: 'unit',
    title: local(`Bộ tiêu chí thử tốc độ, ${count} tiêu chí`),
    status: 'sample',
    source: { name: local('Dữ liệu thử, không có giá trị pháp lý') },
    cycles: { from: '2020' },
    scoring: {
      mode: 'points',
      max,
      classes: [
        { id: 'good', label: local('Tốt'), min: max * 0.8 },
        { id: 'fair', label: local('Khá'), min: max * 0.65 },
        { id: 'average', label: local('Trung bình'), min: max * 0.5, recognised: false },
      ],
    },
    sections,
  };
}
