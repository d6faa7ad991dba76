import { readCode, type CodeRead } from '../../components/badge-check/read-code.js';

export { readCode };

/**
 * A QR code as a screen or a sheet shows it to a phone: its own path, of so many units, drawn and blurred, then read by what
 * reads photos.
 */
export async function readDrawnCode(d: string, units: number): Promise<CodeRead> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 640 });
  const brush = canvas.getContext('2d')!;
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, 640, 640);
  brush.filter = 'blur(2px)';
  brush.translate(60, 40);
  brush.scale(480 / units, 480 / units);
  brush.fillStyle = '#000';
  brush.fill(new Path2D(d));
  return readCode(await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!))));
}
