import { imageSize } from './image-size.js';

/** Pixels of a photo, four bytes each, as they are to be seen. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Pixels beyond which a photo is not decoded: a small file can unpack to gigabytes. */
const mostPixels = 100e6;
/** Bytes in which the header lies. */
const headerLength = 512 * 1024;

/** A photo, decoded once and drawn in as many sizes as are asked for. */
export interface Photo {
  readonly source: ImageBitmap;
  /** The photo with its longest side so many pixels long, or as long as it is. */
  pixels(longest: number): Pixels;
  close(): void;
}

/** Opens a photo at most `longest` pixels long. Undefined for what is no picture, or one of more than 100 million pixels. */
export async function openPhoto(file: Blob, longest: number): Promise<Photo | undefined> {
  const size = imageSize(new Uint8Array(await file.slice(0, headerLength).arrayBuffer()));
  // Kinds whose size nobody here can read are not decoded: who knows how large they are.
  if (!size || size.width * size.height > mostPixels || size.width * size.height === 0) return undefined;
  const scale = longest / Math.max(size.width, size.height);
  const smaller =
    scale < 1
      ? { resizeWidth: Math.max(1, Math.round(size.width * scale)), resizeQuality: 'high' as const }
      : {};
  let source: ImageBitmap;
  try {
    source = await createImageBitmap(file, { imageOrientation: 'from-image', ...smaller });
  } catch (error) {
    // Cut off, or no picture at all: the browser's own decoder says so.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
  return {
    source,
    pixels(side) {
      const factor = Math.min(1, side / Math.max(source.width, source.height));
      const width = Math.max(1, Math.round(source.width * factor));
      const height = Math.max(1, Math.round(source.height * factor));
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const brush = canvas.getContext('2d', { willReadFrequently: true });
      if (!brush) return { data: new Uint8ClampedArray(), width: 0, height: 0 };
      brush.drawImage(source, 0, 0, width, height);
      return { data: brush.getImageData(0, 0, width, height).data, width, height };
    },
    close: () => source.close(),
  };
}
