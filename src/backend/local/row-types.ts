import type { AreaRecord } from '../../domain/area/area-record.schema.js';
import type { FundRecord } from '../../domain/fund/fund-record.schema.js';
import type { RecordType } from '../../domain/receipt.schema.js';

/** What belongs to funds. */
export type FundType = FundRecord['type'];
/** What is derived for the register. */
export type DerivedType = 'row' | 'tally';
/** What is entered about places, targets and figures. */
export type AreaType = Exclude<AreaRecord['type'], DerivedType>;

const funds: ReadonlySet<RecordType> = new Set<FundType>([
  'fund',
  'entry',
  'entry-secret',
  'pending',
  'round',
  'award',
]);
const areas: ReadonlySet<RecordType> = new Set<AreaType>(['places', 'target', 'figure', 'activity']);

export const isFundType = (type: RecordType): type is FundType => funds.has(type);
export const isAreaType = (type: RecordType): type is AreaType => areas.has(type);
export const isDerivedType = (type: RecordType): type is DerivedType => type === 'row' || type === 'tally';
