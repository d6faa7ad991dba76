/** What arrives damaged, too large, in disguise, wrong or never, as the person sees it: a sentence, and nothing lost. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults, createMemoryStore } from '../../src/backend/memory/memory-adapter.js';
import { jpeg } from '../../src/client/test-helpers/pictures.js';
import { plant, stored } from '../../src/client/test-helpers/stored.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

let mounted: Mounted;
afterEach(() => mounted.unmount());

const points = (id: string): HTMLInputElement => mounted.$(`#c-${id} [data-f=points]`);
const text = (): string => mounted.root.querySelector('.htsd')?.textContent?.replace(/\s+/g, ' ') ?? '';
const device = (): string => `bad-input-${Date.now()}-${Math.round(performance.now() * 1000)}`;

describe('htsd-assessment-form: a damaged draft', () => {
  for (const [lang, sentence] of [
    ['vi', 'Một phần bản nháp bị hỏng'],
    ['en', 'Part of the draft'],
  ] as const) {
    it(`says so in ${lang}, keeps what can be read, and goes on`, async () => {
      const store = createMemoryStore();
      const faults = createFaults();
      const here = device();
      mounted = mountForm({ sets: [tenItems()], store, faults, device: here });
      await register(mounted);
      // The back end takes no answers, so that the draft stays what it is.
      faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute', times: 99 });
      type(points('c1'), '5');
      type(points('c2'), '6,');
      await mounted.form.session!.flush();
      await mounted.unmount();
      const [[key, record] = [[], {}]] = await stored(`${here}`);
      await plant(here, 'drafts', key, {
        ...record,
        baseVersion: 'hỏng',
        answers: { c1: 5, c2: { points: '6,' } },
      });
      faults.clear();
      mounted = mountForm({ sets: [tenItems()], store, faults, device: here, lang });
      await mounted.phase('editing');
      await until(() => text().includes(sentence), 'the sentence about the draft');
      expect(mounted.$('.notice.warn[role=alert]').textContent).to.contain(sentence);
      expect(points('c2').value, 'what could be read, half-typed as it was').to.equal('6,');
      expect(points('c1').value, 'what could not').to.equal('');
      await expect(mounted.form).to.be.accessible();
      type(points('c1'), '5');
      await mounted.drawn();
      expect(mounted.$('#c-c1 .badge').textContent).to.contain('5');
    });
  }
});

describe('htsd-assessment-form: files', () => {
  beforeEach(async () => {
    mounted = mountForm({ sets: [tenItems()] });
    await register(mounted);
    type(points('c1'), '8');
    mounted.$('#c-c1 .fold').click();
    await until(() => mounted.root.querySelector('#c-c1 [data-file]'), 'the fold');
  });

  /** Chooses a file as a person does, through the control. */
  function choose(...parts: BlobPart[]): void {
    const input = mounted.$<HTMLInputElement>('#c-c1 [data-file]');
    const chosen = new DataTransfer();
    chosen.items.add(new File(parts, 'hoi-nghi.jpg', { type: 'image/jpeg' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  it('a photo of 60 MB is taken, small, after a word that it is worked on', async () => {
    choose(await jpeg(3000, 2000), new Uint8Array(60 * 1024 * 1024));
    await until(() => text().includes('Đang xử lý hoi-nghi.jpg'), 'the word');
    const piece = await until(() => mounted.root.querySelector('#c-c1 .evidence'), 'the photo', 30_000);
    expect(piece.textContent?.replace(/\s+/g, ' ')).to.match(/hoi-nghi\.jpg JPEG [\d,]+ kB/);
    expect(mounted.root.querySelector('#c-c1 [data-u]')).to.equal(null);
    expect(points('c1').value).to.equal('8');
  });

  it('a program that calls itself a photo is refused in words, and the rest stays', async () => {
    choose('MZ', new Uint8Array(400));
    const refusal = await until(() => mounted.root.querySelector('#c-c1 [data-u]'), 'the refusal');
    expect(refusal.getAttribute('role')).to.equal('alert');
    expect(refusal.textContent)
      .to.contain('hoi-nghi.jpg')
      .and.to.contain('không phải ảnh JPEG, PNG, WebP hoặc PDF');
    expect(mounted.root.querySelector('#c-c1 .evidence')).to.equal(null);
    expect(points('c1').value).to.equal('8');
    await expect(mounted.form).to.be.accessible();
  });
});

describe('htsd-assessment-form: an adapter', () => {
  const faults = createFaults();
  afterEach(() => faults.clear());

  async function begin(timeout?: number): Promise<void> {
    mounted = mountForm({ sets: [tenItems()], faults, timeout });
    await register(mounted);
    for (let i = 1; i <= 10; i += 1) type(points(`c${i}`), '9');
    await mounted.form.session!.flush();
    await until(() => mounted.state().sync?.status !== 'sending', 'the answers sent');
  }

  async function submit(): Promise<void> {
    mounted.button('Nộp bản tự đánh giá').click();
    const dialog = mounted.$<HTMLDialogElement>('dialog');
    await until(() => dialog.open, 'the confirmation');
    dialog.querySelector<HTMLButtonElement>('button[value=ok]')!.click();
  }

  for (const [what, answer] of [
    ['nothing', undefined],
    ['no receipts', []],
    ['receipts of nobody', [{ status: 'splendid' }]],
    ['a page for signing in', '<html></html>'],
  ] as const) {
    it(`that answers nonsense to a submission (${what}) is called so, and the form goes on`, async () => {
      await begin();
      faults.next({ kind: 'nonsense', answer }, { call: 'execute', times: 9 });
      await submit();
      await until(() => mounted.root.querySelector('.notice.bad[role=alert]'), 'the sentence');
      expect(mounted.$('.notice.bad').textContent).to.contain('Máy chủ trả lời không đúng quy cách');
      expect(points('c10').value).to.equal('9');
      faults.clear();
      // The back end did its work although its answer was lost: asking again makes no second submission.
      await submit();
      await mounted.phase('readonly');
      expect(mounted.state().assessment?.submissions).to.have.length(1);
    });
  }

  it('that answers nonsense to everything leaves no blank page', async () => {
    faults.next({ kind: 'nonsense', answer: { items: 'none' } }, { call: 'query', times: 9 });
    mounted = mountForm({ sets: [tenItems()], faults });
    await mounted.phase('error');
    await until(() => text().includes('không đúng quy cách'), 'the sentence');
    faults.clear();
    mounted.button('Thử lại').click();
    await mounted.phase('register');
  });

  it('that never answers a submission is waited for in sight, given up, and asked again', async () => {
    await begin(600);
    faults.next({ kind: 'silence' }, { call: 'execute', times: 9 });
    await submit();
    await until(() => text().includes('Đang nộp…'), 'the word that it is on its way');
    await until(() => text().includes('Máy chủ không trả lời'), 'the sentence');
    expect(points('c10').value).to.equal('9');
    faults.clear();
    await submit();
    await mounted.phase('readonly');
    expect(mounted.state().assessment?.submissions).to.have.length(1);
  });

  it('whose answer to a submission gets lost is asked again, and counts it once', async () => {
    await begin();
    faults.next({ kind: 'lose-answer', error: new HtsdError('offline') }, { call: 'execute' });
    await submit();
    await until(() => text().includes('Chưa có kết nối mạng'), 'the sentence');
    await submit();
    await mounted.phase('readonly');
    expect(mounted.state().assessment?.submissions).to.have.length(1);
    expect(mounted.root.querySelectorAll('.receipt-no')).to.have.length(1);
  });

  it('that applies everything twice shows one receipt', async () => {
    await begin();
    const { backend } = mounted.client;
    const once = backend.execute.bind(backend);
    backend.execute = async (commands, options) => {
      await once(commands, options);
      return once(commands, options);
    };
    await submit();
    await mounted.phase('readonly');
    await until(() => mounted.root.querySelector('.receipt-no'), 'the receipt');
    expect(mounted.state().assessment?.submissions).to.have.length(1);
    expect(mounted.root.querySelectorAll('.receipt-no')).to.have.length(1);
  });
});

describe('htsd-assessment-form: a browser that will not promise to keep what is stored', () => {
  // The browser's own answer depends on how often somebody has been here; only the test may decide it.
  const answer = (persisted: boolean): void =>
    void Object.defineProperty(navigator.storage, 'persist', {
      configurable: true,
      value: () => Promise.resolve(persisted),
    });
  afterEach(() => void Reflect.deleteProperty(navigator.storage, 'persist'));

  it('is spoken of after the first answer; where it promises, nothing is said', async () => {
    const sentence = 'Trình duyệt chưa cam kết giữ dữ liệu lâu dài trên thiết bị này. Nên nộp hoặc in';
    for (const persisted of [true, false]) {
      answer(persisted);
      mounted = mountForm({ sets: [tenItems()] });
      await register(mounted);
      expect(text()).not.to.contain(sentence);
      type(points('c1'), '5');
      await until(() => mounted.state().persisted === persisted, 'the browser’s answer');
      await mounted.drawn();
      expect(text().includes(sentence)).to.equal(!persisted);
      if (persisted) await mounted.unmount();
    }
  });
});
