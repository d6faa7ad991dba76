/** The public fund while somebody records in it: what a visitor goes on reading, and what he checks. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import type { Backend, BackendEvent } from '../../src/backend/port.js';
import { away, useAway } from '../../test/support/away.js';
import { answersOf, sampleFund, type SampleFund } from '../../test/support/fund-ledger.js';
import { until } from '../../test/support/mount-form.js';
import { mount, phase, useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();
useAway();

const find = <E extends HTMLElement = HTMLElement>(tracker: Tracker, selector: string): E =>
  tracker.shadowRoot!.querySelector<E>(selector)!;
const shows = (tracker: Tracker, text: string): Promise<unknown> =>
  until(
    () => words(tracker).includes(text),
    () => `"${text}" in ${words(tracker)}`,
  );

/** A back end whose fund another person records in. */
class Living {
  failure: HtsdError | undefined;
  /** Told what is asked before it is answered. */
  asked: (name: string) => void = () => undefined;
  readonly #heard = new Set<(event: BackendEvent) => void>();
  #sample: SampleFund;

  constructor(count: number) {
    this.#sample = sampleFund(count);
  }

  /** Others record until there are so many entries. */
  grow(count: number): SampleFund {
    return (this.#sample = sampleFund(count));
  }

  tell(): void {
    for (const heard of this.#heard) heard({ type: 'fund', id: 'quy-1', version: 2 });
  }

  readonly backend: Partial<Backend> = {
    query: (async (name: 'public.fund.get', params: { id: string }) => {
      if (this.failure) throw this.failure;
      this.asked(name);
      return answersOf(this.#sample).query(name, params);
    }) as unknown as Backend['query'],
    subscribe: (heard) => {
      this.#heard.add(heard);
      return () => void this.#heard.delete(heard);
    },
  };

  async shown(): Promise<Tracker> {
    const tracker = mount(this.backend);
    await phase(tracker, 'shown');
    await until(() => find(tracker, '[part=check]'), 'the ledger');
    return tracker;
  }
}

describe('a fund that is recorded in while it is looked at', () => {
  it('shows what another page recorded, and leaves the reader where he is', async () => {
    const living = new Living(60);
    const tracker = await living.shown();
    const search = find<HTMLInputElement>(tracker, '#search');
    search.focus();
    search.value = 'hoc bong';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const found = (): string => find(tracker, '.found').textContent?.replace(/\s+/g, ' ').trim() ?? '';
    await until(() => /^10 khoản/.test(found()), found);
    living.grow(70);
    living.tell();
    await shows(tracker, 'cộng lại 70 khoản và ra đúng số dư');
    expect(found()).to.match(/^1[1-4] khoản/);
    expect(tracker.shadowRoot!.activeElement).to.equal(search);
    expect(search.value).to.equal('hoc bong');
  });

  it('shows it to whoever is back after a while; where it cannot be had it says how old the figures are', async () => {
    const living = new Living(60);
    const tracker = await living.shown();
    living.grow(61);
    living.failure = new HtsdError('offline');
    away(3600);
    await shows(tracker, 'Đây là số liệu đọc lúc');
    expect(words(tracker)).to.contain('cộng lại 60 khoản');
    living.failure = undefined;
    dispatchEvent(new Event('online'));
    await shows(tracker, 'cộng lại 61 khoản và ra đúng số dư');
    expect(words(tracker)).not.to.contain('số liệu đọc lúc');
  });

  it('is shown no more once it is published no more', async () => {
    const living = new Living(60);
    const tracker = await living.shown();
    living.failure = new HtsdError('not-found');
    away(3600);
    await phase(tracker, 'not-found');
  });

  it('adds up to what it says although an entry came between reading the one and the other', async () => {
    const living = new Living(60);
    living.asked = (name) => name === 'public.fund.ledger' && living.grow(61);
    const tracker = await living.shown();
    await shows(tracker, 'cộng lại 61 khoản và ra đúng số dư');
  });

  it('is checked as it is now: what was recorded since is no fault of the ledger', async () => {
    const living = new Living(60);
    const tracker = await living.shown();
    living.grow(61);
    // And once more while it is being checked.
    living.asked = (name) => {
      if (name !== 'public.fund.ledger') return;
      living.grow(62);
      living.asked = () => undefined;
    };
    find(tracker, '#check-run').click();
    await until(() => find(tracker, '#check-result').textContent?.trim(), 'the result');
    expect(find(tracker, '#check-result').textContent).to.contain('Sổ khớp').and.to.contain('62');
  });
});
