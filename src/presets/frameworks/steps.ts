import type { Criterion } from '../../domain/criteria-set.schema.js';

/**
 * Three steps for an item of a sample set: fully, partly (half of the points), not yet. A volunteer on the spot can
 * choose one without weighing single points.
 */
export function steps(max: number): NonNullable<Criterion['options']> {
  return [
    { id: 'day-du', label: { vi: 'Đạt đầy đủ', en: 'Fully' }, points: max },
    { id: 'mot-phan', label: { vi: 'Đạt một phần', en: 'Partly' }, points: max / 2 },
    { id: 'chua-dat', label: { vi: 'Chưa đạt', en: 'Not yet' }, points: 0 },
  ];
}
