import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentState } from './assessment.schema.js';
import { PublicRecognition, type Recognition } from './recognition.schema.js';
import { publicRecognition, series } from './series.js';
import { standing } from './standing.js';

const today = '2026-06-01';

function title(cycle: string, more: Partial<Recognition> = {}): Recognition {
  const id = more.id ?? `r-${cycle}`;
  const next = String(Number(cycle) + 1);
  return {
    id,
    version: 1,
    assessmentId: id,
    subjectId: 's',
    subjectName: 'Thôn Đông',
    model: 'community',
    cycle,
    criteria: { id: 'small', version: '1' },
    outcome: 'muc-2',
    outcomeLabel: { vi: 'mức 2' },
    score: { total: 91, max: 100 },
    place: { name: 'Xã Mẫu', code: '00001' },
    decision: {
      id: 'd1',
      number: '05/QĐ-HKH',
      date: `${next}-03-01`,
      signer: 'Phạm Minh Đức',
      issuer: { id: 'hkh', name: 'Hội Khuyến học xã Mẫu' },
    },
    validFrom: `${next}-03-01`,
    validUntil: `${Number(next) + 1}-03-01`,
    state: 'granted',
    status: { list: 'revocation-1', index: 4 },
    owner: 'owner',
    createdAt: `${next}-03-01T00:00:00.000Z`,
    updatedAt: `${next}-03-01T00:00:00.000Z`,
    ...more,
  };
}
const assessed = (cycle: string, state: AssessmentState, id = `a-${cycle}-${state}`) => ({
  id,
  cycle,
  state,
  updatedAt: `${cycle}-11-01T00:00:00.000Z`,
});

describe('the place of a title', () => {
  const now = { name: 'Xã Mới', code: '00002' };

  it('has the name of then, and that of now where it is another', () => {
    expect(publicRecognition(title('2025'), [], now)).toMatchObject({
      place: title('2025').place,
      placeNow: now,
    });
    for (const same of [
      title('2025').place,
      { name: ' Xa\u0303 Mâ\u0303u'.normalize('NFD'), code: '00001' },
      { name: '' },
    ])
      expect(publicRecognition(title('2025'), [], same)).not.toHaveProperty('placeNow');
  });

  it('has for every model the name that the place itself bears now, as far as places are known', () => {
    const then = title('2025').place;
    const since = { then, now: [{ name: 'Xã Mới', code: '00002' }] };
    for (const model of ['family', 'clan', 'community', 'unit', 'citizen'] as const)
      expect(publicRecognition(title('2025', { model }), [], then, since).placeNow, model).toEqual(now);
    // Where somebody lives today is nobody's business, and where a unit went is no name of the old place.
    const elsewhere = { name: 'Xã Xa', code: '00099' };
    for (const model of ['family', 'unit'] as const) {
      const of = title('2025', { model });
      expect(publicRecognition(of, [], elsewhere, since).placeNow, model).toEqual(now);
      expect(publicRecognition(of, [], elsewhere, { then, now: [then] }), model).not.toHaveProperty(
        'placeNow',
      );
    }
  });

  it('names none of several that a place went over into, but where the officer says in which; his words are the more exact', () => {
    const then = title('2025').place;
    const several = { then, now: [now, { name: 'Xã Khác', code: '00003' }] };
    expect(publicRecognition(title('2025'), [], then, several)).not.toHaveProperty('placeNow');
    const hamlet = { name: 'Thôn Đông, xã Mới', code: '00002' };
    expect(publicRecognition(title('2025'), [], hamlet, several).placeNow).toEqual(hamlet);
    expect(publicRecognition(title('2025'), [], hamlet, { then, now: [now] }).placeNow).toEqual(hamlet);
    const renamed = { name: 'Thôn 1, xã Mẫu', code: '00001' };
    expect(publicRecognition(title('2025'), [], renamed, { then, now: [then] }).placeNow).toEqual(renamed);
    expect(publicRecognition(title('2025', { model: 'family' }), [], hamlet, several)).not.toHaveProperty(
      'placeNow',
    );
  });

  it('says nothing of where a family or a citizen moved', () => {
    for (const model of ['family', 'citizen'] as const)
      expect(publicRecognition(title('2025', { model }), [], now)).not.toHaveProperty('placeNow');
  });
});

describe('the series over the years', () => {
  it('tells titles, refusals and what is not decided yet, oldest first', () => {
    const found = series(
      [
        assessed('2026', 'submitted'),
        assessed('2025', 'recognised', 'r-2025'),
        assessed('2022', 'not-recognised'),
      ],
      [title('2025'), title('2023'), title('2024', { state: 'revoked' })],
      today,
    );
    expect(found.map(({ cycle, state }) => `${cycle} ${state}`)).toEqual([
      '2022 not-recognised',
      '2023 expired',
      '2024 revoked',
      '2025 valid',
      '2026 pending',
    ]);
    expect(found[3]).toEqual({
      cycle: '2025',
      state: 'valid',
      outcome: 'muc-2',
      outcomeLabel: { vi: 'mức 2' },
      validUntil: '2027-03-01',
    });
  });

  it('holds the second try of a year, and the title before it', () => {
    const refused = assessed('2026', 'not-recognised');
    expect(series([refused, assessed('2026', 'draft')], [], today)).toEqual([
      { cycle: '2026', state: 'pending' },
    ]);
    const twice = [title('2025', { id: 'x', state: 'revoked' }), title('2025', { id: 'y' })];
    for (const list of [twice, [...twice].reverse()]) expect(series([], list, today)[0]?.state).toBe('valid');
  });

  it('is ordered, complete, without a year twice, and does not depend on the order of records', () => {
    const cycle = fc.constantFrom('2021', '2022', '2023', '2024', '2025');
    const states = fc.constantFrom<AssessmentState>('draft', 'in-review', 'verified', 'not-recognised');
    const seconds = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cycle, states, seconds), { maxLength: 8 }),
        fc.array(fc.tuple(cycle, fc.boolean(), seconds), { maxLength: 8 }),
        (assessments, titles) => {
          const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;
          const known = assessments.map(([year, state, second], i) => ({
            ...assessed(year, state, `a${i}`),
            updatedAt: at(second),
          }));
          const granted = titles.map(([year, revoked, second], i) =>
            title(year, { id: `r${i}`, state: revoked ? 'revoked' : 'granted', updatedAt: at(second) }),
          );
          const found = series(known, granted, today);
          const years = found.map((entry) => entry.cycle);
          expect(years).toEqual([...new Set([...known, ...granted].map((one) => one.cycle))].sort());
          for (const entry of found) {
            const stands = granted.some((one) => one.cycle === entry.cycle && one.state === 'granted');
            expect(['valid', 'expired'].includes(entry.state)).toBe(stands);
          }
          expect(series([...known].reverse(), [...granted].reverse(), today)).toEqual(found);
        },
      ),
    );
  });
});

describe('what anybody may read of a title', () => {
  const whole = title('2025', {
    state: 'revoked',
    revokedAt: today + 'T00:00:00.000Z',
    revokedReason: 'Ông A',
  });
  const years = series([assessed('2026', 'draft'), assessed('2024', 'not-recognised')], [whole], today);

  it('is neither who wrote it, nor its points, nor why it was revoked', () => {
    const open = publicRecognition(whole, years);
    expect(PublicRecognition.safeParse(open).success).toBe(true);
    for (const key of ['owner', 'assessmentId', 'subjectId', 'score', 'revokedReason', 'createdAt'])
      expect(open).not.toHaveProperty(key);
    expect(JSON.stringify(open)).not.toContain('Ông A');
    expect(open).toMatchObject({ subjectName: 'Thôn Đông', state: 'revoked', status: { index: 4 } });
  });

  it('holds no refusal, and of a family or a person no wait either', () => {
    const states = (model: Recognition['model']) =>
      publicRecognition({ ...whole, model }, years).series.map(({ state }) => state);
    expect(states('community')).toEqual(['revoked', 'pending']);
    expect(states('family')).toEqual(['revoked']);
    expect(states('citizen')).toEqual(['revoked']);
  });

  it('stands from its first day until the end of its last one', () => {
    const one = title('2024');
    expect(standing(one, '2025-02-28')).toBe('coming');
    expect(standing(one, '2025-03-01')).toBe('valid');
    expect(standing({ ...one, state: 'revoked' }, '2025-02-28')).toBe('revoked');
    expect(series([], [one], '2025-02-28').map(({ state }) => state)).toEqual(['coming']);
    expect(standing(one, '2026-03-01')).toBe('valid');
    expect(standing(one, '2026-03-02')).toBe('expired');
    expect(standing({ ...one, state: 'revoked' }, '2026-03-01')).toBe('revoked');
  });
});
