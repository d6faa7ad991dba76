import { describe, expect, it } from 'vitest';
import { createClient } from '../../client/client.js';
import { createHttpAdapter } from './http-adapter.js';

const year = 365 * 86_400_000;

/** A client of a server whose answers are dated so many milliseconds from this device's time; undefined: not at all. */
function clientOf(...dated: (number | undefined)[]) {
  const backend = createHttpAdapter({
    baseUrl: 'https://server.example',
    fetch: async () => {
      const from = dated.shift();
      const headers: HeadersInit =
        from === undefined ? {} : { Date: new Date(Date.now() + from).toUTCString() };
      return Response.json({ actor: null, tenant: '01' }, { headers });
    },
  });
  const client = createClient(backend);
  /** Milliseconds that its time is ahead of this device's, in whole seconds, once it has been answered. */
  return async (): Promise<number> => {
    await client.session();
    return Math.round((client.now().getTime() - Date.now()) / 10_000) * 10_000;
  };
}

describe('the time of a client', () => {
  it('is that of the server where this device is far from it, and the device’s own where both agree', async () => {
    const ahead = clientOf(year, -10 * year, 300_000);
    expect(await ahead()).toBe(year);
    expect(await ahead()).toBe(-10 * year);
    // Set right in the meantime.
    expect(await ahead()).toBe(0);
  });

  it('stays what it was by an answer that bears no date', async () => {
    const ahead = clientOf(undefined, -year, undefined);
    expect(await ahead()).toBe(0);
    expect(await ahead()).toBe(-year);
    expect(await ahead()).toBe(-year);
  });
});
