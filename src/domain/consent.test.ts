import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyChoices, hasConsent, isInForce, missingConsents } from './consent.js';
import { ConsentPurpose } from './consent.schema.js';
import type { Consent } from './consent.schema.js';

const purposes = ConsentPurpose.options;
const given = (purpose: ConsentPurpose, giver: Consent['giver'], more: Partial<Consent> = {}): Consent => ({
  id: `c-${purpose}-${giver}`,
  version: 1,
  subjectId: 's1',
  purpose,
  textVersion: '1',
  giver,
  giverName: 'Nguyễn Văn A',
  form: 'paper',
  givenAt: '2026-01-01T00:00:00Z',
  recordedBy: 'u1',
  ...more,
});

describe('hasConsent', () => {
  it('takes silence for no, purpose by purpose', () => {
    for (const purpose of purposes) expect(hasConsent([], purpose)).toBe(false);
    const only = [given('assessment', 'self')];
    expect(purposes.filter((purpose) => hasConsent(only, purpose))).toEqual(['assessment']);
  });

  it('lets an adult speak for himself or through a representative', () => {
    expect(hasConsent([given('badge', 'representative')], 'badge')).toBe(true);
    expect(hasConsent([given('badge', 'child')], 'badge')).toBe(false);
  });

  it('asks both child and representative for publication from the age of 7', () => {
    const representative = [given('publication', 'representative')];
    const both = [...representative, given('publication', 'child')];
    expect(hasConsent(representative, 'publication', { childAge: 6 })).toBe(true);
    expect(missingConsents(representative, 'publication', { childAge: 7 })).toEqual(['child']);
    expect(missingConsents([given('publication', 'child')], 'publication', { childAge: 7 })).toEqual([
      'representative',
    ]);
    expect(missingConsents([], 'publication', { childAge: 12 })).toEqual(['representative', 'child']);
    expect(hasConsent(both, 'publication', { childAge: 7 })).toBe(true);
    expect(hasConsent([given('publication', 'self')], 'publication', { childAge: 10 })).toBe(false);
  });

  it('asks only the representative for what is not published', () => {
    expect(hasConsent([given('assessment', 'representative')], 'assessment', { childAge: 12 })).toBe(true);
  });

  it('treats an age that cannot be read like the stricter case', () => {
    expect(hasConsent([given('publication', 'representative')], 'publication', { childAge: NaN })).toBe(
      false,
    );
  });

  it('counts a withdrawal from its instant, whatever way the instant is written', () => {
    const withdrawn = [given('badge', 'self', { withdrawnAt: '2026-03-01T00:00:00Z' })];
    expect(hasConsent(withdrawn, 'badge')).toBe(false);
    expect(hasConsent(withdrawn, 'badge', { at: '2026-02-28T23:59:59.999Z' })).toBe(true);
    expect(hasConsent(withdrawn, 'badge', { at: '2026-03-01T00:00:00.000Z' })).toBe(false);
    expect(hasConsent(withdrawn, 'badge', { at: '2025-12-31T23:59:59.999Z' })).toBe(false);
    expect(hasConsent(withdrawn, 'badge', { at: 'nonsense' })).toBe(false);
    expect(hasConsent([...withdrawn, given('badge', 'self', { id: 'again' })], 'badge')).toBe(true);
  });

  it('never gains from a withdrawal', () => {
    const records = fc.array(
      fc.record({
        purpose: fc.constantFrom(...purposes),
        giver: fc.constantFrom('self', 'representative', 'child'),
      }),
      { minLength: 1, maxLength: 6 },
    );
    const child = fc.option(fc.nat(15), { nil: undefined });
    fc.assert(
      fc.property(records, fc.nat(5), fc.constantFrom(...purposes), child, (list, index, purpose, age) => {
        const before = list.map(({ purpose: one, giver }) => given(one, giver));
        const withdrawnAt = '2026-06-01T00:00:00Z';
        const after = before.map((one, at) => (at === index % before.length ? { ...one, withdrawnAt } : one));
        const question = age === undefined ? {} : { childAge: age };
        if (hasConsent(after, purpose, question)) expect(hasConsent(before, purpose, question)).toBe(true);
        expect(after.filter((one) => !isInForce(one))).toHaveLength(1);
      }),
    );
  });
});

it('ticks nothing beforehand', () => {
  expect(emptyChoices(purposes)).toEqual(purposes.map((purpose) => ({ purpose, given: false })));
});
