import { encode } from 'uqr';

/** A QR code as one SVG path in a square of `size` units, with the quiet zone of four that scanners need. */
export interface QrPath {
  d: string;
  size: number;
}

/** The QR code of a text, at error correction M. Throws `RangeError` for more than about 2,300 bytes. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      const width = x + 1 - from;
      found.push(`M${from} ${y}h${width}v1h-${width}z`);
    }
    return found;
  });
  return { d: runs.join(''), size };
}
