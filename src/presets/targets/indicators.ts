import type { Indicator } from '../../domain/target/target.schema.js';

const share = (
  id: string,
  vi: string,
  en: string,
  unit: { vi: string; en: string },
  more: Partial<Indicator> = {},
): Indicator => ({ id, label: { vi, en }, unit, kind: 'share', origin: 'records', ...more });

const number = (id: string, vi: string, en: string, unit: { vi: string; en: string }): Indicator => ({
  id,
  label: { vi, en },
  unit,
  kind: 'number',
  origin: 'report',
});

const associations = { vi: 'hội', en: 'associations' };
const families = { vi: 'gia đình', en: 'families' };
const clans = { vi: 'dòng họ', en: 'clans' };
const communities = { vi: 'cộng đồng', en: 'communities' };
const units = { vi: 'đơn vị', en: 'units' };
const people = { vi: 'người', en: 'people' };
const chairs = { vi: 'xã, phường, đặc khu', en: 'communes' };

/** What the national programmes count, in our own words. `report`: not to be had from the register of subjects. */
const national: readonly Indicator[] = [
  share(
    'gia-dinh',
    'Gia đình được công nhận “Gia đình học tập”',
    'Families recognised as Learning Families',
    families,
    {
      model: 'family',
    },
  ),
  share('dong-ho', 'Dòng họ được công nhận “Dòng họ học tập”', 'Clans recognised as Learning Clans', clans, {
    model: 'clan',
  }),
  share(
    'cong-dong',
    'Cộng đồng (thôn, bản, tổ dân phố) được công nhận “Cộng đồng học tập”',
    'Communities (hamlets, quarters) recognised as Learning Communities',
    communities,
    { model: 'community' },
  ),
  share(
    'don-vi',
    'Đơn vị trên địa bàn cấp xã được công nhận “Đơn vị học tập”',
    'Units in the commune recognised as Learning Units',
    units,
    { model: 'unit' },
  ),
  share(
    'cong-dan-lao-dong',
    'Người lao động trong các gia đình, dòng họ, cộng đồng học tập đạt “Công dân học tập”',
    'Workers in learning families, clans and communities who are Learning Citizens',
    people,
    { model: 'citizen' },
  ),
  share(
    'cong-dan-can-bo',
    'Cán bộ, công chức, viên chức trong các đơn vị học tập đạt “Công dân học tập”',
    'Officials and employees in learning units who are Learning Citizens',
    people,
    { model: 'citizen', subjectGroup: 'officials' },
  ),
  share(
    'cong-dan-nguoi-lon',
    'Người lớn trong các gia đình, dòng họ, cộng đồng học tập đạt “Công dân học tập”',
    'Adults in learning families, clans and communities who are Learning Citizens',
    people,
    { model: 'citizen' },
  ),
  share(
    'ky-nang-so',
    'Công dân học tập có kỹ năng số đáp ứng yêu cầu công việc',
    'Learning Citizens with the digital skills that their work asks for',
    people,
    { origin: 'report' },
  ),
  share(
    'tu-cap-nhat',
    'Trong số đó, người tự cập nhật được thông tin công dân học tập trên mạng',
    'Of those, people who can keep their own record online',
    people,
    { origin: 'report' },
  ),
  share(
    'can-bo-hoi',
    'Cán bộ, hội viên Hội Khuyến học được học tập, quán triệt chủ trương, chính sách',
    'Officers and members of the association who were taught the policies',
    people,
    { origin: 'report' },
  ),
  share(
    'can-bo-hoc-tieu-chi',
    'Cán bộ, hội viên Hội Khuyến học được tập huấn về tiêu chí “Công dân học tập”',
    'Officers and members of the association who were taught the criteria for Learning Citizens',
    people,
    { origin: 'report' },
  ),
  share(
    'lanh-dao-trung-tam',
    'Nơi có Chủ tịch hoặc Phó Chủ tịch Hội Khuyến học cấp xã tham gia quản lý trung tâm học tập cộng đồng',
    'Communes whose chair or vice-chair of the association helps to run the learning centre',
    chairs,
    { origin: 'report' },
  ),
  share(
    'can-bo-trung-tam',
    'Cán bộ khuyến học cấp xã tham gia tổ chức hoạt động của trung tâm học tập cộng đồng',
    'Officers of the commune who help to organise what the learning centre does',
    people,
    { origin: 'report' },
  ),
];

/** What associations count beside it in their yearly reports. */
const counted: readonly Indicator[] = [
  share('cong-dan', 'Người đạt “Công dân học tập”', 'People who are Learning Citizens', people, {
    model: 'citizen',
  }),
  share('cong-dan-nong-dan', 'Nông dân đạt “Công dân học tập”', 'Farmers who are Learning Citizens', people, {
    model: 'citizen',
    subjectGroup: 'farmers',
  }),
  share(
    'cong-dan-cong-nhan',
    'Công nhân đạt “Công dân học tập”',
    'Workers who are Learning Citizens',
    people,
    { model: 'citizen', subjectGroup: 'workers' },
  ),
  share(
    'cong-dan-nguoi-hoc',
    'Người học đạt “Công dân học tập”',
    'Learners who are Learning Citizens',
    people,
    { model: 'citizen', subjectGroup: 'learners' },
  ),
  number('hoi-cap-huyen', 'Hội Khuyến học cấp huyện', 'Associations of districts', associations),
  number('hoi-cap-xa', 'Hội Khuyến học cấp xã', 'Associations of communes', associations),
  number('chi-hoi', 'Chi hội khuyến học', 'Branches of the association', { vi: 'chi hội', en: 'branches' }),
  number('ban-khuyen-hoc', 'Ban khuyến học', 'Study-promotion boards', { vi: 'ban', en: 'boards' }),
  share(
    'hoi-vien',
    'Hội viên Hội Khuyến học trong dân số',
    'Members of the association in the population',
    people,
    { origin: 'report' },
  ),
  number('trung-tam', 'Trung tâm học tập cộng đồng', 'Community learning centres', {
    vi: 'trung tâm',
    en: 'centres',
  }),
  number(
    'trung-tam-luot-hoc',
    'Lượt người học tại trung tâm học tập cộng đồng',
    'Attendances at community learning centres',
    { vi: 'lượt người', en: 'attendances' },
  ),
];

export const indicators: readonly Indicator[] = [...national, ...counted];
