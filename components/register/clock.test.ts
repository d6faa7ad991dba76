/** A device whose clock is years off. */
import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { author, DeskWorld } from '../../test/support/desk-world.js';
import { registerPhase } from '../../test/support/mount-register.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
});

describe('the register on a device whose clock is wrong', () => {
  it('begins with the year of the back end’s clock, which is heard with its first answer', async () => {
    const provider = document.createElement('htsd-provider');
    const { backend } = world.client(author);
    let time = new Date('2017-06-01T00:00:00.000Z');
    const client = createClient({
      ...backend,
      now: () => time,
      session: (...asked) => {
        time = new Date('2031-06-01T00:00:00.000Z');
        return backend.session(...asked);
      },
    });
    provider.client = client;
    const register = document.createElement('htsd-register');
    provider.append(register);
    document.body.append(provider);
    await registerPhase(register, 'list');
    expect(register.desk?.list.getState().filter.cycle).to.equal('2031');
  });
});
