/** A criteria set that is broken or hostile, as the person sees it: a sentence, no form that scores wrongly, nothing lost. */
import { expect } from '@open-wc/testing';
import { createMemoryStore } from '../../src/backend/memory/memory-adapter.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { criterion, tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

let mounted: Mounted;
afterEach(() => mounted.unmount());

const text = (): string => mounted.root.querySelector('.htsd')?.textContent?.replace(/\s+/g, ' ') ?? '';
const device = (): string => `broken-set-${Date.now()}-${Math.round(performance.now() * 1000)}`;
const { scoring, sections } = tenItems();
const many = Array.from({ length: 10_000 }, (_, i) => criterion(`x${i}`, { input: 'points', max: 0.01 }));

const unusable = { vi: 'nên chưa thể dùng để chấm', en: 'cannot be scored by' } as const;
const malformed = { vi: 'Máy chủ trả lời không đúng quy cách', en: 'not in the agreed form' } as const;

const broken: [string, Partial<CriteriaSet>, Record<'vi' | 'en', string>][] = [
  ['of a version that nobody knows', { format: 2 as 1 }, malformed],
  ['of which the points do not add up', { scoring: { ...scoring, max: 90 } as never }, unusable],
  [
    'with a class that nobody reaches',
    { scoring: { ...scoring, classes: [{ id: 'x', label: { vi: 'x' }, min: 101 }] } as never },
    unusable,
  ],
  ['with an id twice', { sections: [...sections, ...sections] }, unusable],
  ['of 10,000 criteria', { sections: [{ id: 's', title: { vi: 's' }, criteria: many }] }, unusable],
];

describe('htsd-assessment-form: a criteria set', () => {
  for (const [index, [what, wrong, sentence]] of broken.entries())
    // Each of the two sentences in both languages.
    for (const lang of index < 2 ? (['vi', 'en'] as const) : (['vi'] as const))
      it(`${what} is refused in words (${lang}), and what was entered comes back with the right one`, async () => {
        const store = createMemoryStore();
        const here = device();
        mounted = mountForm({ sets: [tenItems()], store, device: here });
        await register(mounted);
        type(mounted.$('#c-c1 [data-f=points]'), '8');
        await mounted.form.session!.flush();
        await mounted.unmount();

        mounted = mountForm({ sets: [{ ...tenItems(), ...wrong }], store, device: here, lang });
        await mounted.phase('error');
        await until(() => text().includes(sentence[lang]), 'the sentence');
        expect(mounted.root.querySelector('.criterion'), 'a criterion that could be answered').to.equal(null);
        await expect(mounted.form).to.be.accessible();
        await mounted.unmount();

        mounted = mountForm({ sets: [tenItems()], store, device: here });
        await mounted.phase('editing');
        await mounted.drawn();
        expect(mounted.$<HTMLInputElement>('#c-c1 [data-f=points]').value).to.equal('8');
      });

  it('with scripts in its texts shows them as text, and runs nothing', async () => {
    const hostile = '<img src=x onerror="window.ran = 1"><script>window.ran = 1</script>';
    const [first] = sections;
    const [one, ...rest] = first!.criteria;
    const said = { vi: hostile };
    mounted = mountForm({
      sets: [
        {
          ...tenItems(),
          title: said,
          sections: [
            { ...first!, title: said, criteria: [{ ...one!, title: said, guidance: said }, ...rest] },
            ...sections.slice(1),
          ],
        },
      ],
    });
    await register(mounted);
    await mounted.drawn();
    expect(mounted.$('.criterion .title').textContent).to.contain(hostile);
    expect(mounted.$('.criterion .guidance').textContent).to.equal(hostile);
    expect(mounted.$('.section > h3').textContent).to.contain(hostile);
    expect(mounted.root.querySelectorAll('img, script')).to.have.length(0);
    expect('ran' in window).to.equal(false);
  });
});
