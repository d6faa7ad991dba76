import decodeQR from 'qr/decode.js';
import { openPhoto, type Photo } from '../../src/client/photo-pixels.js';

/** Longest sides, in pixels, in which a photo is searched: a code that fills it is found in the small one, soonest. */
const sides = [800, 1600];

/** The browser's own reader of codes, where it has one. */
interface NativeDetector {
  detect(source: ImageBitmap): Promise<{ rawValue: string }[]>;
}
interface NativeReader {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/** `none`: a picture without a code that can be read; `no-picture`: nothing that can be looked at. */
export type CodeRead = { text: string } | 'none' | 'no-picture';

/** Reads the QR code in a photo, with the browser's own reader first. */
export async function readCode(file: Blob): Promise<CodeRead> {
  const photo = await openPhoto(file, Math.max(...sides));
  if (!photo) return 'no-picture';
  try {
    const text = (await readNatively(photo)) ?? readByHand(photo);
    return text === undefined ? 'none' : { text };
  } finally {
    photo.close();
  }
}

async function readNatively({ source }: Photo): Promise<string | undefined> {
  const { BarcodeDetector: Reader } = globalThis as { BarcodeDetector?: NativeReader };
  try {
    if (!Reader || !(await Reader.getSupportedFormats()).includes('qr_code')) return undefined;
    const [found] = await new Reader({ formats: ['qr_code'] }).detect(source);
    return found?.rawValue || undefined;
  } catch (error) {
    // Offered, but its service is not there (some systems): our own reader takes over.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function readByHand(photo: Photo): string | undefined {
  for (const side of sides) {
    try {
      return decodeQR(photo.pixels(side), { timeLimit: 1_500 });
    } catch {
      // It throws for every picture in which it finds nothing.
    }
  }
  return undefined;
}
