/** A submission that could not be sent: the sentence promises that it goes out by itself, and it does. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults, type Faults } from '../../src/backend/memory/memory-adapter.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

let mounted: Mounted;
let faults: Faults;
afterEach(() => mounted.unmount());

const points = (id: string): HTMLInputElement => mounted.$(`#c-${id} [data-f=points]`);
const text = (): string => mounted.root.querySelector('.htsd')?.textContent?.replace(/\s+/g, ' ') ?? '';

/** Fills everything in and submits without a network. */
async function submitOffline(): Promise<void> {
  faults = createFaults();
  mounted = mountForm({ sets: [tenItems()], faults });
  await register(mounted);
  faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute', times: 99 });
  for (let i = 1; i <= 10; i += 1) type(points(`c${i}`), '9');
  await mounted.drawn();
  mounted.button('Nộp bản tự đánh giá').click();
  const dialog = mounted.$<HTMLDialogElement>('dialog');
  await until(() => dialog.open, 'the confirmation');
  dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
  await until(() => mounted.state().submit.status === 'failed', 'the failure');
  await until(() => text().includes('sẽ tự được nộp khi gửi được'), 'the promise');
}

describe('htsd-assessment-form: a submission without a network', () => {
  it('goes out by itself when the network is back, once, with its receipt', async () => {
    await submitOffline();
    const receipts: string[] = [];
    mounted.form.addEventListener('htsd-submitted', ({ submission }) => receipts.push(submission.receipt));
    dispatchEvent(new Event('online'));
    await until(() => mounted.state().submit.status === 'failed', 'another failure');
    expect(mounted.state().phase, 'while the network is still bad').to.equal('editing');
    faults.clear();
    dispatchEvent(new Event('online'));
    await mounted.phase('readonly');
    await until(() => receipts.length > 0, 'the event');
    expect(mounted.state().assessment?.submissions.map(({ receipt }) => receipt)).to.deep.equal(receipts);
    expect(mounted.state().submit.status).to.equal('idle');
    await until(() => mounted.root.activeElement?.id === 'receipt', 'the focus on the receipt');
  });

  it('does not go out by itself where something was changed since: only the answers do', async () => {
    await submitOffline();
    type(points('c1'), '7');
    faults.clear();
    dispatchEvent(new Event('online'));
    const sent = (): boolean => mounted.state().assessment?.answers['c1']?.points === '7';
    await until(sent, 'the answers to be sent', 20_000);
    await until(() => mounted.state().sync?.status === 'idle', 'the end of sending');
    expect(mounted.state().assessment).to.include({ state: 'draft' });
    expect(mounted.state().phase).to.equal('editing');
    mounted.button('Nộp bản tự đánh giá').click();
    const dialog = mounted.$<HTMLDialogElement>('dialog');
    await until(() => dialog.open, 'the confirmation');
    dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
    await mounted.phase('readonly');
    expect(mounted.state().assessment?.submissions).to.have.length(1);
  });
});
