import { describe, expect, it } from 'vitest';
import { decodePart } from '../test-helpers/forge.js';
import { models } from '../test-helpers/models.js';
import { badge, ecSigner, listUrl, signer } from '../test-helpers/sample.js';
import { signDataIntegrity, signJwt, type Json, type JsonObject } from '../index.js';

/**
 * What the JSON schema of an AchievementCredential (Open Badges 3.0, final) demands of the members that we write. It was read
 * by hand; docs/credentials.md says what came of validating against the schema itself.
 */
const classes = ['Đạt', 'Loại Tốt', 'Mức 1', 'Mức 2'];
const whole = {
  demo: true,
  image: { id: 'https://x.example/a.svg', caption: 'Ảnh' },
  criteriaUrl: 'https://x.example/tieu-chi',
  issuer: { id: 'did:web:x.example', url: 'https://x.example/', image: 'https://x.example/l.png' },
};
const issued = models.flatMap(([model]) =>
  classes.flatMap((vi, at) => [
    badge({ model, outcome: `lop-${at}`, outcomeLabel: { vi }, place: { name: 'Xã Mẫu' } }),
    badge({ model, outcome: `lop-${at}`, outcomeLabel: { vi }, status: { list: listUrl, index: at } }, whole),
  ]),
);

const objectIn = (parent: JsonObject, name: string): JsonObject => parent[name] as JsonObject;
const listIn = (parent: JsonObject, name: string): JsonObject[] => (parent[name] ?? []) as JsonObject[];
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const identifierType =
  /^(name|sourcedId|systemId|productId|userName|accountId|identifier|ext:[a-zA-Z0-9.\-_]+)$/;

function expectTexts(parent: JsonObject, ...names: string[]): void {
  for (const name of names) expect(parent[name], name).toBeTypeOf('string');
}

function expectOnly(parent: JsonObject, ...names: string[]): void {
  expect(Object.keys(parent).filter((name) => !names.includes(name))).toEqual([]);
}

function expectImage(image: Json | undefined): void {
  if (image === undefined) return;
  expectOnly(image as JsonObject, 'id', 'type', 'caption');
  expect(image).toMatchObject({ type: 'Image' });
  expectTexts(image as JsonObject, 'id');
}

function expectIdentifiers(entries: readonly JsonObject[]): void {
  for (const entry of entries) {
    expectOnly(entry, 'type', 'identifier', 'identifierType');
    expect(entry['type']).toBe('IdentifierEntry');
    expectTexts(entry, 'identifier');
    expect(entry['identifierType']).toMatch(identifierType);
  }
}

function expectCredential(one: JsonObject): void {
  const [first, second] = one['@context'] as string[];
  expect(first).toBe('https://www.w3.org/ns/credentials/v2');
  expect(second).toMatch(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/);
  expect(one['type']).toEqual(expect.arrayContaining(['VerifiableCredential', 'AchievementCredential']));
  expectTexts(one, 'id', 'name', 'description');
  for (const name of ['validFrom', 'validUntil', 'awardedDate']) expect(one[name]).toMatch(instant);
  expectIssuer(objectIn(one, 'issuer'));
  expectSubject(objectIn(one, 'credentialSubject'));
  if (one['credentialStatus'] !== undefined) expectTexts(objectIn(one, 'credentialStatus'), 'id', 'type');
}

function expectIssuer(issuer: JsonObject): void {
  expect(issuer['type']).toEqual(['Profile']);
  expectTexts(issuer, 'id', 'name');
  expectImage(issuer['image']);
  expectIdentifiers(listIn(issuer, 'otherIdentifier'));
}

function expectSubject(subject: JsonObject): void {
  expect(subject['type']).toEqual(['AchievementSubject']);
  expectTexts(subject, 'id', 'licenseNumber', 'term', 'narrative');
  for (const entry of listIn(subject, 'identifier')) {
    expectOnly(entry, 'type', 'hashed', 'identityHash', 'identityType', 'salt');
    expect(entry).toMatchObject({ type: 'IdentityObject', hashed: expect.any(Boolean) as boolean });
    expectTexts(entry, 'identityHash');
    expect(entry['identityType']).toMatch(identifierType);
  }
  const achievement = objectIn(subject, 'achievement');
  expect(achievement['type']).toEqual(['Achievement']);
  expectTexts(achievement, 'id', 'name', 'description');
  expect(achievement['achievementType']).toBe('Award');
  expect(achievement['inLanguage']).toMatch(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);
  for (const text of Object.values(objectIn(achievement, 'criteria'))) expect(text).toBeTypeOf('string');
  expectImage(achievement['image']);
  expectIdentifiers(listIn(achievement, 'otherIdentifier'));
}

describe('the schema of Open Badges 3.0', () => {
  it('is kept by every model, class and option', () => {
    expect(issued.length).toBe(40);
    issued.forEach(expectCredential);
  });

  it('is kept with proofs inside, which are a list even if there is one', async () => {
    for (const one of issued.slice(0, 2)) {
      const proven = await signDataIntegrity(one, signer, '2026-02-10T02:00:00Z');
      expectCredential(proven);
      expect(proven['proof']).toEqual([expect.objectContaining({ type: 'DataIntegrityProof' })]);
      const [proof = {}] = listIn(proven, 'proof');
      expectTexts(proof, 'cryptosuite', 'proofPurpose', 'proofValue', 'verificationMethod');
      expect(proof['created']).toMatch(instant);
    }
  });

  it('is kept by the payload of a JWT, with either key', async () => {
    for (const key of [signer, ecSigner]) {
      for (const one of issued.slice(0, 2)) {
        expectCredential(decodePart((await signJwt(one, key)).split('.')[1] ?? ''));
      }
    }
  });
});
