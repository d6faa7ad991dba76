/** A JPEG of a coloured gradient, so that it has something to compress. */
export async function jpeg(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(await (await drawing(width, height)).convertToBlob({ type: 'image/jpeg', quality: 0.9 }));
}

/** A PNG as a screenshot is: few colours, sharp edges. */
export async function screenshot(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d')!;
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = '#000';
  for (let y = 10; y < height; y += 20) brush.fillRect(10, y, width / 2, 1);
  return bytesOf(await canvas.convertToBlob({ type: 'image/png' }));
}

async function drawing(width: number, height: number): Promise<OffscreenCanvas> {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d')!;
  const gradient = brush.createLinearGradient(0, 0, width, height);
  for (const [at, colour] of [
    [0, '#c33'],
    [0.5, '#3c6'],
    [1, '#36c'],
  ] as const)
    gradient.addColorStop(at, colour);
  brush.fillStyle = gradient;
  brush.fillRect(0, 0, width, height);
  return canvas;
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

/** What the GPS block says in readable signs, to look for afterwards. */
export const place = 'WGS-84-HOAN-KIEM';

/** Puts EXIF into a JPEG: orientation, and a GPS block with a map datum. */
export function withExif(image: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const datum = new TextEncoder().encode(`${place}\0`);
  const tiff = new DataView(new ArrayBuffer(8 + 2 + 24 + 4 + 2 + 12 + 4 + datum.length));
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.setUint16(at, tag);
    tiff.setUint16(at + 2, type);
    tiff.setUint32(at + 4, count);
    if (type === 3) tiff.setUint16(at + 8, value);
    else tiff.setUint32(at + 8, value);
  };
  tiff.setUint32(0, 0x4d4d002a);
  tiff.setUint32(4, 8);
  tiff.setUint16(8, 2);
  entry(10, 0x0112, 3, 1, orientation);
  entry(22, 0x8825, 4, 1, 38);
  tiff.setUint16(38, 1);
  // GPSMapDatum.
  entry(40, 0x0012, 2, datum.length, 56);
  new Uint8Array(tiff.buffer).set(datum, 56);
  const header = new TextEncoder().encode('Exif\0\0');
  const length = 2 + header.length + tiff.byteLength;
  const parts = [
    image.subarray(0, 2),
    [0xff, 0xe1, length >> 8, length & 255],
    header,
    new Uint8Array(tiff.buffer),
    image.subarray(2),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** True where the bytes hold the text. */
export function holds(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(text);
}
