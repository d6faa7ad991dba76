import type { Translation } from '../translate.js';
import type { moneyVi } from '../vi/money.js';

export const moneyEn: Translation<typeof moneyVi> = {
  'dong.missing': 'No amount yet.',
  'dong.unreadable': 'The amount cannot be read. Write it like 1.200.000 or 1,2 triệu.',
  'dong.ambiguous':
    'The amount can be read in two ways. Write out all its digits, like 1.200.000, or its unit, like 1,2 triệu.',
  'dong.not-whole': 'The amount must be whole đồng, without decimals.',
  'dong.negative': 'The amount cannot be negative. To undo an entry, record its reversal.',
  'dong.zero': 'The amount must be above 0.',
  'dong.too-large': 'The amount is beyond the largest of one entry, 10,000 billion đồng.',
};
