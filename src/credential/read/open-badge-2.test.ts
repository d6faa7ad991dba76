import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../format/json.js';
import { verify } from '../index.js';
import { encodePart } from '../test-helpers/forge.js';
import { offline } from '../test-helpers/sample.js';
import { isOpenBadge2, readOpenBadge2 } from './open-badge-2.js';

/** As Moodle 4.5 gives it out, with the badge class inside. */
const moodle: JsonObject = {
  recipient: { identity: 'sha256$00ff', type: 'email', hashed: true, salt: 'badges1' },
  badge: {
    name: 'Hoàn thành khóa học',
    description: 'Đã học xong',
    image: { id: 'https://moodle.example/pluginfile.php/14/badges/badgeimage/1/f3', caption: 'Huy hiệu' },
    criteria: { id: 'https://moodle.example/badges/badgeclass.php?id=1', narrative: 'Học đủ các bài' },
    issuer: {
      name: 'Trung tâm',
      url: 'https://moodle.example',
      email: 'a@moodle.example',
      id: 'https://moodle.example/badges/issuer_json.php',
      type: 'Issuer',
    },
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'BadgeClass',
  },
  verify: { type: 'hosted', url: 'https://moodle.example/badges/assertion.php?b=1&obversion=2' },
  issuedOn: '2026-11-21T20:16:56+00:00',
  evidence: 'https://moodle.example/badges/badge.php?hash=1',
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://moodle.example/badges/assertion.php?b=1&obversion=2',
};

describe('an assertion of Open Badges 2.0', () => {
  it('is shown, without the address of its holder, and could not be checked', async () => {
    const { answer, reason, badge } = await verify(JSON.stringify(moodle), offline);
    expect([answer, reason.code, reason.params]).toEqual([
      'could-not-check',
      'hosted-badge',
      { url: 'https://moodle.example/badges/assertion.php?b=1&obversion=2' },
    ]);
    expect(badge).toEqual({
      format: 'open-badge-2',
      id: 'https://moodle.example/badges/assertion.php?b=1&obversion=2',
      name: 'Hoàn thành khóa học',
      description: 'Đã học xong',
      image: 'https://moodle.example/pluginfile.php/14/badges/badgeimage/1/f3',
      criteria: 'Học đủ các bài',
      issuer: {
        id: 'https://moodle.example/badges/issuer_json.php',
        name: 'Trung tâm',
        url: 'https://moodle.example',
      },
      recipient: {},
      awardedOn: '2026-11-21T20:16:56.000Z',
      demo: false,
    });
  });

  it('of version 1 and of later shapes is read too', () => {
    const old: JsonObject = {
      uid: '1',
      recipient: { identity: 'a@b.example', type: 'email', hashed: false },
      badge: 'https://moodle.example/badge.json',
      issuedOn: '1795292216',
      verify: { type: 'hosted', url: 'https://moodle.example/1' },
    };
    expect(isOpenBadge2(old)).toBe(true);
    expect(readOpenBadge2(old)).toMatchObject({
      hosted: 'https://moodle.example/1',
      view: {
        name: 'https://moodle.example/badge.json',
        awardedOn: '2026-11-21T20:16:56.000Z',
        recipient: {},
      },
    });
    const { verify: hosted, ...rest } = moodle;
    const later: JsonObject = { ...rest, verification: { type: 'HostedBadge' } };
    expect(hosted).toBeDefined();
    expect(readOpenBadge2(later).hosted).toBe(moodle['id']);
  });

  it('that is signed is shown too, and its key is not taken for its host', async () => {
    const verification = { type: 'SignedBadge', url: 'https://lms.example/key.json' };
    const signed = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'urn:uuid:a',
      recipient: { type: 'email', hashed: true, identity: 'sha256$00' },
      badge: 'https://lms.example/badge.json',
      issuedOn: '2026-01-05T00:00:00Z',
      verification,
    };
    for (const claims of [
      signed,
      {
        uid: 'a',
        recipient: signed.recipient,
        badge: signed.badge,
        verify: { ...verification, type: 'signed' },
      },
    ]) {
      const token = `${encodePart({ alg: 'RS256' })}.${encodePart(claims)}.${'A'.repeat(86)}`;
      const { answer, reason, badge } = await verify(token, { now: '2026-08-10T08:00:00Z' });
      expect([answer, reason]).toEqual(['could-not-check', { code: 'hosted-badge', params: { url: '' } }]);
      expect(badge?.name).toBe('https://lms.example/badge.json');
    }
  });

  it('a badge class or an issuer alone is none', () => {
    const { badge } = moodle;
    expect(isObject(badge) && isOpenBadge2(badge)).toBe(false);
  });
});
