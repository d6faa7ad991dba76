import type { Category } from './fund.schema.js';

/** What comes in under the category was given: no money of another fund, no interest. */
export function isGift({ kind, transfer, gift }: Pick<Category, 'kind' | 'transfer' | 'gift'>): boolean {
  return kind === 'receipt' && !transfer && gift !== false;
}
