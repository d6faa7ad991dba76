import { expect } from '@open-wc/testing';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

let mounted: Mounted;
afterEach(() => mounted.unmount());

/** A set of as many sections of ten criteria, worth the same as one of them. */
function large(sections: number): CriteriaSet {
  const set = tenItems();
  const [first] = set.sections;
  const max = 10 * 10 * sections;
  return {
    ...set,
    scoring: { ...set.scoring, max, passMark: max / 2 } as CriteriaSet['scoring'],
    sections: Array.from({ length: sections }, (_, index) => ({
      ...first!,
      id: `s${index + 1}`,
      criteria: first!.criteria.map((criterion) => ({ ...criterion, id: `s${index + 1}-${criterion.id}` })),
    })),
  };
}

const criteria = (): HTMLElement[] => [...mounted.root.querySelectorAll<HTMLElement>('.criterion')];
const points = (id: string): HTMLInputElement => mounted.$(`#c-${id} [data-f=points]`);

describe('htsd-assessment-form: drawing', () => {
  it('is no wider than what a phone leaves it, in letters twice as big', async () => {
    mounted = mountForm({ sets: [large(1)] });
    await mounted.phase('register');
    await register(mounted);
    mounted.form.style.cssText = 'display: block; width: 310px; font-size: 28px';
    await mounted.form.updateComplete;
    expect(mounted.form.scrollWidth).to.equal(310);
    expect(mounted.$('.summary').offsetWidth).to.equal(310);
  });

  it('lets the person answer before all of a long form is drawn, and then draws the rest', async () => {
    mounted = mountForm({ sets: [large(20)] });
    await mounted.phase('register');
    let first: number | undefined;
    const skips = (): string => getComputedStyle(mounted.$('#s-s2')).contentVisibility;
    let skipped: string | undefined;
    const watch = new MutationObserver(() => {
      const count = criteria().length;
      if (!count || first !== undefined) return;
      first = count;
      skipped = skips();
      type(points('s1-c1'), '7');
    });
    watch.observe(mounted.root, { childList: true, subtree: true });
    await register(mounted);
    await until(() => first !== undefined, 'a first criterion');
    watch.disconnect();
    expect(first).to.be.lessThan(20);
    await mounted.form.updateComplete;
    expect(criteria().length).to.equal(200);
    expect([skipped, skips()], 'what is out of view is left out once all is drawn').to.deep.equal([
      'visible',
      'auto',
    ]);
    expect(points('s1-c1').value).to.equal('7');
    expect(mounted.$('.score strong').textContent).to.equal('7');
    expect(points('s20-c10').getAttribute('aria-describedby')).to.equal('w-s20-c10');
  });

  it('has drawn the rest before Tab can leave the first of it, however busy the keys are', async () => {
    mounted = mountForm({ sets: [large(20)] });
    await mounted.phase('register');
    let counts: number[] | undefined;
    const watch = new MutationObserver(() => {
      if (!criteria().length || counts) return;
      counts = [criteria().length];
      type(points('s1-c1'), '7');
      points('s1-c1').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true }),
      );
      // The focus moves after the listeners and what they left to do at once.
      void Promise.resolve().then(() => counts?.push(criteria().length));
    });
    watch.observe(mounted.root, { childList: true, subtree: true });
    await register(mounted);
    await until(() => counts?.length === 2, 'what was drawn after the key');
    watch.disconnect();
    expect(counts).to.deep.equal([5, 200]);
  });

  it('draws only the section again in which something was answered', async () => {
    mounted = mountForm({ sets: [large(3)] });
    await register(mounted);
    await mounted.form.updateComplete;
    const changed = new Set<string>();
    const watch = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const section = element?.closest('.section');
        if (section) changed.add(section.id);
      }
    });
    watch.observe(mounted.root, { childList: true, subtree: true, characterData: true, attributes: true });
    type(points('s2-c3'), '9');
    await mounted.form.updateComplete;
    await until(() => changed.size > 0, 'the change');
    watch.disconnect();
    expect([...changed]).to.deep.equal(['s-s2']);
  });

  it('goes to a criterion that is not drawn yet as soon as it is', async () => {
    const device = `drawing-${Date.now()}`;
    mounted = mountForm({ sets: [large(20)], device });
    await register(mounted);
    await mounted.form.updateComplete;
    points('s18-c2').focus();
    type(points('s18-c2'), '4');
    await mounted.form.session!.flush();
    const { store } = mounted;
    await mounted.unmount();
    mounted = mountForm({ sets: [large(20)], device, store });
    await mounted.phase('editing');
    await until(() => mounted.root.activeElement === points('s18-c2'), 'the field that had the focus');
    expect(points('s18-c2').value).to.equal('4');
  });

  it('writes the words of the other language into what is drawn', async () => {
    mounted = mountForm({ sets: [large(1)], lang: 'vi' });
    await register(mounted);
    await mounted.form.updateComplete;
    const label = (): string => mounted.$('#c-s1-c1 label span').textContent ?? '';
    const before = label();
    mounted.form.lang = 'en';
    await until(() => label() !== before, 'the English label');
    expect(points('s1-c1').closest('label')?.textContent.trim()).to.equal(label());
  });
});
