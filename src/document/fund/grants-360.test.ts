import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicAward } from '../../domain/fund/fund-query.schema.js';
import { publicAwards, rounds, sampleFund } from '../test-helpers/sample-fund.js';
import { grants360, toGrants360, type GrantsInput } from './grants-360.js';

const { fund, entries, pages, publicPages } = sampleFund(3);
const publicRounds = rounds.map(({ levels, ...round }) => ({
  ...round,
  levels: levels.flatMap(({ private: hidden, ...level }) => (hidden ? [] : [level])),
}));
const input: GrantsInput = { fund, pages, rounds: publicRounds, awards: publicAwards, lang: 'vi' };
const { grants, ...file } = grants360(input);
const of = (round: string) => grants.filter(({ grantProgramme }) => grantProgramme?.[0]?.code === round);
const names = (round: string) => of(round).map(({ recipientIndividual }) => recipientIndividual?.name);

describe('grants in the shape of 360Giving', () => {
  it('have every field that the standard requires, once, of its type', () => {
    expect(grants.length).toBeGreaterThan(5);
    for (const grant of grants) {
      expect(grant).toMatchObject({
        id: expect.stringMatching(/^360G-quy-xa-[\w-]+$/) as string,
        title: expect.stringMatching(/\S/) as string,
        description: expect.stringMatching(/\S/) as string,
        currency: 'VND',
        awardDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        fundingOrganization: [{ id: '360G-quy-xa', name: 'Quỹ khuyến học xã Mẫu' }],
      });
      expect(Number.isSafeInteger(grant.amountAwarded) && grant.amountAwarded > 0).toBe(true);
      expect('recipientIndividual' in grant).toBe(!('recipientOrganization' in grant));
    }
    expect(new Set(grants.map(({ id }) => id)).size).toBe(grants.length);
    expect(file).toMatchObject({ version: '1.4', publisher: { name: 'Quỹ khuyến học xã Mẫu' } });
  });

  it('add up to what was paid in each round', () => {
    for (const round of ['dot-2025', 'dot-2026']) {
      const paid = entries.filter((one) => one.round === round).reduce((sum, { amount }) => sum + amount, 0);
      expect(of(round).reduce((sum, { amountAwarded }) => sum + amountAwarded, 0)).toBe(paid);
    }
    const award = fc.record({
      amount: fc.integer({ min: 1, max: 3_000_000 }),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(award, { maxLength: 6 }), (some) => {
        const awards: PublicAward[] = some.map((one) => ({ ...one, round: 'dot-2026' }));
        const sum = grants360({ ...input, awards })
          .grants.filter(({ grantProgramme }) => grantProgramme?.[0]?.code === 'dot-2026')
          .reduce((all, { amountAwarded }) => all + amountAwarded, 0);
        expect(sum).toBe(6_000_000);
      }),
      { numRuns: 40 },
    );
  });

  it('name nobody: initials and class at most, also of those who agreed to more', () => {
    expect(names('dot-2026')).toEqual(['N.T.H., lớp 7', 'T.V.B., lớp 7', '9 người nhận', '1 người nhận']);
    expect(names('dot-2025')).toEqual(['12 người nhận']);
    expect(JSON.stringify(grants)).not.toContain('Trần Văn Bình');
    expect(JSON.stringify(grants)).not.toContain('hộ nghèo');
  });

  it('say what for: the level where it is open, else the criteria', () => {
    expect(of('dot-2026').map(({ description }) => description)).toEqual([
      'Giải Nhất cấp tỉnh',
      'Giải Nhất cấp tỉnh',
      'Học sinh đạt giải cấp tỉnh trở lên',
      'Học sinh đạt giải cấp tỉnh trở lên',
    ]);
    expect(of('dot-2026')[0]?.toIndividualsDetails).toEqual({ grantPurpose: ['GTIP130'] });
  });

  it('hold transfers to other funds, but none that was taken back', () => {
    const transfers = grants.filter((grant) => grant.recipientOrganization);
    expect(transfers.map(({ recipientOrganization }) => recipientOrganization?.[0]?.name)).toEqual(
      Array(3).fill('Quỹ khuyến học tỉnh Mẫu'),
    );
    expect(transfers.every(({ amountAwarded }) => amountAwarded === 2_000_000)).toBe(true);
  });

  it('are the same from the public ledger, and take what the publisher chooses', async () => {
    expect(grants360({ ...input, pages: publicPages }).grants).toEqual(grants);
    const chosen = grants360({
      ...input,
      prefix: '360G-hkhmau',
      organisationId: 'VN-QXH-12',
      issued: '2027-01-15',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      dataSource: 'https://example.org/quy',
    });
    expect(chosen.grants[0]).toMatchObject({
      id: '360G-hkhmau-dot-2025-1',
      fundingOrganization: [{ id: 'VN-QXH-12' }],
      dataSource: 'https://example.org/quy',
    });
    expect(chosen).toMatchObject({
      issued: '2027-01-15',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(JSON.parse(await toGrants360(input).text())).toEqual({ ...file, grants });
  });
});
