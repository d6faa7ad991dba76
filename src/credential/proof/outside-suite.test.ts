/** Proofs of our hand before the suite of Digital Bazaar, and theirs before ours: each canonises and hashes by itself. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../format/json.js';
import { verify } from '../index.js';
import { badge, listUrl, offline, provenOf, signer } from '../test-helpers/sample.js';
import { loadContext } from './contexts.js';

const key = await generate({
  id: signer.id,
  controller: signer.issuer,
  // The key of the sample's signer.
  seed: new Uint8Array(32).fill(7),
});
const published = await key.export({ publicKey: true, includeContext: true });
/** What a document of an issuer says, as JSON-LD. */
const words = {
  id: '@id',
  assertionMethod: { '@id': 'https://w3id.org/security#assertionMethod', '@type': '@id' },
};
const keyDocuments = new Map<string, object>([
  [signer.id, published],
  [signer.issuer, { '@context': words, id: signer.issuer, assertionMethod: signer.id }],
]);
/** Contexts are the ones that we carry; keys are those of the issuer. Nothing is fetched. */
const documentLoader = async (url: string): Promise<object> => {
  const document = keyDocuments.get(url);
  return document ? { contextUrl: null, document, documentUrl: url } : loadContext(url);
};
const options = { documentLoader, purpose: new jsigs.purposes.AssertionProofPurpose() };

const theirsOf = async (credential: JsonObject): Promise<JsonObject> =>
  (await jsigs.sign(structuredClone(credential), {
    ...options,
    suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: '2026-02-10T02:00:00Z' }),
  })) as JsonObject;

/** What their suite says; of a list of proofs, of each. */
const theyAccept = async (credential: JsonObject): Promise<boolean> => {
  const suite = new DataIntegrityProof({ cryptosuite });
  return (await jsigs.verify(structuredClone(credential), { ...options, suite })).verified;
};

const titles: Record<string, JsonObject> = {
  plain: badge(),
  'with a status, a picture and a demonstration issuer': badge(
    { status: { list: listUrl, index: 5 } },
    { demo: true, criteriaUrl: 'https://x.example/', image: { id: 'https://x.example/a.svg' } },
  ),
};

describe.each(Object.entries(titles))('a title, %s', (_name, credential) => {
  it('that we signed is one to them, and no more with a letter changed', async () => {
    const ours = await provenOf(credential);
    expect(await theyAccept(ours)).toBe(true);
    expect(await theyAccept({ ...ours, name: 'Khác' })).toBe(false);
  });

  it('that they signed is one to us, and no more with a letter changed', async () => {
    const theirs = await theirsOf(credential);
    const answer = async (one: JsonObject): Promise<string> => {
      const { answer: given, reason } = await verify(one, offline);
      return `${given}: ${reason.code}`;
    };
    // Without a network a status is not looked up; the signature fits all the same.
    const genuine = 'credentialStatus' in credential ? 'could-not-check: offline' : 'valid: valid';
    expect(await answer(theirs)).toBe(genuine);
    expect(await answer({ ...theirs, name: 'Khác' })).toBe('not-genuine: altered');
  });

  it('has the very same signature from both: Ed25519 leaves no choice', async () => {
    const proofOf = (one: JsonObject): unknown => {
      const { proof } = one as { proof: { proofValue: string } | { proofValue: string }[] };
      return (Array.isArray(proof) ? proof[0] : proof)?.proofValue;
    };
    expect(proofOf(await theirsOf(credential))).toBe(proofOf(await provenOf(credential)));
  });
});
