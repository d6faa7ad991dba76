import { formatNumber, type Lang } from './translate.js';

/** Bytes as `1,4 MB`. */
export function formatBytes(bytes: number, lang: Lang): string {
  const mega = bytes / 1e6;
  return mega >= 0.95
    ? `${formatNumber(mega, lang, 1)} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1e3)), lang)} kB`;
}

const kinds: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'application/pdf': 'PDF',
};

/** Kind and size of a file, as `JPEG 140 kB`; the size alone where the kind has no short name. */
export const formatFile = ({ type, size }: { type: string; size: number }, lang: Lang): string =>
  [kinds[type], formatBytes(size, lang)].filter(Boolean).join(' ');
