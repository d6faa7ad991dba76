/** The dialog of one recipient while answers are on their way. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld, treasurer } from '../../test/support/fund-desk-world.js';
import { mountDesk } from '../../test/support/mount-desk.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(async () => {
  world = new FundDeskWorld();
  await world.open();
  await world.payRound();
});
afterEach(() => world.end());

/** Opens the recipient's dialog over a back end that keeps what the dialog reads until it is let through. */
async function opened(
  changes: Partial<Backend> = {},
): Promise<{ page: FundDeskPage; held: () => number; letThrough: () => void; perPage: unknown[] }> {
  const backend = createMemoryAdapter({
    store: world.store,
    actor: treasurer,
    now: () => new Date(world.now),
  });
  const waiting: (() => void)[] = [];
  const perPage: unknown[] = [];
  let hold = false;
  const query: Backend['query'] = async (name, params, options) => {
    if (name === 'awards.list' && 'round' in params) perPage.push('limit' in params && params.limit);
    const answer = await backend.query(name, params, options);
    if (hold && name === 'awards.list') await new Promise<void>((go) => waiting.push(go));
    return answer;
  };
  const page = new FundDeskPage(await mountDesk(world.over({ ...backend, query, ...changes })));
  await page.section('rounds');
  await page.press('Học bổng 2026');
  await until(() => page.root.querySelector('[data-award]'), 'the recipients');
  hold = true;
  await page.press('Nguyễn Văn An');
  await page.dialog();
  return {
    page,
    perPage,
    held: () => waiting.length,
    letThrough: () => {
      hold = false;
      for (const go of waiting.splice(0)) go();
    },
  };
}

describe('the dialog of a recipient', () => {
  it('takes no press that it could not carry out, and leads the keyboard on after each', async () => {
    const { page, held, letThrough, perPage } = await opened();
    await until(() => held() > 0, 'the dialog to read');
    // The recipients of a round may be thousands: they come in the largest pages that there are.
    expect(new Set(perPage)).to.deep.equal(new Set([200]));
    // On a phone the fields lie below what is known of the recipient.
    await until(() => page.root.activeElement === page.find('#dialog-title'), 'the name');
    const record = (): HTMLButtonElement | undefined =>
      [...page.root.querySelectorAll<HTMLButtonElement>('dialog[open] button')].find(
        ({ textContent }) => textContent?.trim() === 'Ghi nhận',
      );
    expect(record()?.disabled).to.equal(true);
    letThrough();
    await page.fill('giver-name', 'Nguyễn Văn Bảo');
    await page.press('Ghi nhận');
    await page.shows('còn thiếu đồng ý của: Chính em nhỏ');
    await until(() => page.root.activeElement === page.find('[data-d="giver"]'), 'the next consent');
    await page.choose('giver', 'child');
    await page.fill('giver-name', 'Nguyễn Văn An');
    await page.press('Ghi nhận');
    await page.shows('Đã đủ đồng ý');
    await expect(page.tracker).to.be.accessible();
  });

  it('says what was not done, where the keyboard is, and keeps what was typed', async () => {
    const { page, letThrough } = await opened({ execute: () => Promise.reject(new HtsdError('server')) });
    letThrough();
    await page.fill('giver-name', 'Nguyễn Văn Bảo');
    await page.press('Ghi nhận');
    await page.shows('Chưa làm được');
    await until(() => page.root.activeElement === page.find('#trouble'), 'the sentence');
    expect(page.find<HTMLInputElement>('[data-d="giver-name"]').value).to.equal('Nguyễn Văn Bảo');
    await expect(page.tracker).to.be.accessible();
  });
});
