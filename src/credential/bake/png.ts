import { concat, fromUtf8, toUtf8, type Bytes } from '../format/bytes.js';
import { unpack } from '../status/unpack.js';
import { chooseBaked, maxBakedBytes, maxImageBytes, type Unbaked } from './image-fault.js';
import { isIntact, isPng, makeChunk, pngSignature, readChunks, type PngChunk } from './png-chunks.js';

/** Keyword of the text chunk, by version of Open Badges. */
const keywords: Readonly<Record<string, 2 | 3>> = { openbadgecredential: 3, openbadges: 2 };

/** Only the last few chunks of a picture can be of interest; a file of nothing but empty chunks is no picture. */
const maxChunks = 100_000;

/**
 * The image with the text baked in, instead of whatever badge was in it before. Throws RangeError for what is no whole PNG
 * of at most 20 MB.
 */
export function bakePng(image: Uint8Array, text: string): Bytes {
  const { chunks, whole } = isPng(image) ? readChunks(image) : { chunks: [], whole: false };
  if (!whole || image.length > maxImageBytes) throw new RangeError('Not a whole PNG image of at most 20 MB.');
  const kept = chunks.filter((chunk) => !(textKeyword(chunk) in keywords));
  const baked = makeChunk('iTXt', toUtf8(`openbadgecredential\0\0\0\0\0${text}`));
  const [header, ...rest] = kept.map((chunk) => chunk.whole);
  return concat(pngSignature, header ?? new Uint8Array(), baked, ...rest);
}

/** The text that was baked into a PNG. An image that is cut off behind it still gives it. */
export function unbakePng(image: Uint8Array): Unbaked {
  if (image.length > maxImageBytes) return { fault: 'too-large' };
  const { chunks, whole } = readChunks(image);
  if (chunks.length > maxChunks) return { fault: 'image-damaged' };
  const candidates = chunks.filter((chunk) => textKeyword(chunk) in keywords);
  const found: { text: string; version: 2 | 3 }[] = [];
  for (const chunk of candidates) {
    const text = isIntact(chunk) ? readText(chunk) : undefined;
    if (text === undefined) return { fault: 'image-damaged' };
    found.push({ text, version: keywords[textKeyword(chunk)] ?? 2 });
  }
  const chosen = chooseBaked(found);
  return 'fault' in chosen && chosen.fault === 'no-badge' && !whole ? { fault: 'image-damaged' } : chosen;
}

/** The keyword of a text chunk, else ''. */
function textKeyword({ type, data }: PngChunk): string {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return '';
  const end = data.subarray(0, 80).indexOf(0);
  return end === -1 ? '' : String.fromCharCode(...data.subarray(0, end));
}

/** iTXt: keyword, 0, packed or not, method, language, 0, keyword in that language, 0, text. tEXt: keyword, 0, text. */
function readText({ type, data }: PngChunk): string | undefined {
  const start = data.indexOf(0) + 1;
  if (type === 'tEXt') return decode(data.subarray(start));
  if (type === 'zTXt') return decode(unpack(data.subarray(start + 1), maxBakedBytes, 'zlib'));
  const language = data.indexOf(0, start + 2);
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1);
  if (translated === -1) return undefined;
  const rest = data.subarray(translated + 1);
  return decode(data[start] === 1 ? unpack(rest, maxBakedBytes, 'zlib') : rest);
}

const decode = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && bytes.length <= maxBakedBytes ? fromUtf8(bytes) : undefined;
