import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../format/json.js';
import { verify } from '../index.js';
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

  it('a badge class or an issuer alone is none', () => {
    const { badge } = moodle;
    expect(isObject(badge) && isOpenBadge2(badge)).toBe(false);
  });
});
