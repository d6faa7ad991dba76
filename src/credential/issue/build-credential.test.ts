import { describe, expect, it } from 'vitest';
import { models } from '../test-helpers/models.js';
import { badge, facts, listUrl, options, signer, stranger } from '../test-helpers/sample.js';
import { buildCredential, signDataIntegrity, signJwt, type JsonObject } from '../index.js';
import { localIdentifier } from './local-identifier.js';

const subjectOf = (credential: JsonObject): JsonObject => credential['credentialSubject'] as JsonObject;
const achievementOf = (credential: JsonObject): JsonObject =>
  subjectOf(credential)['achievement'] as JsonObject;

describe('the badge of a title', () => {
  it.each(models)('of a %s names its title in Vietnamese and English', (model, vi, en) => {
    const one = badge({ model });
    expect(one['name']).toBe(`${vi} năm 2025: Đạt`);
    expect(one['description']).toContain(`“${vi}”`);
    expect(one['description']).toContain(`“${en}”`);
    expect(achievementOf(one)['name']).toBe(`${vi}: Đạt`);
  });

  it('holds of the recipient its published name and an identifier that says nothing', () => {
    const text = JSON.stringify(badge());
    expect(text).not.toContain(facts.subjectId);
    expect(text).not.toContain(options.tenant);
    expect(text).not.toMatch(/@(?!context)[\w.]+|mailto:/);
    expect(subjectOf(badge())['id']).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(badge()).not.toHaveProperty('evidence');
  });

  it('knows the same recipient again in another year, and no other tenant\u2019s', () => {
    const id = subjectOf(badge())['id'];
    expect(subjectOf(badge({ cycle: '2026', id: 'another' }))['id']).toBe(id);
    expect(subjectOf(badge({ subjectId: 'another' }))['id']).not.toBe(id);
    expect(subjectOf(badge({}, { tenant: 'another' }))['id']).not.toBe(id);
    expect(localIdentifier('a', 'bc')).not.toBe(localIdentifier('ab', 'c'));
  });

  it('has one achievement for all who reach the same class by the same criteria', () => {
    const id = achievementOf(badge())['id'];
    expect(achievementOf(badge({ subjectId: 'another', cycle: '2024' }))['id']).toBe(id);
    for (const change of [
      { outcome: 'tot' },
      { criteria: { id: 'gia-dinh', version: '2' } },
      { model: 'clan' as const },
    ]) {
      expect(achievementOf(badge(change))['id']).not.toBe(id);
    }
  });

  it('says in both languages that its criteria are a sample, where a reader of badges shows it', () => {
    const texts = (status?: 'sourced' | 'partial' | 'sample'): string[] => {
      const one = badge(status && { criteriaStatus: status });
      const { criteria } = achievementOf(one) as { criteria: { narrative: string } };
      return [one['description'] as string, criteria.narrative];
    };
    for (const text of texts('sample')) {
      expect(text).toContain('. Bộ tiêu chí đã dùng là mẫu, chưa đối chiếu văn bản. / ');
      expect(text).toMatch(/The criteria set used is a sample, not checked against the official text\.$/);
    }
    for (const text of texts('partial')) expect(text).toContain('chưa đủ nguyên văn');
    expect(texts('sourced')).toEqual(texts());
    expect(texts().join()).not.toContain('đối chiếu');
  });

  it('calls its criteria set by its title in each language, by its id where no title was kept', () => {
    const narrative = (more?: Parameters<typeof badge>[0]): string =>
      (achievementOf(badge(more)) as { criteria: { narrative: string } }).criteria.narrative;
    const named = narrative({
      criteriaTitle: { vi: 'Gia đình học tập (mẫu)', en: 'Learning family (sample)' },
    });
    expect(named).toContain('bộ tiêu chí “Gia đình học tập (mẫu)”, phiên bản 1');
    expect(named).toContain('criteria set “Learning family (sample)”, version 1');
    expect(narrative({ criteriaTitle: { vi: 'Chỉ tiếng Việt' } })).toContain('criteria set “Chỉ tiếng Việt”');
    expect(narrative()).toMatch(/bộ tiêu chí gia-dinh, phiên bản/);
  });

  it('has its entry in a status list only where it was given one', () => {
    expect(badge()).not.toHaveProperty('credentialStatus');
    expect(badge({ status: { list: listUrl, index: 94567 } })['credentialStatus']).toEqual({
      id: `${listUrl}#94567`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: listUrl,
    });
  });

  it('is not built of days that do not exist, or of an end before the beginning', () => {
    for (const change of [
      { validFrom: '2026-02-30' },
      { validUntil: '2026-02-09' },
      { status: { list: listUrl, index: -1 } },
    ]) {
      expect(() => buildCredential({ ...facts, ...change }, options)).toThrow(RangeError);
    }
  });
});

describe('signing', () => {
  it('names the key and never holds one', async () => {
    const token = await signJwt(badge(), signer);
    const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as JsonObject;
    expect(header).toEqual({ alg: 'EdDSA', kid: signer.id, typ: 'JWT' });
  });

  it('refuses what a service gave in another form, what is signed already, and a key of the wrong kind', async () => {
    const der = { ...stranger, sign: async () => new Uint8Array(70) };
    await expect(signJwt(badge(), der)).rejects.toThrow(RangeError);
    const signed = await signDataIntegrity(badge(), signer, '2026-02-10T02:00:00Z');
    await expect(signJwt(signed, signer)).rejects.toThrow(RangeError);
    const other = { ...stranger, algorithm: 'ES256' as const };
    await expect(signDataIntegrity(badge(), other, '2026-02-10T02:00:00Z')).rejects.toThrow(RangeError);
  });
});
