import { describe, expect, it } from 'vitest';
import type { Answers, Facts } from '../domain/answer.schema.js';
import type { Criterion, CriteriaSet } from '../domain/criteria-set.schema.js';
import { score } from '../domain/score.js';
import { readSets } from './read-sets.js';

const sets = await readSets();
const all = [...sets];
const inMode = (mode: string) => all.filter(([, { scoring }]) => scoring.mode === mode);

function bestAnswer({ input, max, options = [] }: Criterion): Answers[string] {
  if (input === 'points') return { points: String(max) };
  if (input === 'yesno') return { yes: true };
  if (input === 'percent') return { numerator: '20', denominator: '20' };
  const best = [...options].sort((a, b) => b.points - a.points)[0];
  return { option: best?.id };
}

function bestAnswers(set: CriteriaSet): Answers {
  const answers: Answers = {};
  for (const { criteria } of set.sections)
    for (const criterion of criteria)
      if (criterion.provenance !== 'missing') answers[criterion.id] = bestAnswer(criterion);
  return answers;
}

function get(id: string): CriteriaSet {
  const set = sets.get(id);
  if (!set) throw new Error(`no set ${id}`);
  return set;
}

describe.each(inMode('points'))('%s', (_name, set) => {
  it('gives the best class for the best answers, and all points', () => {
    if (set.scoring.mode !== 'points') throw new Error('not a points set');
    const best = [...set.scoring.classes].sort((a, b) => b.min - a.min)[0];
    const result = score(set, {}, bestAnswers(set));
    expect(result).toMatchObject({ total: 100, max: 100, outcome: best?.id, passed: true });
    expect(result).toMatchObject({ complete: true, conclusive: true, open: [], gaps: [] });
  });

  it('gives no title for no points', () => {
    const none: Answers = {};
    for (const { id, input } of set.sections.flatMap(({ criteria }) => criteria))
      none[id] =
        input === 'points'
          ? { points: '0' }
          : input === 'options'
            ? { option: 'chua-dat' }
            : { numerator: '0', denominator: '9' };
    expect(score(set, {}, none)).toMatchObject({ total: 0, outcome: null, passed: false, complete: true });
  });
});

describe('công dân học tập', () => {
  const set = get('cong-dan-hoc-tap-can-bo');
  const typed = (points: number[]): Answers =>
    Object.fromEntries(
      set.sections
        .flatMap(({ criteria }) => criteria)
        .map(({ id }, index) => [id, { points: String(points[index]).replace('.', ',') }]),
    );

  it('is reached at 80 points with no indicator below 5', () => {
    expect(score(set, {}, typed([10, 10, 10, 10, 10, 5, 5, 5, 5, 10]))).toMatchObject({
      total: 80,
      passed: true,
    });
  });

  it('is missed at 79.5 points', () => {
    expect(score(set, {}, typed([9.5, 10, 10, 10, 10, 5, 5, 5, 5, 10]))).toMatchObject({ passed: false });
  });

  it('is missed at 94.5 points with one indicator at 4.5', () => {
    const result = score(set, {}, typed([10, 10, 10, 10, 10, 4.5, 10, 10, 10, 10]));
    expect(result).toMatchObject({ total: 94.5, passed: false });
  });

  it('has ten indicators of ten points in three groups, in each of the four sets', () => {
    for (const [, citizen] of all.filter(([, { model }]) => model === 'citizen')) {
      expect(citizen.sections.map(({ criteria }) => criteria.length)).toEqual([4, 4, 2]);
      expect(citizen.sections.flatMap(({ criteria }) => criteria.map(({ max }) => max))).toEqual(
        Array.from({ length: 10 }, () => 10),
      );
      expect(citizen.scoring).toMatchObject({ passMark: 80, minPerItem: 5 });
    }
  });
});

describe('đơn vị học tập 24/2023', () => {
  const set = get('don-vi-hoc-tap-24-2023');
  const kinds = set.facts?.find(({ id }) => id === 'unit-kind')?.options?.map(({ id }) => id) ?? [];
  const facts = (kind: string, yes: boolean): Facts => ({
    'unit-kind': kind,
    'public-body': yes,
    digitalising: yes,
  });
  const asked = (kind: string, yes = false) =>
    Object.values(score(set, facts(kind, yes), {}).criteria)
      .filter(({ status }) => status !== 'excluded')
      .map(({ id }) => id);

  it.each(kinds)('reaches level 1 for %s with full answers, never more, and never conclusively', (kind) => {
    for (const yes of [true, false])
      expect(score(set, facts(kind, yes), bestAnswers(set))).toMatchObject({
        outcome: 'muc-1',
        reachable: 'muc-1',
        complete: true,
        conclusive: false,
      });
  });

  it('fails level 1 below 90 % of learning citizens', () => {
    const answers = {
      ...bestAnswers(set),
      'thanh-vien-cong-dan-hoc-tap': { numerator: '89', denominator: '100' },
    };
    expect(score(set, facts('state-agency', true), answers)).toMatchObject({ outcome: null, passed: false });
  });

  it('fails level 1 of a high school below 95 % of its learners', () => {
    const answers = {
      ...bestAnswers(set),
      'nguoi-hoc-cong-dan-hoc-tap': { numerator: '949', denominator: '1000' },
    };
    expect(score(set, facts('high-school', true), answers).outcome).toBeNull();
    expect(score(set, facts('enterprise', false), answers).outcome).toBe('muc-1');
  });

  it('asks each kind of unit what concerns it', () => {
    expect(asked('high-school')).toContain('chuyen-doi-so-pho-thong');
    expect(asked('continuing-education')).toContain('chuyen-doi-so-pho-thong');
    expect(asked('university')).toContain('chuyen-doi-so-dai-hoc');
    expect(asked('vocational')).toContain('kiem-dinh-nghe-nghiep');
    for (const kind of ['high-school', 'continuing-education', 'university', 'vocational'])
      expect(asked(kind)).toContain('nguoi-hoc-cong-dan-hoc-tap');
    expect(asked('kindergarten', true)).toContain('ho-tro-mam-non');
    expect(asked('kindergarten')).not.toContain('ho-tro-mam-non');
    expect(asked('state-agency', true)).toEqual(expect.arrayContaining(['kinh-phi', 'cong-cu-so']));
    expect(asked('enterprise')).toEqual([
      'ke-hoach-hoc-tap',
      'che-do-boi-duong',
      'phuc-vu-nguoi-dan',
      'ky-luat-doan-ket',
      'hoan-thanh-boi-duong',
      'tieu-chi-2-con-lai',
      'tieu-chi-2-muc-2',
      'thanh-vien-cong-dan-hoc-tap',
      'moi-truong-hoc-tap',
      'danh-hieu-thi-dua',
      'tieu-chi-3-muc-2',
    ]);
  });
});

it('cộng đồng học tập cấp xã: six known targets bring level 1 for the time being only', () => {
  const set = get('cong-dong-hoc-tap-xa-25-2023');
  const result = score(set, {}, bestAnswers(set));
  expect(result).toMatchObject({ total: 6, outcome: 'muc-1', reachable: 'muc-1', conclusive: false });
  expect(result.gaps).toEqual(['tieu-chi-3', 'tieu-chi-4', 'tieu-chi-5']);
});

it('đơn vị học tập 22/2020: the classes begin at 85, 70 and 50', () => {
  const set = get('don-vi-hoc-tap-22-2020');
  const upTo = (lost: Answers): unknown => score(set, {}, { ...bestAnswers(set), ...lost }).outcome;
  expect(upTo({ 'tac-dung-khac': { points: '0' } })).toBe('tot');
  expect(upTo({ 'tac-dung-khac': { points: '0' }, 'dau-tu-nguon-luc': { points: '9,5' } })).toBe('kha');
  expect(upTo({ 'pham-chat-cong-dan-hoc-tap': { numerator: '99', denominator: '100' } })).toBe('kha');
  const poor: Answers = {
    'pham-chat-cong-dan-hoc-tap': { numerator: '0', denominator: '100' },
    'tac-dung-khac': { points: '0' },
  };
  expect(upTo({ ...poor, 'ke-hoach-chinh-sach': { points: '0' } })).toBe('trung-binh');
  expect(
    upTo({ ...poor, 'ke-hoach-chinh-sach': { points: '0' }, 'dau-tu-nguon-luc': { points: '9,5' } }),
  ).toBeNull();
});
