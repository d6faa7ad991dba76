import type { CriteriaSet, Criterion } from '../../domain/criteria-set.schema.js';

/** A criteria set in points that the suite publishes for itself: `count` yes-no criteria, each of 1 point. */
export function sampleSet(id: string, count: number): CriteriaSet {
  const criteria = Array.from({ length: count }, (_unused, index): Criterion => ({
    id: `c${index + 1}`,
    number: `1.${index + 1}`,
    title: { vi: `Tiêu chí ${index + 1}` },
    provenance: 'sample',
    input: 'yesno',
    max: 1,
  }));
  return {
    format: 1,
    id,
    version: '1',
    model: 'unit',
    title: { vi: 'Bộ tiêu chí mẫu' },
    status: 'sample',
    source: { name: { vi: 'Mẫu để kiểm thử' } },
    cycles: { from: '2020' },
    scoring: {
      mode: 'points',
      max: count,
      passMark: count / 2,
      classes: [{ id: 'pass', label: { vi: 'Đạt' }, min: count / 2 }],
    },
    sections: [{ id: 's1', title: { vi: 'Phần 1' }, max: count, criteria }],
  };
}
