import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.js';

const limited = (seconds: number) =>
  expect.objectContaining({ code: 'rate-limited', params: { seconds } }) as Error;

describe('requests of one caller', () => {
  it('are let through as fast as he likes at first, then evenly', () => {
    let now = 0;
    const limit = createRateLimit({ perMinute: 3, clock: () => now });
    for (let count = 0; count < 3; count += 1) limit('a');
    expect(() => limit('a')).toThrow(limited(20));
    // Asking in vain costs nothing.
    expect(() => limit('a')).toThrow(limited(20));
    now = 15_000;
    expect(() => limit('a')).toThrow(limited(5));
    now = 20_000;
    limit('a');
    expect(() => limit('a')).toThrow(limited(20));
    now = 3_600_000;
    for (let count = 0; count < 3; count += 1) limit('a');
    expect(() => limit('a')).toThrow(limited(20));
  });

  it('count for him alone, and are forgotten for who has been away longest', () => {
    const limit = createRateLimit({ perMinute: 1, most: 2, clock: () => 0 });
    limit('a');
    limit('b');
    expect(() => limit('a')).toThrow(limited(60));
    limit('c');
    expect(() => limit('a')).toThrow(limited(60));
    limit('b');
  });
});
