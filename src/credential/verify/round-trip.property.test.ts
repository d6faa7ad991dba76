import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  bakePng,
  bakeSvg,
  buildCredential,
  getBit,
  minEntries,
  newStatusList,
  readInput,
  setBit,
  signDataIntegrity,
  signJwt,
  verify,
  type AchievementFacts,
} from '../index.js';
import { sameBytes } from '../format/bytes.js';
import { encodeStatusList } from '../status/make-status-list.js';
import { decodeStatusList } from '../status/read-status-list.js';
import { tinyPng, tinySvg } from '../test-helpers/pictures.js';
import { ecSigner, facts, jwtOf, offline, options, provenOf, signer } from '../test-helpers/sample.js';

// Hundreds of signatures, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== '');
const anyFacts: fc.Arbitrary<AchievementFacts> = fc.record({
  id: fc.uuid(),
  subjectId: words,
  subjectName: words,
  model: fc.constantFrom('family', 'clan', 'community', 'unit', 'citizen'),
  cycle: fc.integer({ min: 2020, max: 2026 }).map(String),
  criteria: fc.record({ id: words, version: words }),
  outcome: words,
  outcomeLabel: fc.record({ vi: words }),
  place: fc.record({ name: words, code: words }),
  decision: fc.record({
    number: words,
    date: fc.constant('2026-02-10'),
    signer: words,
    issuer: fc.record({ id: words, name: words }),
  }),
  validFrom: fc.constant('2026-02-10'),
  validUntil: fc.constantFrom('2027-02-09', '2029-02-09'),
});

describe('whatever a title says', () => {
  it('issued, baked and taken out again it is valid', async () => {
    const property = fc.asyncProperty(anyFacts, fc.boolean(), fc.boolean(), async (one, asJwt, asPng) => {
      const credential = buildCredential(one, options);
      const text = asJwt
        ? await signJwt(credential, signer)
        : JSON.stringify(await signDataIntegrity(credential, signer, '2026-02-10T02:00:00Z'));
      const image = asPng ? bakePng(tinyPng, text) : bakeSvg(tinySvg, text);
      const result = await verify(image, offline);
      expect(result.answer).toBe('valid');
      expect(result.credential?.['credentialSubject']).toEqual(credential['credentialSubject']);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

describe('one bit', () => {
  it('changed anywhere in a token makes it not genuine', async () => {
    const tokens = [
      await jwtOf(),
      await signJwt(buildCredential(facts, { ...options, issuer: { id: ecSigner.issuer } }), ecSigner),
    ];
    const bytes = tokens.map((token) => new TextEncoder().encode(token));
    const property = fc.asyncProperty(fc.nat(1), fc.nat(), fc.nat(6), async (which, place, bit) => {
      const changed = new Uint8Array(bytes[which] ?? []);
      const at = place % changed.length;
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      const text = new TextDecoder().decode(changed);
      expect((await verify(text, offline)).answer, `byte ${at}, bit ${bit}`).toBe('not-genuine');
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('changed in what a proof signs makes it not genuine', async () => {
    const proven = await provenOf();
    const text = JSON.stringify(proven);
    // Inside the words, not in the punctuation of JSON or in the order of its members, which mean nothing.
    const places = ['Nguyễn', 'gia-dinh', '15/Q', 'Award', '2027-02', 'z6Mk'].map(
      (word) => text.indexOf(word) + 1,
    );
    for (const at of places) {
      for (const bit of [0, 1, 2]) {
        const letter = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
        const { answer } = await verify(text.slice(0, at) + letter + text.slice(at + 1), offline);
        expect(answer, `${text.slice(at - 5, at + 5)}, bit ${bit}`).toBe('not-genuine');
      }
    }
  });
});

describe('a status list', () => {
  it('changed at one index is changed there only, through packing and back', () => {
    const property = fc.property(fc.uniqueArray(fc.nat(minEntries - 1), { maxLength: 20 }), (revoked) => {
      const bits = revoked.reduce((list, index) => setBit(list, index, true), newStatusList());
      const read = decodeStatusList(encodeStatusList(bits)) ?? new Uint8Array();
      expect(sameBytes(read, bits)).toBe(true);
      const found: number[] = [];
      for (let index = 0; index < minEntries; index += 1) if (getBit(read, index)) found.push(index);
      expect(found).toEqual([...revoked].sort((a, b) => a - b));
    });
    fc.assert(property, { numRuns: 20 });
  });
});

describe('any bytes at all', () => {
  it('are read without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => void readInput(bytes)),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void readInput(text)),
      { numRuns: 500 },
    );
  });

  it('put anywhere into a picture give one of the five answers', async () => {
    const images = [
      bakePng(tinyPng, await jwtOf()),
      new TextEncoder().encode(bakeSvg(tinySvg, await jwtOf())),
    ];
    const property = fc.asyncProperty(
      fc.nat(1),
      fc.nat(),
      fc.uint8Array({ maxLength: 8 }),
      async (which, place, bytes) => {
        const changed = new Uint8Array(images[which] ?? []);
        changed.set(bytes.subarray(0, changed.length - (place % changed.length)), place % changed.length);
        expect(['valid', 'not-genuine', 'could-not-check']).toContain(
          (await verify(changed, offline)).answer,
        );
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });

  it('of JSON given as a badge give an answer', async () => {
    const property = fc.asyncProperty(fc.jsonValue(), async (value) => {
      const input = { ...(await provenOf()), credentialSubject: value as never };
      // What holds a member `__proto__`, or is nested too deep, is not even read.
      expect(['not-genuine', 'could-not-check']).toContain((await verify(input, offline)).answer);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
