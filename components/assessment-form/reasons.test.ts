import { expect } from '@open-wc/testing';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { criterion, setOf, twoLevels } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

/** For every point why it was given: each kind of input with the exact sentence, its points and the running total. */

let mounted: Mounted;
afterEach(() => mounted.unmount());

const label = (vi: string, en: string) => ({ vi, en });

/** One criterion of each kind: 100 points for a school, of which an office would be asked others. */
function everyKind(): CriteriaSet {
  return setOf(
    {
      mode: 'points',
      max: 100,
      passMark: 80,
      notApplicable: 'reweight',
      classes: [{ id: 'dat', label: label('Đạt danh hiệu', 'Title'), min: 80 }],
    },
    [
      criterion('diem', { input: 'points', max: 10, step: 0.5, min: 5 }),
      criterion('ty-le', {
        input: 'percent',
        max: 20,
        bands: [
          { atLeast: 50, points: 10 },
          { atLeast: 90, points: 20 },
        ],
      }),
      criterion('muc', {
        input: 'options',
        max: 10,
        options: [
          { id: 'het', label: label('Đầy đủ', 'Fully'), points: 10 },
          { id: 'phan', label: label('Một phần', 'In part'), points: 4.5 },
        ],
      }),
      criterion('co', { input: 'yesno', max: 10 }),
      criterion('bo-qua', { input: 'points', max: 10, notApplicable: true }),
      criterion('truong', { input: 'points', max: 10, appliesIf: { fact: 'kind', in: ['school'] } }),
      criterion('van-phong', { input: 'points', max: 10, appliesIf: { fact: 'kind', in: ['office'] } }),
      criterion('giay', { input: 'yesno', max: 30, evidence: { required: 'when-met' } }),
    ],
  );
}

/** A checklist: a plain target, a share for two levels, one for the upper level alone, one without its wording. */
function checklist(): CriteriaSet {
  const set = twoLevels();
  if (set.scoring.mode === 'checklist') {
    for (const level of set.scoring.levels) level.label.en = `Level ${level.rank}`;
  }
  set.sections[0]!.criteria.push(criterion('thieu', { input: 'yesno', provenance: 'missing' }));
  return set;
}

const words = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const field = (id: string, name: string): HTMLInputElement => mounted.$(`#c-${id} [data-f=${name}]`);
const choose = (id: string, value: string): void => mounted.$(`#c-${id} [value="${value}"]`).click();
const share = (id: string, numerator: string, denominator: string): void => {
  type(field(id, 'numerator'), numerator);
  type(field(id, 'denominator'), denominator);
};

/** What stands under the criterion, what it is worth, and the total, after the act. */
type Shown = readonly [why: string, worth: string, total: string];
interface Step {
  what: string;
  id: string;
  act: () => void;
  vi: Shown;
  en: Shown;
}
const step = (what: string, id: string, act: () => void, vi: Shown, en: Shown): Step => ({
  what,
  id,
  act,
  vi,
  en,
});
const score = (id: string, value: string) => (): void => type(field(id, 'points'), value);
const leaveOut = (id: string) => (): void => field(id, 'notApplicable').click();
const because = (id: string) => (): void => type(field(id, 'reason'), 'Trong năm không phát sinh.');

const points: Step[] = [
  step(
    'points typed',
    'diem',
    score('diem', '7,5'),
    ['Tự chấm 7,5 trên tối đa 10 điểm.', '7,5 / 10 điểm', '7,5 / 100 điểm'],
    ['Self-scored 7.5 of at most 10 points.', '7.5 / 10 points', '7.5 / 100 points'],
  ),
  step(
    'fewer than the minimum',
    'diem',
    score('diem', '4'),
    ['Tự chấm 4 trên tối đa 10 điểm. Được 4 điểm, dưới mức tối thiểu 5 điểm.', '4 / 10 điểm', '4 / 100 điểm'],
    [
      'Self-scored 4 of at most 10 points. 4 points are below the minimum of 5.',
      '4 / 10 points',
      '4 / 100 points',
    ],
  ),
  step(
    'a finer step than the set has',
    'diem',
    score('diem', '7,25'),
    ['Điểm mục này chỉ chấm lẻ đến 0,5 điểm.', 'Cần sửa', '0 / 100 điểm'],
    ['Points go in steps of 0.5 here.', 'Needs correction', '0 / 100 points'],
  ),
  step(
    'more than the maximum',
    'diem',
    score('diem', '11'),
    ['Số này vượt mức tối đa 10.', 'Cần sửa', '0 / 100 điểm'],
    ['This number is above the maximum of 10.', 'Needs correction', '0 / 100 points'],
  ),
  step(
    'less than nothing',
    'diem',
    score('diem', '-1'),
    ['Số không được âm.', 'Cần sửa', '0 / 100 điểm'],
    ['The number must not be negative.', 'Needs correction', '0 / 100 points'],
  ),
  step(
    'points mended',
    'diem',
    score('diem', '9'),
    ['Tự chấm 9 trên tối đa 10 điểm.', '9 / 10 điểm', '9 / 100 điểm'],
    ['Self-scored 9 of at most 10 points.', '9 / 10 points', '9 / 100 points'],
  ),
  step(
    'a share in the upper band',
    'ty-le',
    () => share('ty-le', '28', '30'),
    ['Tỷ lệ 93,33% thuộc mức từ 90%, được 20 trên tối đa 20 điểm.', '20 / 20 điểm', '29 / 100 điểm'],
    ['93.33% falls in the band from 90%: 20 of at most 20 points.', '20 / 20 points', '29 / 100 points'],
  ),
  step(
    'a share in the lower band',
    'ty-le',
    () => share('ty-le', '20', '30'),
    ['Tỷ lệ 66,66% thuộc mức từ 50%, được 10 trên tối đa 20 điểm.', '10 / 20 điểm', '19 / 100 điểm'],
    ['66.66% falls in the band from 50%: 10 of at most 20 points.', '10 / 20 points', '19 / 100 points'],
  ),
  step(
    'a share below every band',
    'ty-le',
    () => share('ty-le', '14', '30'),
    ['Tỷ lệ 46,66% chưa tới mức thấp nhất, được 0 trên tối đa 20 điểm.', '0 / 20 điểm', '9 / 100 điểm'],
    ['46.66% is below the lowest band: 0 of at most 20 points.', '0 / 20 points', '9 / 100 points'],
  ),
  step(
    'a part above its whole',
    'ty-le',
    () => share('ty-le', '31', '30'),
    ['Số đạt (31) lớn hơn tổng số (30).', 'Cần sửa', '9 / 100 điểm'],
    ['The number reached (31) is greater than the total (30).', 'Needs correction', '9 / 100 points'],
  ),
  step(
    'a share on the very edge of a band',
    'ty-le',
    () => share('ty-le', '27', '30'),
    ['Tỷ lệ 90% thuộc mức từ 90%, được 20 trên tối đa 20 điểm.', '20 / 20 điểm', '29 / 100 điểm'],
    ['90% falls in the band from 90%: 20 of at most 20 points.', '20 / 20 points', '29 / 100 points'],
  ),
  step(
    'one of the options',
    'muc',
    () => choose('muc', 'phan'),
    ['Mức đã chọn được 4,5 trên tối đa 10 điểm.', '4,5 / 10 điểm', '33,5 / 100 điểm'],
    ['The chosen level gives 4.5 of at most 10 points.', '4.5 / 10 points', '33.5 / 100 points'],
  ),
  step(
    'the best of the options',
    'muc',
    () => choose('muc', 'het'),
    ['Mức đã chọn được 10 trên tối đa 10 điểm.', '10 / 10 điểm', '39 / 100 điểm'],
    ['The chosen level gives 10 of at most 10 points.', '10 / 10 points', '39 / 100 points'],
  ),
  step(
    'no',
    'co',
    () => choose('co', 'false'),
    ['Chưa đạt, được 0 trên tối đa 10 điểm.', '0 / 10 điểm', '39 / 100 điểm'],
    ['Not met: 0 of at most 10 points.', '0 / 10 points', '39 / 100 points'],
  ),
  step(
    'yes',
    'co',
    () => choose('co', 'true'),
    ['Đạt, được 10 trên tối đa 10 điểm.', '10 / 10 điểm', '49 / 100 điểm'],
    ['Met: 10 of at most 10 points.', '10 / 10 points', '49 / 100 points'],
  ),
  step(
    'not applicable without a reason',
    'bo-qua',
    leaveOut('bo-qua'),
    ['Cần nêu lý do không áp dụng.', 'Cần sửa', '49 / 100 điểm'],
    ['Please give the reason why it does not apply.', 'Needs correction', '49 / 100 points'],
  ),
  step(
    'not applicable with its reason: the rest is scaled',
    'bo-qua',
    because('bo-qua'),
    ['Không áp dụng, đã nêu lý do.', 'Không áp dụng', '54,44 / 100 điểm'],
    ['Not applicable; the reason is given.', 'Not applicable', '54.44 / 100 points'],
  ),
  step(
    'what is asked of schools only',
    'truong',
    score('truong', '8'),
    ['Tự chấm 8 trên tối đa 10 điểm.', '8 / 10 điểm', '63,33 / 100 điểm'],
    ['Self-scored 8 of at most 10 points.', '8 / 10 points', '63.33 / 100 points'],
  ),
  step(
    'no, where a yes needs evidence',
    'giay',
    () => choose('giay', 'false'),
    ['Chưa đạt, được 0 trên tối đa 30 điểm.', '0 / 30 điểm', '63,33 / 100 điểm'],
    ['Not met: 0 of at most 30 points.', '0 / 30 points', '63.33 / 100 points'],
  ),
  step(
    'a yes without its evidence',
    'giay',
    () => choose('giay', 'true'),
    ['Đạt, được 30 trên tối đa 30 điểm. Cần có minh chứng.', '30 / 30 điểm', '96,67 / 100 điểm'],
    ['Met: 30 of at most 30 points. Evidence is required.', '30 / 30 points', '96.67 / 100 points'],
  ),
];

const targets: Step[] = [
  step(
    'yes',
    'plan',
    () => choose('plan', 'true'),
    ['Đạt chỉ tiêu.', 'Đạt', '1 / 3 chỉ tiêu đạt'],
    ['The target is met.', 'Met', '1 / 3 targets met'],
  ),
  step(
    'no',
    'plan',
    () => choose('plan', 'false'),
    ['Chưa đạt chỉ tiêu.', 'Chưa đạt', '0 / 3 chỉ tiêu đạt'],
    ['The target is not met.', 'Not met', '0 / 3 targets met'],
  ),
  step(
    'not applicable without a reason',
    'plan',
    leaveOut('plan'),
    ['Cần nêu lý do không áp dụng.', 'Cần sửa', '0 / 3 chỉ tiêu đạt'],
    ['Please give the reason why it does not apply.', 'Needs correction', '0 / 3 targets met'],
  ),
  step(
    'not applicable with its reason: one target less',
    'plan',
    because('plan'),
    ['Không áp dụng, đã nêu lý do.', 'Không áp dụng', '0 / 2 chỉ tiêu đạt'],
    ['Not applicable; the reason is given.', 'Not applicable', '0 / 2 targets met'],
  ),
  step(
    'a share for no level',
    'share',
    () => share('share', '26', '30'),
    [
      'Mức 1: chưa đạt, 26/30 = 86,66% (yêu cầu từ 90%). Mức 2: chưa đạt, 26/30 = 86,66% (yêu cầu từ 95%).',
      'Chưa đạt',
      '0 / 2 chỉ tiêu đạt',
    ],
    [
      'Level 1: not met, 26/30 = 86.66% (at least 90% required). Level 2: not met, 26/30 = 86.66% (at least 95% required).',
      'Not met',
      '0 / 2 targets met',
    ],
  ),
  step(
    'a share for the lower level',
    'share',
    () => share('share', '28', '30'),
    [
      'Mức 1: đạt, 28/30 = 93,33% (yêu cầu từ 90%). Mức 2: chưa đạt, 28/30 = 93,33% (yêu cầu từ 95%).',
      'Đạt một phần',
      '0 / 2 chỉ tiêu đạt',
    ],
    [
      'Level 1: met, 28/30 = 93.33% (at least 90% required). Level 2: not met, 28/30 = 93.33% (at least 95% required).',
      'Partly met',
      '0 / 2 targets met',
    ],
  ),
  step(
    'nothing to count from',
    'share',
    () => share('share', '0', '0'),
    ['Tổng số phải lớn hơn 0.', 'Cần sửa', '0 / 2 chỉ tiêu đạt'],
    ['The total number must be greater than 0.', 'Needs correction', '0 / 2 targets met'],
  ),
  step(
    'a share on the very edge of the upper level',
    'share',
    () => share('share', '1.140', '1.200'),
    [
      'Mức 1: đạt, 1.140/1.200 = 95% (yêu cầu từ 90%). Mức 2: đạt, 1.140/1.200 = 95% (yêu cầu từ 95%).',
      'Đạt',
      '1 / 2 chỉ tiêu đạt',
    ],
    [
      'Level 1: met, 1,140/1,200 = 95% (at least 90% required). Level 2: met, 1,140/1,200 = 95% (at least 95% required).',
      'Met',
      '1 / 2 targets met',
    ],
  ),
  step(
    'what the upper level alone asks',
    'upper',
    () => choose('upper', 'true'),
    ['Đạt chỉ tiêu.', 'Đạt', '2 / 2 chỉ tiêu đạt'],
    ['The target is met.', 'Met', '2 / 2 targets met'],
  ),
];

/** The sentences about the whole at the end of each way. */
const whole = {
  points: {
    vi: [
      'Tổng 96,67 trên 100 điểm: Đạt danh hiệu (từ 80 điểm).',
      'Được 87 trên 90 điểm của các mục áp dụng, quy về thang 100 thành 96,67 điểm.',
    ],
    en: [
      '96.67 of 100 points: Title (from 80 points).',
      '87 of the 90 points that apply; scaled to 100, that is 96.67 points.',
    ],
  },
  targets: {
    vi: [
      'Đạt Mức 2: đạt mọi chỉ tiêu đang được xét.',
      'Có 1 mục chưa có nguyên văn nên kết quả chỉ là tạm tính.',
    ],
    en: [
      'Level 2 is reached: every target that can be assessed is met.',
      'The wording of 1 item is not at hand, so the result is provisional.',
    ],
  },
};

async function walk(set: CriteriaSet, steps: readonly Step[], lang: 'vi' | 'en'): Promise<string[]> {
  mounted = mountForm({ sets: [set], lang });
  await register(mounted);
  const heading = lang === 'vi' ? 'Tự đánh giá' : 'self-assessment';
  await until(() => words(mounted.$('.top h2')).includes(heading), 'the words of the language');
  for (const { what, id, act, ...expected } of steps) {
    act();
    await mounted.drawn();
    const shown = ['.why', '.badge'].map((part) => words(mounted.$(`#c-${id} ${part}`)));
    expect([...shown, words(mounted.$('.score'))], what).to.deep.equal(expected[lang]);
    // What is said on the screen is what a reader of the field hears.
    const control = mounted.$(`#c-${id}`);
    expect(control.getAttribute('aria-describedby')).to.equal(mounted.$(`#c-${id} .why`).id);
  }
  return [...mounted.root.querySelectorAll('.reasons li')].map(words);
}

describe('htsd-assessment-form: why', () => {
  for (const lang of ['vi', 'en'] as const) {
    it(`says for every point why it was given, in ${lang}`, async () => {
      expect(await walk(everyKind(), points, lang)).to.deep.equal(whole.points[lang]);
      expect(mounted.root.querySelector('#c-van-phong'), 'asked of offices only').to.equal(null);
    });

    it(`says for every target whether it is met and by how much, in ${lang}`, async () => {
      expect(await walk(checklist(), targets, lang)).to.deep.equal(whole.targets[lang]);
      expect(words(mounted.$('#c-thieu'))).to.contain(
        lang === 'vi'
          ? 'Chưa có nguyên văn chỉ tiêu này nên chưa thể chấm.'
          : 'The wording of this target is not at hand, so it cannot be scored yet.',
      );
    });
  }
});
