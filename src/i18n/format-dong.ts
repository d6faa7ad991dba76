import { formatNumber, type Lang } from './translate.js';

/**
 * An amount of money with its currency: `1.250.000 đ`, or `1.250.000 đồng` in full; in English `1,250,000 đ` and
 * `1,250,000 dong`. Figure and currency never part at the end of a line. Takes whole đồng.
 */
export function formatDong(amount: number, lang: Lang, full = false): string {
  const unit = full ? (lang === 'vi' ? 'đồng' : 'dong') : 'đ';
  return `${formatNumber(amount, lang, 0)}\u00a0${unit}`;
}
