import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../domain/fund/round.schema.js';
import { knownRecipients } from './known-recipients.js';

const an: Recipient = { name: 'Nguyễn Văn An', born: 2013, school: 'THCS Sen Hồ', grade: 'lớp 6' };
const award = (round: string, person: string | undefined, who: Recipient | undefined, day: number) => ({
  round,
  ...(person !== undefined && { person }),
  ...(who && { who }),
  createdAt: `2026-01-0${day}T00:00:00.000Z`,
});

describe('who was in a list before', () => {
  it('is found by name, year of birth and school, however they are typed, with all his rounds', () => {
    const find = knownRecipients([award('r2', 'p', an, 2), award('r1', 'p', an, 1)]);
    const typed = {
      name: 'NGUYỄN VĂN AN'.normalize('NFD'),
      born: 2013,
      school: 'THCS  Sen Hồ',
      grade: 'lớp 7',
    };
    expect(find(typed)).toEqual({ person: 'p', who: an, rounds: ['r2', 'r1'] });
  });

  it('is nobody where one of them differs, or no year of birth is known', () => {
    const { born: _born, ...ageless } = an;
    const find = knownRecipients([award('r1', 'p', an, 1), award('r1', 'q', ageless, 1)]);
    for (const other of [
      { ...an, born: 2012 },
      { ...an, school: 'THCS Mẫu' },
      { ...an, name: 'Nguyễn An' },
      ageless,
    ])
      expect(find(other)).toBeUndefined();
  });

  it('is nobody who was taken out of the record', () => {
    expect(knownRecipients([award('r1', undefined, undefined, 1)])(an)).toBeUndefined();
  });
});
