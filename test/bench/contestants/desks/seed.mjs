import { cycle, people } from './page.mjs';

/**
 * Puts the set and assessments of it into the store of the page's back end, by commands in the names of those who send
 * them: one that is under review, or many that are verified.
 * @param {{ count: number, until: 'in-review' | 'verified' }} what
 */
export const seed = (what) => async (page, origin, set) => {
  await page.goto(`${origin}/empty.html`);
  const refused = await page.evaluate(
    async ({ set, cycle, people, what }) => {
      const { createLocalAdapter } = await import('/dist/lib/adapters/local.js');
      const catalog = { list: async () => [], get: async () => undefined };
      const as = (actor) => createLocalAdapter({ actor, catalog });
      const [author, reviewer] = [as(people.author), as(people.reviewer)];
      const evidence = [
        {
          id: 'e',
          kind: 'link',
          name: 'Kế hoạch',
          url: 'https://example.vn/',
          addedAt: '2026-11-01T00:00:00.000Z',
        },
      ];
      const claims = {
        points: { points: '1.5' },
        options: { option: 'most' },
        yesno: { yes: true },
        percent: { numerator: '80', denominator: '100' },
      };
      const answers = Object.fromEntries(
        set.sections.flatMap(({ criteria }) =>
          criteria.map(({ id, input }) => [id, { ...claims[input], evidence }]),
        ),
      );
      let count = 0;
      const command = (kind, record, expected, payload) => ({
        id: `bench-${(count += 1)}`,
        kind,
        record,
        expected,
        payload,
      });
      const receipts = await author.execute([
        command('criteria.publish', `${set.id}@${set.version}`, 0, { set }),
      ]);
      const criteria = { id: set.id, version: set.version };
      for (let index = 0; index < what.count; index += 1) {
        const [subject, id] = [`subject-${index}`, `bench-${index}`];
        const fields = {
          model: set.model,
          name: `Trường số ${index + 1}`,
          place: { name: 'Xã Thử' },
          facts: {},
        };
        receipts.push(
          ...(await author.execute([
            command('subject.register', subject, 0, { ...fields, cycle, criteria }),
            command('assessment.open', id, 0, { subject, cycle }),
            command('assessment.answer', id, 1, { answers }),
            command('assessment.submit', id, 2, {}),
          ])),
          ...(await reviewer.execute([
            command('assessment.review', id, 3, {}),
            ...(what.until === 'verified' ? [command('assessment.verify', id, 4, {})] : []),
          ])),
        );
      }
      await Promise.all([author.dispose(), reviewer.dispose()]);
      return receipts.filter((receipt) => receipt.status !== 'applied');
    },
    { set, cycle, people, what },
  );
  if (refused.length > 0) throw new Error(`Seeding was refused: ${JSON.stringify(refused.slice(0, 3))}`);
};
