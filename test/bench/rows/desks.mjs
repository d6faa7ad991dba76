import { returningVisitor } from '../harness/prepare.mjs';
import { large } from './large.mjs';

/** Titles that wait for the signer. */
const waiting = 300;

/**
 * The desks on a slow processor, measured as row 3 measures the form: a review of 500 criteria beside the form of the same
 * 500, and the signer's list of 300, of which each is ticked or not.
 */
export async function desks(browser, origin, { form, review, recognition }, sets, limits) {
  const [small, big] = sets;
  const states = new Map();
  for (const contestant of [form, review])
    states.set(contestant.id, await returningVisitor(browser, origin, contestant, big));
  const criteria = await large(browser, origin, [form, review], big, states, limits);
  const profile = new Map([[recognition.id, await seeded(browser, origin, recognition, small)]]);
  const list = await large(browser, origin, [recognition], small, profile, limits, waiting);
  return { ...criteria, ...list };
}

/** A profile with the records alone: a list is no form that somebody comes back to. */
async function seeded(browser, origin, contestant, set) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await contestant.seed(page, origin, set);
  await page.goto(`${origin}/empty.html`);
  const state = await context.storageState({ indexedDB: true });
  await context.close();
  return state;
}
