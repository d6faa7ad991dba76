import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../format/json.js';
import { badge, listUrl, signer } from '../test-helpers/sample.js';
import { buildStatusListCredential, newStatusList } from '../index.js';
import { canonize } from './canonize.js';
import { getInitialContext } from './json-ld-libraries.js';

const list = { id: listUrl, issuer: signer.issuer, bits: newStatusList(), validFrom: '2026-08-01T00:00:00Z' };
const documents: JsonObject[] = [
  badge(
    { status: { list: listUrl, index: 5 } },
    { demo: true, criteriaUrl: 'https://x.example/', image: { id: 'https://x.example/a.svg' } },
  ),
  badge(),
  buildStatusListCredential(list),
  {
    '@context': badge()['@context'] ?? '',
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-02-10T02:00:00Z',
    verificationMethod: signer.id,
    proofPurpose: 'assertionMethod',
  },
];

describe('canonical N-Quads', () => {
  it('are the same with cheap copies of contexts as with those of the library', async () => {
    for (const document of documents) {
      const ours = await canonize(document);
      expect(ours).toBe(await canonize(document, getInitialContext({ processingMode: 'json-ld-1.1' })));
      expect(ours.split('\n').length).toBeGreaterThan(5);
    }
  });

  it('do not depend on the order of members or on what was canonized before', async () => {
    const [document = {}] = documents;
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(await canonize(turned)).toBe(await canonize(document));
  });

  it('carry every word of the title', async () => {
    const quads = await canonize(badge());
    for (const word of [
      'Gia đình ông Nguyễn Văn Ước',
      '15/QĐ-UBND',
      'Xã Vĩnh Phúc',
      '08869',
      '2027-02-09T23:59:59+07:00',
    ]) {
      expect(quads).toContain(word);
    }
  });

  it('are refused for a word without a meaning, and for an unknown context', async () => {
    await expect(canonize({ ...badge(), giaiThuong: 'Nhất' })).rejects.toThrow();
    await expect(canonize({ ...badge(), '@context': 'https://evil.example/' })).rejects.toThrow();
  });
});
