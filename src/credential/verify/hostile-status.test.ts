import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../format/base64url.js';
import { toUtf8 } from '../format/bytes.js';
import {
  buildStatusListCredential,
  newStatusList,
  signDataIntegrity,
  verify,
  type JsonObject,
} from '../index.js';
import { keptList } from '../test-helpers/forge.js';
import { badge, jwtOf, listUrl, offline, signer, stranger } from '../test-helpers/sample.js';

const check = async (token: string, more: Partial<typeof offline> = {}): Promise<string> => {
  const { answer, reason } = await verify(token, { ...offline, ...more });
  return `${answer}: ${reason.code}`;
};

describe('a bad status list', () => {
  const token = jwtOf(badge({ status: { list: listUrl, index: 5 } }));

  it('of another issuer says nothing, neither way', async () => {
    const theirs = { issuer: stranger.issuer, by: stranger };
    for (const revoked of [[], [5]]) {
      const statusLists = await keptList(revoked, theirs);
      expect(await check(await token, { statusLists })).toBe('could-not-check: status-of-another');
    }
  });

  it('signed by another than it names, or not at all, is damaged', async () => {
    expect(await check(await token, { statusLists: await keptList([], { by: stranger }) })).toBe(
      'could-not-check: status-damaged',
    );
    const content = buildStatusListCredential({
      id: listUrl,
      issuer: signer.issuer,
      bits: newStatusList(),
      validFrom: '2026-08-01T00:00:00Z',
    });
    const statusLists = { [listUrl]: { content, fetchedAt: offline.now } };
    expect(await check(await token, { statusLists })).toBe('could-not-check: status-damaged');
  });

  it('of another purpose, another address, or shorter than it must be proves no validity', async () => {
    for (const change of [
      { purpose: 'suspension' as const },
      { id: 'https://khuyenhoc.example/status/2' },
      { bits: new Uint8Array(64) },
    ]) {
      expect(await check(await token, { statusLists: await keptList([], change) })).toBe(
        'could-not-check: status-damaged',
      );
    }
  });

  it('that ends before the index is damaged', async () => {
    const far = await jwtOf(badge({ status: { list: listUrl, index: 131_072 } }));
    expect(await check(far, { statusLists: await keptList([]) })).toBe('could-not-check: status-damaged');
  });

  const encoded = async (encodedList: string): Promise<string> => {
    const list = buildStatusListCredential({
      id: listUrl,
      issuer: signer.issuer,
      bits: newStatusList(),
      validFrom: '2026-08-01T00:00:00Z',
    });
    const subject = { ...(list['credentialSubject'] as JsonObject), encodedList };
    const content = await signDataIntegrity(
      { ...list, credentialSubject: subject },
      signer,
      '2026-08-01T00:00:00Z',
    );
    return check(await token, { statusLists: { [listUrl]: { content, fetchedAt: offline.now } } });
  };

  it('that is a bomb is put away within bounds', async () => {
    const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    expect(await encoded(`u${toBase64url(bomb)}`)).toBe('could-not-check: status-damaged');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('that lies about its length is damaged', async () => {
    const packed = gzipSync(newStatusList());
    expect(await encoded(`u${toBase64url(packed)}`)).toBe('valid: valid');
    packed.writeUInt32LE(131_072, packed.length - 4);
    expect(await encoded(`u${toBase64url(packed)}`)).toBe('could-not-check: status-damaged');
  });

  it('that is cut short, or no gzip, is damaged', async () => {
    const packed = gzipSync(Uint8Array.from({ length: 16_384 }, (_, index) => (index * 7919) % 251));
    expect(await encoded(`u${toBase64url(packed.subarray(0, 200))}`)).toBe('could-not-check: status-damaged');
    for (const text of ['', 'u', 'zzzz', 'u!!!!', `u${toBase64url(toUtf8('no gzip at all, only text'))}`]) {
      expect(await encoded(text)).toBe('could-not-check: status-damaged');
    }
  });

  it('that never comes does not keep anybody waiting', async () => {
    const fetchJson = (): Promise<unknown> => new Promise(() => undefined);
    expect(await check(await token, { fetchJson, fetchTimeoutMs: 20 })).toBe(
      'could-not-check: status-unreachable',
    );
  });

  it('of a kind that is not known, or at no address, is no proof', async () => {
    const entry = badge({ status: { list: listUrl, index: 5 } })['credentialStatus'] as JsonObject;
    const withStatus = (change: JsonObject): Promise<string> =>
      jwtOf({ ...badge(), credentialStatus: { ...entry, ...change } });
    expect(await check(await withStatus({ type: 'OtherStatus' }))).toBe(
      'could-not-check: unsupported-status',
    );
    expect(await check(await withStatus({ statusListCredential: 'file:///etc/passwd' }))).toBe(
      'not-genuine: malformed',
    );
    expect(await check(await withStatus({ statusListIndex: '-1' }))).toBe('not-genuine: malformed');
  });
});
