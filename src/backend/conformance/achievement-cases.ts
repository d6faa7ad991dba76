import type { Achievement } from '../../domain/achievement.schema.js';
import type { Backend } from '../port.js';
import { aborts, ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { command, createScene, newId, officer, stranger } from './scene.js';

const course: Achievement = {
  kind: 'course',
  name: 'An toàn thông tin cơ bản',
  on: '2026-03-12',
  issuer: 'Trung tâm học tập cộng đồng xã Mẫu',
  url: 'https://moodle.example.vn/course/view.php?id=2',
};
const badge: Achievement = {
  kind: 'badge',
  name: 'Kỹ năng số <cơ bản> & "nâng cao"',
  on: '2025-11-20',
  expires: '2027-11-20',
  url: 'https://moodle.example.vn/badges/badge.php?hash=0a1b',
};

async function achievementsOf(backend: Backend): Promise<Achievement[]> {
  ensure(
    backend.capabilities.achievements === true,
    'capabilities.achievements must say that there are achievements',
  );
  const list = (await backend.achievements?.()) ?? [];
  return [...list].sort((a, b) => (a.url < b.url ? -1 : 1));
}

const own: CaseScript = {
  name: 'tells a person what he achieved on the platform, and nobody else',
  needs: 'award',
  async run(scene, harness) {
    const backend = await scene.as(officer);
    same(await achievementsOf(backend), [], 'the achievements before there are any');
    await harness.award?.(scene.tenant, officer, [course, badge]);
    same(await achievementsOf(await scene.as(officer)), [badge, course], 'the achievements');
    same(await achievementsOf(await scene.as(stranger)), [], 'the achievements of somebody else');
    const visitor = await scene.as(null);
    if (visitor.achievements)
      await failsWith(visitor.achievements(), ['unauthenticated'], 'the achievements of a visitor');
    const signal = AbortSignal.abort();
    await aborts(backend.achievements!({ signal }), 'achievements');
    const elsewhere = await createScene(harness);
    try {
      same(await achievementsOf(await elsewhere.as(officer)), [], 'the achievements in another tenant');
    } finally {
      await elsewhere.end();
    }
  },
};

const kept: CaseScript = {
  name: 'keeps what was achieved as evidence of an answer, with all that it says',
  needs: 'award',
  async run(scene, harness) {
    await harness.award?.(scene.tenant, officer, [course, badge]);
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const addedAt = new Date().toISOString();
    const evidence = (await achievementsOf(backend)).map(({ name, url, ...achievement }) => ({
      ...{ id: newId(), kind: 'link' as const, name, url, addedAt, achievement },
    }));
    const answers = { c1: { yes: true, evidence } };
    receiptOf(
      await scene.send(backend, command('assessment.answer', id, 1, { answers })),
      'applied',
      'an answer with achievements',
    );
    same((await scene.getAssessment(backend, id)).answers['c1']?.evidence, evidence, 'the evidence');
  },
};

export const achievementCases: CaseScript[] = [own, kept];
