import { formatNumber, type Lang } from './translate.js';

/** Bytes as `1,4 MB`. */
export function formatBytes(bytes: number, lang: Lang): string {
  const mega = bytes / 1e6;
  return mega >= 0.95
    ? `${formatNumber(mega, lang, 1)} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1e3)), lang)} kB`;
}
