import { setViewport } from '@web/test-runner-commands';
import encodeQR from 'qr';
import '../../components/badge-check/badge-check.define.js';
import type { Given } from '../../components/badge-check/outcome.types.js';
import { setClientMaker } from '../../components/base/adapter-registry.js';
import { createClient } from '../../src/client/client.js';
import { signer } from '../../src/credential/test-helpers/sample.js';
import type { Registry } from '../../src/domain/registry.schema.js';

export type Check = HTMLElementTagNameMap['htsd-badge-check'];
export const now = '2026-08-10T08:00:00.000Z';
export const registry: Registry = {
  format: 1,
  status: 'operator',
  updated: '2026-01-01',
  bodies: [
    {
      ids: [signer.issuer],
      name: { vi: 'Ủy ban nhân dân xã Vĩnh Phúc' },
      places: [{ name: 'Xã Vĩnh Phúc', code: '08869' }],
      models: ['family'],
      from: '2025-07-01',
    },
  ],
};
/** The network of the browser, as the page hears of it. */
export function network(on: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => on });
}

export function mount(properties: Partial<Check> = {}, parent: Element = document.body): Check {
  const element = document.createElement('htsd-badge-check');
  Object.assign(element, { now, registry, ...properties });
  parent.append(element);
  return element;
}

export async function checked(given: Given, properties: Partial<Check> = {}): Promise<Check> {
  const element = mount(properties);
  await element.check(given);
  await element.updateComplete;
  return element;
}

export const text = (words: string): Given => ({ kind: 'text', text: words });
export const file = (...parts: BlobPart[]): Given => ({ kind: 'file', file: new Blob(parts) });
export const part = (element: Check, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`);
export const words = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const code = ({ outcome }: Check): string => `${outcome?.answer}: ${outcome?.reason.code}`;

export async function pngOf(width: number, height: number, draw?: (brush: CanvasRenderingContext2D) => void) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const brush = canvas.getContext('2d')!;
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, height);
  draw?.(brush);
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
  return new Uint8Array(await blob.arrayBuffer());
}

/** A photo of a QR code, small in a large picture. */
export function photoOf(words: string): Promise<Uint8Array<ArrayBuffer>> {
  const rows = encodeQR(words, 'raw', { ecc: 'medium', border: 4 });
  return pngOf(900, 700, (brush) => {
    brush.fillStyle = '#000';
    rows.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (dark) brush.fillRect(200 + x * 6, 100 + y * 6, 6, 6);
      }),
    );
  });
}

/** The same as a phone takes it: turned, narrower at the top, dim in one corner, with noise, as JPEG. */
export async function phonePhotoOf(words: string, degrees: number): Promise<Uint8Array<ArrayBuffer>> {
  const flat = await createImageBitmap(new Blob([await photoOf(words)]));
  const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 1200 });
  const brush = canvas.getContext('2d')!;
  brush.fillStyle = '#b7a58c';
  brush.fillRect(0, 0, 1200, 1200);
  brush.translate(600, 600);
  brush.rotate((degrees * Math.PI) / 180);
  for (let y = 0; y < flat.height; y++) {
    const width = flat.width * (0.9 + (0.1 * y) / flat.height);
    brush.drawImage(flat, 0, y, flat.width, 1, -width / 2, y - flat.height / 2, width, 1.5);
  }
  const image = brush.getImageData(0, 0, 1200, 1200);
  let seed = 1;
  for (let at = 0; at < image.data.length; at += 4) {
    seed = (seed * 48_271) % 2_147_483_647;
    const light = 0.95 - (0.35 * ((at / 4) % 1200)) / 1200;
    const noise = (seed % 40) - 20;
    for (const channel of [0, 1, 2]) {
      image.data[at + channel] = (image.data[at + channel] ?? 0) * light + noise;
    }
  }
  brush.putImageData(image, 0, 0);
  const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/jpeg', 0.7));
  return new Uint8Array(await blob.arrayBuffer());
}

/** Before and after each test of an element that checks. */
export function freshChecks(): void {
  setClientMaker(async (backend) => createClient(backend, { storage: 'check-test' }));
  beforeEach(async () => {
    document.documentElement.lang = 'vi';
    network(false);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('htsd/badges').onsuccess = resolve;
    });
  });
  afterEach(async () => {
    document.body.replaceChildren();
    network(true);
    await setViewport({ width: 800, height: 600 });
  });
}
