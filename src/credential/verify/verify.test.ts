import { describe, expect, it } from 'vitest';
import { signJwt, verify } from '../index.js';
import { badge, ecSigner, jwtOf, offline, provenOf, stranger, signer } from '../test-helpers/sample.js';

describe('a badge that is genuine', () => {
  it('is valid as a JWT and with a proof inside, without network', async () => {
    for (const one of [await jwtOf(), await provenOf()]) {
      const result = await verify(one, offline);
      expect(result).toMatchObject({
        answer: 'valid',
        reason: { code: 'valid' },
        issuerTrust: 'listed',
        demo: false,
      });
    }
  });
});
