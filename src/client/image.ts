import { HtsdError } from '../backend/errors.js';
import { imageSize, type ImageSize } from './image-size.js';

/** Pixels of the longest side of a stored picture. */
export const longestSide = 1600;
const quality = 0.82;
/** Pixels beyond which a picture is not decoded: four bytes each would take more than an old phone has. */
const maxPixels = 200e6;
/** Bytes in which the header lies: EXIF with a thumbnail comes before the size. */
const headerLength = 512 * 1024;

/**
 * The picture turned the right way up, at most 1600 pixels long, and encoded anew, so that nothing but the
 * picture is left: no EXIF, no place, no thumbnail. A PNG stays one where that is smaller.
 * Errors: `invalid` with reason `image` where the browser cannot decode it.
 */
export async function shrinkImage(file: Blob, type: string): Promise<Blob> {
  const size = imageSize(new Uint8Array(await file.slice(0, headerLength).arrayBuffer()));
  if (size && size.width * size.height > maxPixels)
    throw new HtsdError('invalid', { params: { reason: 'image' } });
  const bitmap = await decode(file, size);
  try {
    const { width, height } = fitted(bitmap);
    const jpeg = await encode(bitmap, width, height, 'image/jpeg');
    if (type !== 'image/png') return jpeg;
    const png = await encode(bitmap, width, height, 'image/png');
    return png.size < jpeg.size ? png : jpeg;
  } finally {
    bitmap.close();
  }
}

const fitted = ({ width, height }: ImageSize): ImageSize => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

async function decode(file: Blob, size: ImageSize | undefined): Promise<ImageBitmap> {
  const upright: ImageBitmapOptions = { imageOrientation: 'from-image' };
  const target = size && fitted(size);
  const smaller = target && target.width < size.width;
  try {
    // Scaled while decoding, so that the big picture need not be held beside the small one.
    return await createImageBitmap(
      file,
      smaller
        ? { ...upright, resizeWidth: target.width, resizeHeight: target.height, resizeQuality: 'high' }
        : upright,
    );
  } catch (error) {
    throw new HtsdError('invalid', { params: { reason: 'image' }, cause: error });
  }
}

async function encode(bitmap: ImageBitmap, width: number, height: number, type: string): Promise<Blob> {
  const canvas =
    typeof OffscreenCanvas === 'undefined'
      ? Object.assign(document.createElement('canvas'), { width, height })
      : new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d');
  if (!brush) throw new HtsdError('invalid', { params: { reason: 'image' } });
  if (type === 'image/jpeg') {
    // JPEG knows no transparency; without paper under it, it would turn black.
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, width, height);
  }
  brush.drawImage(bitmap, 0, 0, width, height);
  const blob =
    'convertToBlob' in canvas
      ? await canvas.convertToBlob({ type, quality })
      : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  if (!blob) throw new HtsdError('invalid', { params: { reason: 'image' } });
  return blob;
}
