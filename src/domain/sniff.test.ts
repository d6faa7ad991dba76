import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('sniff', () => {
  it.each([
    ['image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['image/webp', Uint8Array.of(...text('RIFF'), 1, 2, 3, 4, ...text('WEBPVP8 '))],
    ['application/pdf', text('%PDF-1.7\n')],
  ])('knows %s', (type, bytes) => expect(sniff(bytes)).toBe(type));

  it.each([
    ['nothing', new Uint8Array()],
    ['a cut-off signature', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['a program', text('MZ\u0090')],
    ['a web page', text('<!doctype html>')],
    ['an SVG image', text('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['sound in the container of WebP', Uint8Array.of(...text('RIFF'), 1, 2, 3, 4, ...text('WAVEfmt '))],
    ['a PDF behind something else', text('x%PDF-1.7')],
  ])('knows no %s', (_title, bytes) => expect(sniff(bytes)).toBeUndefined());
});
