import { expect } from '@open-wc/testing';
import { firstAct } from './first-act.js';

it('is heard of who comes back to the page, and not of who leaves it', async () => {
  let heard = false;
  const acted = firstAct().then(() => (heard = true));
  const turn = (hidden: boolean): void => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };
  try {
    turn(true);
    await new Promise((done) => setTimeout(done));
    expect(heard).to.equal(false);
    turn(false);
    await acted;
    expect(heard).to.equal(true);
  } finally {
    delete (document as { hidden?: boolean }).hidden;
  }
});
