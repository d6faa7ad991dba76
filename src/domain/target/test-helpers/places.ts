/** A province with three communes, targets and tallies as tests need them. */
import type { Locality } from '../../locality/locality.schema.js';
import type { Target } from '../target.schema.js';
import type { Tally } from '../target-answers.types.js';
import type { TargetView } from '../target-view.types.js';

const kinds: Partial<Record<Locality['level'], { vi: string; en: string }>> = {
  province: { vi: 'Tỉnh', en: 'Province' },
  commune: { vi: 'Xã', en: 'Commune' },
  hamlet: { vi: 'Thôn', en: 'Hamlet' },
};

/** A place since the two-tier order began, a commune unless said otherwise. */
export function place(code: string, more: Partial<Locality> = {}): Locality {
  const { level = 'commune' } = more;
  const kind = kinds[level];
  return {
    code,
    from: '2025-07-01',
    level,
    name: { vi: code },
    fullName: { vi: `${kind?.vi ?? ''} ${code}`.trim(), en: `${code} ${kind?.en ?? ''}`.trim() },
    ...more,
  };
}

/** Province 01 with the communes A, B and C; C is a difficult one, A has a hamlet. */
export const communes: readonly Locality[] = [
  place('01', { level: 'province' }),
  place('A', { parent: '01' }),
  place('B', { parent: '01' }),
  place('C', { parent: '01', area: 'kho-khan' }),
  place('A.1', { parent: 'A', level: 'hamlet' }),
];

/** 75 % of the families by 2030, unless said otherwise. */
export const sample = (more: Partial<Target> = {}): Target => ({
  id: 'mau',
  indicator: 'gia-dinh',
  kind: 'share',
  value: 7_500,
  by: '2030-12-31',
  source: { name: { vi: 'Mẫu, chưa đối chiếu văn bản' } },
  provenance: 'sample',
  ...more,
});

/** Families of a place and cycle. */
export const tally = (
  at: string,
  cycle: string | undefined,
  counts: Partial<Tally['counts']>,
  more: Partial<Tally> = {},
): Tally => ({
  cycle,
  model: 'family',
  subjectGroup: '',
  place: at,
  counts: { subjects: 0, registered: 0, recognised: 0, ...counts },
  ...more,
});

/** The figure that a view is judged by. */
export function shareOf({ now }: TargetView): string {
  const { count = '-', of = '-' } = now?.standing.figure ?? {};
  return `${count}/${of}`;
}
