import { describe, expect, it } from 'vitest';
import { provincesSource } from './provinces.js';
import { readSets } from './read-sets.js';
import { nationalTargets } from './targets/national.js';

/** Every legal number that a preset may cite, with the date where the preset gives one, and where it was read. */
const known: Record<string, { date?: string; read: string }> = {
  '324/QĐ-KHVN': { read: 'S10, S11, S12' },
  '244/QĐ-KHVN': { date: '28/7/2022', read: 'S9' },
  '448/QĐ-KHVN': { date: '10/11/2015', read: 'S1, S1b, S2' },
  '24/2023/TT-BGDĐT': { date: '11/12/2023', read: 'S10, S13' },
  '25/2023/TT-BGDĐT': { date: '27/12/2023', read: 'S14, S15' },
  '22/2020/TT-BGDĐT': { date: '6/8/2020', read: 'S36, S37, S38' },
  '20/2014/NĐ-CP': { read: 'S39, S50, S51' },
  '4740/QĐ-BGDĐT': { date: '30/12/2022', read: 'S10' },
  '19/2025/QĐ-TTg': { date: '30/6/2025', read: 'S82' },
  '387/QĐ-TTg': { date: '25/3/2022', read: 'S57, S128' },
  '677/QĐ-TTg': { date: '3/6/2022', read: 'S62' },
  '1373/QĐ-TTg': { date: '30/7/2021', read: 'S66, S128' },
  '1315/QĐ-TTg': { date: '9/11/2023', read: 'S21, S128' },
  '49-KL/TW': { date: '10/5/2019', read: 'S128' },
  '11-CT/TW': { date: '13/4/2007', read: 'S128' },
  '2.002594': { read: 'dichvucong.binhphuoc.gov.vn, procedure 7898' },
  '1.005097': { read: 'S45' },
};

const legalNumber = /\d+(?:\/\d{4})?\/(?:QĐ|TT|NĐ|CT|NQ)-\p{L}+|\d+-(?:KL|CT|NQ)\/\p{L}+|\b\d\.\d{6}\b/gu;

/** `6/8/2020` out of `06/8/2020`, `ngày 06 tháng 8 năm 2020` or `2020-08-06`. */
function datesAfter(text: string, number: string): string[] {
  const at = text.indexOf(number);
  const rest = text.slice(at + number.length);
  const found = /^,? (?:ngày )?(\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})/.exec(rest);
  return found ? [[found[1], found[2], found[3]].map(Number).join('/')] : [];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const sources = [
  ...(await readSets()),
  ...nationalTargets.map((target) => [target.id, target] as const),
  ['provinces', { source: provincesSource }] as const,
];

describe.each(sources)('%s', (_name, set) => {
  it('cites known legal numbers only, each with its own date', () => {
    for (const text of textsOf(set))
      for (const [number] of text.matchAll(legalNumber)) {
        expect(Object.keys(known), text).toContain(number);
        const date = known[number]?.date;
        for (const given of datesAfter(text, number)) expect(given, text).toBe(date);
      }
  });

  it('dates its source as it was read', () => {
    const { number, date } = set.source;
    if (!number || !date) return;
    expect(date.split('-').reverse().map(Number).join('/')).toBe(known[number]?.date);
  });
});
