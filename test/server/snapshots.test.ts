import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allYes,
  command,
  newId,
  officer,
  reviewer,
  signer,
  type Scene,
} from '../../src/backend/conformance/scene.js';
import { badgeImage } from '../../src/server/snapshots/badge-image.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startServer();
  scene = await sceneOn(server);
});
afterAll(async () => {
  await scene.end();
  await server.close();
});

describe('the picture of a title', () => {
  it('is there for pages that run no script, and says when the title holds no more', async () => {
    const [author, judge, signs] = [
      await scene.as(officer),
      await scene.as({ ...reviewer, scope: ['*'] }),
      await scene.as({ ...signer, scope: ['*'] }),
    ];
    const { id } = await scene.openAssessment(author);
    const must = async (
      who: typeof author,
      kind: string,
      record: string,
      expected: number,
      payload: object,
    ) => {
      const [receipt] = await who.execute([command(kind as never, record, expected, payload as never)]);
      expect([kind, receipt?.status]).toEqual([kind, 'applied']);
    };
    await must(author, 'assessment.answer', id, 1, { answers: allYes(scene.set) });
    await must(author, 'assessment.submit', id, 2, {});
    await must(judge, 'assessment.review', id, 3, {});
    await must(judge, 'assessment.verify', id, 4, {});
    const path = `/public/${scene.tenant}/recognitions/${id}/badge.svg`;
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    const today = new Date().toISOString().slice(0, 10);
    const issuer = { id: 'hkh', name: 'Hội Khuyến học' };
    await must(signs, 'recognition.grant', newId(), 0, {
      decision: { number: '05/QĐ', date: today, signer: 'A', issuer },
      grants: [{ assessment: id, expected: 5, outcome: 'pass' }],
    });

    const answer = await fetch(`${server.url}${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const image = await answer.text();
    expect(image).toMatch(/^<svg .*<\/svg>\n$/s);
    for (const words of ['Đơn vị học tập', 'Trường THCS Nguyễn Du', 'Bộ tiêu chí mẫu'])
      expect(image).toContain(words);
    expect(image).not.toContain('Đã thu hồi');
    expect(await (await fetch(`${server.url}${path}?lang=en`)).text()).toContain('Learning Unit');

    await must(signs, 'recognition.revoke', id, 1, { reason: 'Sai phạm' });
    expect(await (await fetch(`${server.url}${path}`)).text()).toContain('Đã thu hồi');
    const [found] = (await (await scene.as(null)).query('recognition.get', { id })).items;
    const later = new Date('2031-01-01T00:00:00Z');
    expect(badgeImage({ ...found!, state: 'granted' }, 'vi', later)).toContain('Hết hiệu lực');
    const ahead = { ...found!, state: 'granted' as const, validFrom: '2031-01-02', validUntil: '2032-01-01' };
    expect(badgeImage(ahead, 'vi', later)).toContain('Chưa có hiệu lực');
    // What somebody is called is text, whatever is in it.
    expect(badgeImage({ ...found!, subjectName: '<script>' }, 'vi', later)).not.toContain('<script');
  });
});
