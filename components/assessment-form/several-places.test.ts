/** The same assessment in two tabs, or on two devices. */
import { expect } from '@open-wc/testing';
import { createMemoryStore } from '../../src/backend/memory/memory-adapter.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

let mounted: Mounted;
afterEach(() => mounted.unmount());

const points = (id: string): HTMLInputElement => mounted.$(`#c-${id} [data-f=points]`);

describe('htsd-assessment-form: several places at once', () => {
  let other: Mounted | undefined;
  afterEach(async () => {
    await other?.unmount();
    other = undefined;
  });

  it('follows where another tab edits, says so, and takes over when asked', async () => {
    const store = createMemoryStore();
    const device = `two-tabs-${Date.now()}`;
    mounted = mountForm({ sets: [tenItems()], store, device });
    await register(mounted);
    other = mountForm({ sets: [tenItems()], store, device });
    await until(() => other?.form.session?.getState().role === 'follower', 'the follower');
    const second = other;
    await until(() => second.root.querySelector('[data-action=take-over]'), 'the notice');
    type(points('c1'), '7');
    const mirrored = () => second.$<HTMLInputElement>('#c-c1 [data-f=points]');
    await until(() => mirrored().value === '7', 'what is typed there');
    expect(mirrored().readOnly).to.equal(true);
    await expect(second.form).to.be.accessible();
    second.$('[data-action=take-over]').click();
    await until(() => second.state().role === 'editor' && !mirrored().readOnly, 'the editor here');
    await until(() => points('c1').readOnly, 'the follower there');
  });

  it('shows mine, theirs and before where two devices changed the same criterion, and keeps what is chosen', async () => {
    const store = createMemoryStore();
    mounted = mountForm({ sets: [tenItems()], store });
    await register(mounted);
    other = mountForm({ sets: [tenItems()], store });
    await other.phase('editing');
    const second = other;
    type(points('c1'), '7');
    type(second.$('#c-c1 [data-f=points]'), '4');
    const conflicted = await until(
      () => [mounted, second].find((each) => each.root.querySelector('.conflict')),
      'the conflict',
      12_000,
    );
    const words = conflicted.$('.conflict').textContent ?? '';
    expect(words).to.contain('7').and.to.contain('4').and.to.contain('chưa trả lời');
    await expect(conflicted.form).to.be.accessible();
    const theirs = conflicted === second ? '7' : '4';
    conflicted.$('[data-keep=theirs]').click();
    await until(() => !conflicted.root.querySelector('.conflict'), 'the settled conflict');
    expect(conflicted.$<HTMLInputElement>('#c-c1 [data-f=points]').value).to.equal(theirs);
  });
});
