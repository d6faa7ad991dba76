import { describe, expect, it } from 'vitest';
import { remembering } from './remember.js';

describe('tokens that were believed', () => {
  it('are for some seconds, and never longer than they last', () => {
    let now = 1_000_000;
    const believed = remembering<string>(() => now);
    believed.keep('long', 'a', now + 3_600_000);
    believed.keep('short', 'b', now + 5_000);
    expect([believed.get('long'), believed.get('short'), believed.get('other')]).toEqual([
      'a',
      'b',
      undefined,
    ]);
    now += 5_000;
    expect([believed.get('long'), believed.get('short')]).toEqual(['a', undefined]);
    now += 10_000;
    expect(believed.get('long')).toBeUndefined();
  });

  it('are not believed for the hours by which the clock was put back', () => {
    let now = 50_000_000;
    const believed = remembering<string>(() => now);
    believed.keep('long', 'a', now + 3_600_000);
    now -= 9 * 3_600_000;
    expect(believed.get('long')).toBeUndefined();
  });

  it('are forgotten, the oldest first, before they fill the memory', () => {
    const believed = remembering<number>(() => 0);
    for (let token = 0; token <= 10_000; token += 1) believed.keep(`t${token}`, token, 1_000);
    expect([believed.get('t0'), believed.get('t1'), believed.get('t10000')]).toEqual([undefined, 1, 10_000]);
  });
});
