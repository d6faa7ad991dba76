import { expect } from '@open-wc/testing';
import {
  createFaults,
  createMemoryAdapter,
  createMemoryStore,
} from '../../src/backend/memory/memory-adapter.js';
import { HtsdError } from '../../src/backend/errors.js';
import type { CommandOf } from '../../src/domain/command.schema.js';
import { tenItems, twoLevels } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';
import type { HtsdSubmittedEvent } from './assessment-form.events.js';

let mounted: Mounted;
afterEach(() => mounted.unmount());

const points = (id: string): HTMLInputElement => mounted.$(`#c-${id} [data-f=points]`);
const text = (): string => mounted.root.querySelector('.htsd')?.textContent?.replace(/\s+/g, ' ') ?? '';

async function fillAll(value = '9'): Promise<void> {
  for (let i = 1; i <= 10; i += 1) type(points(`c${i}`), value);
  await mounted.drawn();
}

/** Presses submit, confirms, and waits for the receipt. */
async function submit(): Promise<void> {
  mounted.button('Nộp bản tự đánh giá').click();
  const dialog = mounted.$<HTMLDialogElement>('dialog');
  await until(() => dialog.open, 'the confirmation');
  dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
  await mounted.phase('readonly');
}

describe('htsd-assessment-form: states', () => {
  it('says that it is loading while nothing is known, and is accessible so', async () => {
    const faults = createFaults();
    faults.next({ kind: 'silence' }, { call: 'session' });
    mounted = mountForm({ sets: [tenItems()], faults });
    await until(() => mounted.root.querySelector('.loading'), 'the loading state');
    expect(mounted.$('.htsd').getAttribute('aria-busy')).to.equal('true');
    expect(text()).to.contain('Đang tải…');
    await expect(mounted.form).to.be.accessible();
  });

  it('says what went wrong, keeps a retry, and comes back', async () => {
    const faults = createFaults();
    faults.next({ kind: 'fail', error: new HtsdError('server') }, { call: 'query', times: 4 });
    mounted = mountForm({ sets: [tenItems()], faults });
    await mounted.phase('error');
    await until(() => text().includes('giữ trên thiết bị'), 'the sentence of the error');
    expect(mounted.$('.notice.bad').getAttribute('role')).to.equal('alert');
    await expect(mounted.form).to.be.accessible();
    faults.clear();
    mounted.button('Thử lại').click();
    await mounted.phase('register');
  });

  it('marks a sample set where it is chosen, and no other', async () => {
    const sourced = { ...tenItems(), id: 'chinh-thuc', status: 'sourced' as const };
    mounted = mountForm({ sets: [tenItems(), sourced] });
    await until(() => mounted.root.querySelectorAll('label.set').length === 2, 'both sets');
    const marks = Object.fromEntries(
      [...mounted.root.querySelectorAll('label.set')].map((label) => [
        label.querySelector('input')!.value,
        label.querySelector('.mark')?.textContent,
      ]),
    );
    expect(marks).to.deep.equal({ 'mau@1': 'Mẫu, chưa đối chiếu văn bản.', 'chinh-thuc@1': undefined });
  });

  it('tells a visitor that he is not signed in, and nothing of an account', async () => {
    mounted = mountForm({ sets: [tenItems()], actor: null });
    await mounted.phase('forbidden');
    await until(() => text().includes('Chưa đăng nhập'), 'the sentence');
    expect(text()).to.contain('Xin đăng nhập vào trang này rồi tự đánh giá.');
    expect(text()).not.to.contain('Tài khoản');
    await expect(mounted.form).to.be.accessible();
  });

  it('tells somebody whom the back end refuses that his account may not', async () => {
    const faults = createFaults();
    faults.next({ kind: 'fail', error: new HtsdError('forbidden') }, { call: 'query', times: 10 });
    mounted = mountForm({ sets: [tenItems()], faults });
    await mounted.phase('forbidden');
    await until(() => text().includes('Không có quyền truy cập'), 'the sentence');
    expect(text()).to.contain('Tài khoản này không được giao tự đánh giá');
  });

  it('says so where no criteria set applies', async () => {
    mounted = mountForm({ sets: [] });
    await mounted.phase('empty');
    await until(() => text().includes('Chưa có bộ tiêu chí'), 'the sentence');
    await expect(mounted.form).to.be.accessible();
  });

  it('marks a set that was not checked against the official text', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    expect(mounted.$('#provenance').textContent).to.contain('Mẫu, chưa đối chiếu văn bản');
  });

  it('keeps a marked set out of the way where everything is sourced', async () => {
    mounted = mountForm({ sets: [{ ...tenItems(), status: 'sourced' }] });
    await register(mounted);
    expect(mounted.root.querySelector('#provenance')).to.equal(null);
  });
});

describe('htsd-assessment-form: registering', () => {
  it('is accessible, and links each missing field from a summary that takes the focus', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await mounted.phase('register');
    await until(() => mounted.root.querySelector('#g-name'), 'the register step');
    await expect(mounted.form).to.be.accessible();
    mounted.$<HTMLButtonElement>('form.register button[type=submit]').click();
    const summary = await until(() => mounted.root.querySelector<HTMLElement>('#missing'), 'the summary');
    await until(() => mounted.root.activeElement === summary, 'the focus on the summary');
    expect(mounted.$('#g-name').getAttribute('aria-invalid')).to.equal('true');
    await expect(mounted.form).to.be.accessible();
    expect(summary.querySelector('[role=alert] a, [role=alert] ul')).to.equal(null);
    expect(summary.closest('[role=alert]')).to.equal(null);
    expect(summary.querySelector('[role=alert] h3')!.textContent).to.match(/^Còn \d mục/);
    summary.querySelector<HTMLElement>('a[data-focus=g-name]')!.click();
    await until(() => mounted.root.activeElement?.id === 'g-name', 'the focus on the field');
  });

  it('takes what the host knows from attributes', async () => {
    mounted = mountForm({
      sets: [tenItems()],
      attributes: { 'subject-name': 'Phòng Văn hóa', place: 'phường Kinh Bắc', 'head-name': 'Lê Thị Ổn' },
    });
    await mounted.phase('register');
    await until(() => mounted.root.querySelector('#g-name'), 'the register step');
    expect(mounted.$<HTMLInputElement>('#g-name').value).to.equal('Phòng Văn hóa');
    expect(mounted.$<HTMLInputElement>('#g-place').value).to.equal('phường Kinh Bắc');
    expect(mounted.$<HTMLInputElement>('#g-headName').value).to.equal('Lê Thị Ổn');
  });

  it('offers every set that applies and opens the one that was chosen', async () => {
    mounted = mountForm({ sets: [tenItems(), { ...twoLevels(), id: 'hai-muc' }] });
    await mounted.phase('register');
    const radios = await until(() => {
      const found = mounted.root.querySelectorAll<HTMLInputElement>('input[data-g=criteria]');
      return found.length === 2 ? found : undefined;
    }, 'both sets');
    [...radios].find((radio) => radio.value.startsWith('hai-muc'))!.click();
    await mounted.drawn();
    await register(mounted);
    expect(mounted.state().set?.id).to.equal('hai-muc');
    expect(mounted.state().assessment?.criteria.id).to.equal('hai-muc');
  });

  it('does nothing where the host cancels', async () => {
    mounted = mountForm({ sets: [tenItems()], attributes: { 'subject-name': 'A', place: 'B' } });
    await mounted.phase('register');
    await until(() => mounted.root.querySelector('#g-name'), 'the register step');
    let asked = false;
    mounted.form.addEventListener('htsd-register', (event) => {
      asked = true;
      event.preventDefault();
    });
    const kind = mounted.$<HTMLSelectElement>('select[data-fact]');
    kind.selectedIndex = 1;
    kind.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    mounted.$<HTMLButtonElement>('form.register button[type=submit]').click();
    await until(() => asked, 'the event');
    await mounted.drawn();
    expect(mounted.state().phase).to.equal('register');
    expect(mounted.state().submit.status).to.equal('idle');
  });
});

describe('htsd-assessment-form: answering', () => {
  beforeEach(async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
  });

  it('shows total, reason and progress at once, and is accessible', async () => {
    type(points('c1'), '7,5');
    await mounted.drawn();
    expect(mounted.$('.score').textContent?.replace(/\s+/g, ' ').trim()).to.equal('7,5 / 100 điểm');
    expect(mounted.$('#w-c1').textContent).to.contain('7,5');
    expect(mounted.$<HTMLProgressElement>('progress').value).to.equal(1);
    expect(mounted.$('#c-c1 .badge').textContent?.replace(/\s+/g, ' ').trim()).to.equal('7,5 / 10 điểm');
    await expect(mounted.form).to.be.accessible();
  });

  it('calls a number over the maximum wrong at once, and a half-typed one only when it is left', async () => {
    type(points('c1'), '11');
    await mounted.drawn();
    expect(points('c1').getAttribute('aria-invalid')).to.equal('true');
    expect(mounted.$('#w-c1').className).to.contain('error');
    expect(points('c1').getAttribute('aria-describedby')).to.equal('w-c1');
    type(points('c2'), '7,');
    await mounted.drawn();
    expect(points('c2').getAttribute('aria-invalid')).to.equal('false');
    points('c3').focus();
    await mounted.drawn();
    expect(points('c2').getAttribute('aria-invalid')).to.equal('true');
    expect(points('c2').value, 'what was typed stays').to.equal('7,');
  });

  it('leads from the summary to every criterion that lacks an answer', async () => {
    type(points('c1'), '9');
    mounted.button('Nộp bản tự đánh giá').click();
    const summary = await until(() => mounted.root.querySelector<HTMLElement>('#missing'), 'the summary');
    await until(() => mounted.root.activeElement === summary, 'the focus on the summary');
    expect(summary.querySelectorAll('a')).to.have.length(9);
    await expect(mounted.form).to.be.accessible();
    summary.querySelector<HTMLElement>('a[data-go=c2]')!.click();
    await until(() => mounted.root.activeElement === points('c2'), 'the focus on the field');
    // Whoever listens is told the number again at each answer, and not the whole list.
    expect(summary.closest('[role=alert]')).to.equal(null);
    type(points('c2'), '5');
    await until(
      () => summary.querySelector('[role=alert]')!.textContent === 'Còn 8 mục chưa trả lời hoặc cần sửa:',
      'the number that is left',
    );
  });

  it('tells the host which answer changed', async () => {
    const seen: string[] = [];
    mounted.form.addEventListener('htsd-answer', (event) => seen.push(event.criterion), { once: true });
    type(points('c4'), '3');
    expect(seen).to.deep.equal(['c4']);
  });

  it('reads a new total out once the person pauses', async () => {
    type(points('c1'), '8');
    await until(() => mounted.$('#say').textContent?.includes('Tổng 8 trên 100 điểm'), 'the spoken total');
    expect(mounted.$('#say').getAttribute('role')).to.equal('status');
  });

  it('draws only the criterion that changed again', async () => {
    const changed = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const id = element?.closest('fieldset')?.id;
        if (id) changed.add(id);
      }
    });
    observer.observe(mounted.root, { subtree: true, childList: true, characterData: true, attributes: true });
    type(points('c5'), '6');
    await mounted.drawn();
    observer.disconnect();
    expect([...changed]).to.deep.equal(['c-c5']);
  });

  it('keeps note and evidence by link, refuses a script for an address, and removes again', async () => {
    mounted.$('#c-c1 .fold').click();
    const note = await until(
      () => mounted.root.querySelector<HTMLTextAreaElement>('#c-c1 [data-f=note]'),
      'the note',
    );
    await expect(mounted.form).to.be.accessible();
    type(note, 'Kế hoạch số 12');
    const url = mounted.$<HTMLInputElement>('#c-c1 [data-link=url]');
    url.value = 'https://example.vn/ke-hoach.pdf';
    mounted.$<HTMLInputElement>('#c-c1 [data-link=name]').value = 'Kế hoạch';
    mounted.$('#c-c1 [data-action=link]').click();
    const link = await until(
      () => mounted.root.querySelector<HTMLAnchorElement>('#c-c1 .evidence a'),
      'the link',
    );
    expect(link.rel).to.contain('noopener');
    expect(mounted.state().answers['c1']?.note).to.equal('Kế hoạch số 12');
    mounted.$<HTMLInputElement>('#c-c1 [data-link=url]').value = 'javascript:alert(1)';
    mounted.$('#c-c1 [data-action=link]').click();
    await until(() => mounted.root.querySelector('#c-c1 [data-u]'), 'the refusal');
    expect(mounted.root.querySelectorAll('#c-c1 .evidence')).to.have.length(1);
    mounted.$('#c-c1 [data-action=dismiss]').click();
    mounted.$('#c-c1 [data-action=remove]').click();
    await until(() => !mounted.root.querySelector('#c-c1 .evidence, #c-c1 [data-u]'), 'an empty list');
  });
});

describe('htsd-assessment-form: checklist', () => {
  it('takes percentages as numerator and denominator, and a reason for what does not apply', async () => {
    mounted = mountForm({ sets: [twoLevels()] });
    await register(mounted);
    expect(mounted.$('#c-share .hint').textContent).to.contain('Mức 1: từ 90%');
    type(mounted.$('#c-share [data-f=numerator]'), '46');
    type(mounted.$('#c-share [data-f=denominator]'), '50');
    await mounted.drawn();
    expect(mounted.$('#w-share').textContent).to.contain('92');
    mounted.$<HTMLInputElement>('#c-plan [data-f=notApplicable]').click();
    await mounted.drawn();
    expect(mounted.$('#c-plan .badge').className).to.contain('invalid');
    type(mounted.$('#c-plan [data-f=reason]'), 'Đơn vị mới thành lập');
    await mounted.drawn();
    expect(mounted.$('#c-plan .badge').textContent).to.contain('Không áp dụng');
    expect(mounted.$('.outcome').textContent).to.contain('Mức 1');
    await expect(mounted.form).to.be.accessible();
  });
});

describe('htsd-assessment-form: submitting', () => {
  it('asks once more, shows the receipt, takes nothing more, and gives it back on withdrawal', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    await fillAll();
    let submitted: HtsdSubmittedEvent | undefined;
    mounted.form.addEventListener('htsd-submitted', (event) => (submitted = event));
    mounted.button('Nộp bản tự đánh giá').click();
    const dialog = mounted.$<HTMLDialogElement>('dialog');
    await until(() => dialog.open, 'the confirmation');
    await expect(mounted.form).to.be.accessible();
    dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
    await mounted.phase('readonly');
    const receipt = await until(() => mounted.root.querySelector('.receipt-no'), 'the receipt');
    expect(receipt.textContent).to.equal(mounted.state().assessment?.submissions[0]?.receipt);
    expect(submitted?.submission.receipt).to.equal(receipt.textContent);
    expect(submitted?.submission.score.total).to.equal(90);
    expect(points('c1').readOnly).to.equal(true);
    await until(() => mounted.root.activeElement?.id === 'receipt', 'the focus on the receipt');
    await expect(mounted.form).to.be.accessible();
    mounted.button('Rút lại').click();
    await until(() => dialog.open, 'the question');
    dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
    await mounted.phase('editing');
    expect(points('c1').value, 'everything is still there').to.equal('9');
  });

  it('stays a draft where the person or the host says no', async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    await fillAll();
    const dialog = mounted.$<HTMLDialogElement>('dialog');
    mounted.button('Nộp bản tự đánh giá').click();
    await until(() => dialog.open, 'the confirmation');
    dialog.querySelector<HTMLButtonElement>('button[value=cancel]')!.click();
    await until(() => !dialog.open, 'the closed dialog');
    let asked = false;
    mounted.form.addEventListener('htsd-submit', (event) => {
      asked = true;
      event.preventDefault();
    });
    mounted.button('Nộp bản tự đánh giá').click();
    await until(() => dialog.open, 'the confirmation');
    dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
    await until(() => asked, 'the event');
    expect(mounted.state().phase).to.equal('editing');
    expect(mounted.state().submit.status).to.equal('idle');
  });

  it('says that the network failed and keeps everything', async () => {
    const faults = createFaults();
    mounted = mountForm({ sets: [tenItems()], faults });
    await register(mounted);
    await fillAll();
    await mounted.form.session!.flush();
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute', times: 9 });
    mounted.button('Nộp bản tự đánh giá').click();
    const dialog = mounted.$<HTMLDialogElement>('dialog');
    await until(() => dialog.open, 'the confirmation');
    dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
    await until(() => mounted.state().submit.status === 'failed', 'the failure');
    await mounted.drawn();
    expect(mounted.$('.notice.bad').textContent).to.contain('mạng');
    expect(points('c10').value).to.equal('9');
    faults.clear();
    await submit();
  });

  it('cannot be withdrawn any more once somebody reviews it, and says so', async () => {
    const store = createMemoryStore();
    mounted = mountForm({ sets: [tenItems()], store });
    await register(mounted);
    await fillAll();
    await submit();
    const { id, version } = mounted.state().assessment!;
    const reviewer = createMemoryAdapter({
      store,
      actor: { id: 'reviewer', name: 'Trần Văn Duyệt', roles: ['reviewer'], scope: ['*'] },
    });
    const review: CommandOf<'assessment.review'> = {
      id: 'review-1',
      kind: 'assessment.review',
      record: id,
      expected: version,
      payload: {},
    };
    const [receipt] = await reviewer.execute([review]);
    expect(receipt?.status).to.equal('applied');
    await until(() => mounted.state().assessment?.state === 'in-review', 'the news of the review');
    await mounted.drawn();
    expect(text()).to.contain('đang được xem xét');
    expect(mounted.root.querySelector('[data-action=withdraw]')).to.equal(null);
  });
});
