import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainBytes } from '../format/bytes.js';
import { unpack } from './unpack.js';

describe('unpacking within bounds', () => {
  it('gives back what was packed, up to the cap', () => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_, index) => (index * index) % 253);
    const packed = gzipSync(bytes);
    expect(unpack(packed, 40_000)).toEqual(bytes);
    expect(unpack(packed, 39_999)).toBeUndefined();
    expect(unpack(packed.subarray(0, -20), 40_000)).toBeUndefined();
    expect(unpack(new Uint8Array(), 40_000)).toBeUndefined();
  });

  it('stops reading a bomb soon after the cap', () => {
    const bomb = plainBytes(gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 9 }));
    let read = 0;
    const watched = Object.defineProperty(bomb, 'subarray', {
      value: (from: number, to: number) => {
        read = Math.max(read, to);
        return Uint8Array.prototype.slice.call(bomb, from, to);
      },
    });
    expect(unpack(watched, 512 * 1024)).toBeUndefined();
    expect(bomb.length).toBeGreaterThan(60_000);
    expect(read).toBeLessThan(4_000);
  });
});
