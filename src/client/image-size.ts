/** Width and height as the picture is to be seen, in pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/**
 * Reads a picture's size from its header, without decoding it; undefined where the header says nothing.
 * JPEG (with the EXIF orientation, which may swap the sides), PNG, and WebP in all three kinds.
 */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint32(0) === 0x52494646) return webpSize(view);
  } catch (error) {
    // A header cut short; the decoder will say what it makes of it.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function jpegSize(view: DataView): ImageSize | undefined {
  let turned = false;
  for (let at = 2; at < view.byteLength - 8;) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    }
    if (marker === 0xffe1) turned ||= isTurned(view, at + 4);
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Orientations 5 to 8 stand on their side. */
function isTurned(view: DataView, at: number): boolean {
  if (view.getUint32(at) !== 0x45786966) return false;
  const tiff = at + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const field = directory + 2 + entry * 12;
    if (view.getUint16(field, little) === 0x0112) return view.getUint16(field + 8, little) >= 5;
  }
  return false;
}

function webpSize(view: DataView): ImageSize | undefined {
  const kind = view.getUint32(12);
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (kind === 0x56503858) return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (kind === 0x56503820) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return undefined;
}
