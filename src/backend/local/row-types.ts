import type { AreaRecord } from '../../domain/area/area-record.schema.js';
import type { FundRecord } from '../../domain/fund/fund-record.schema.js';
import type { RecordType } from '../../domain/receipt.schema.js';

/** Types of what is kept about places, targets and figures, and for the register. */
export type AreaType = AreaRecord['type'];

export type FundType = FundRecord['type'];

const areas: ReadonlySet<RecordType> = new Set<AreaType>([
  'places',
  'target',
  'figure',
  'activity',
  'row',
  'tally',
]);

export const isAreaType = (type: RecordType): type is AreaType => areas.has(type);

const funds: ReadonlySet<RecordType> = new Set<FundType>([
  'fund',
  'entry',
  'entry-secret',
  'pending',
  'round',
  'award',
]);

export const isFundType = (type: RecordType): type is FundType => funds.has(type);
