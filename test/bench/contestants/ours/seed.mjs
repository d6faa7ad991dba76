import { cycle } from './page.mjs';

/**
 * Puts the set, a subject and its open assessment into the store that the page's default back end uses, by
 * commands, as an administrator and an officer would.
 * @param {import('playwright-core').Page} page
 */
export async function seed(page, origin, set) {
  await page.goto(`${origin}/empty.html`);
  const refused = await page.evaluate(
    async ({ set, cycle }) => {
      const { createLocalAdapter } = await import('/dist/lib/adapters/local.js');
      const backend = createLocalAdapter({
        actor: { id: 'device', name: '', roles: ['officer', 'admin'] },
        catalog: { list: async () => [], get: async () => undefined },
      });
      const criteria = { id: set.id, version: set.version };
      const subject = {
        model: set.model,
        name: 'Trường THCS Thử Tốc Độ',
        place: { name: 'Xã Thử' },
        facts: {},
      };
      const receipts = await backend.execute([
        {
          id: 'bench-1',
          kind: 'criteria.publish',
          record: `${set.id}@${set.version}`,
          expected: 0,
          payload: { set },
        },
        {
          id: 'bench-2',
          kind: 'subject.register',
          record: 'bench-subject',
          expected: 0,
          payload: { ...subject, cycle, criteria },
        },
        {
          id: 'bench-3',
          kind: 'assessment.open',
          record: 'bench-assessment',
          expected: 0,
          payload: { subject: 'bench-subject', cycle },
        },
      ]);
      await backend.dispose();
      return receipts.filter((receipt) => receipt.status !== 'applied');
    },
    { set, cycle },
  );
  if (refused.length > 0) throw new Error(`Seeding was refused: ${JSON.stringify(refused)}`);
}
