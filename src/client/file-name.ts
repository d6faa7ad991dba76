const maxLength = 255;

/** A file's name fit for keeping: NFC, no control characters or direction tricks, no path, at most 255 characters with its ending. */
export function cleanFileName(name: string, fallback = 'tep'): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/^.*[\\/]/, '')
    .trim();
  if (clean.length <= maxLength) return clean || fallback;
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, maxLength - ending.length).replace(/[\ud800-\udbff]$/, '') + ending;
}
