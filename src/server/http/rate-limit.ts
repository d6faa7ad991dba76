import { HtsdError } from '../../backend/errors.js';

export interface RateLimitOptions {
  /** Requests a minute that somebody may make for as long as he likes; he may make as many at once. */
  perMinute: number;
  /** Callers remembered at a time. Default 50,000: some 10 MB. */
  most?: number | undefined;
  /** Milliseconds on a clock that never goes back. Default: that of the machine. */
  clock?: (() => number) | undefined;
}

/** Counts a request of a caller. Errors: rate-limited (`seconds` until the next one is let through). */
export type RateLimit = (caller: string) => void;

/**
 * A bucket for each caller that fills evenly and from which each request takes one. In memory: each copy of the server
 * counts for itself. When there are too many callers, who has been away longest is forgotten.
 */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { perMinute, most = 50_000, clock = () => performance.now() } = options;
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, { left: number; at: number }>();
  return (caller) => {
    const now = clock();
    const known = buckets.get(caller);
    const left = known ? Math.min(perMinute, known.left + (now - known.at) * perMs) : perMinute;
    // Taken out and put back, so that who comes stands behind who has been away.
    buckets.delete(caller);
    buckets.set(caller, { left: left < 1 ? left : left - 1, at: now });
    if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
    if (left < 1)
      throw new HtsdError('rate-limited', { params: { seconds: Math.ceil((1 - left) / perMs / 1_000) } });
  };
}
