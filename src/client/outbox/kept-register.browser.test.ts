import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import type { HtsdError } from '../../backend/errors.js';
import { colleague, officer } from '../test-helpers/scene.js';
import { newId, opening, outboxScene, type Device, type OutboxScene } from './test-helpers/outbox-scene.js';

const scope = ['*'];
const asked = { cycle: '2026', limit: 2 };

describe('the register without network', () => {
  let room: OutboxScene;
  beforeEach(() => {
    room = outboxScene();
  });
  afterEach(() => room.end());

  /** The names of all pages, and when each was read where it was kept. */
  async function read({ backend }: Device): Promise<{ names: string[]; keptAt: (string | undefined)[] }> {
    const [names, keptAt]: [string[], (string | undefined)[]] = [[], []];
    let cursor: string | undefined;
    do {
      const page = await backend.query('register.list', {
        ...asked,
        ...(cursor !== undefined && { cursor }),
      });
      names.push(...page.items.map(({ name }) => name));
      keptAt.push(page.keptAt);
      cursor = page.next;
    } while (cursor !== undefined);
    return { names, keptAt };
  }
  const add = async ({ backend }: Device, ...names: string[]): Promise<void> => {
    for (const name of names) {
      const [receipt] = await backend.execute([{ ...opening(name)[0], id: newId() }]);
      expect(receipt!.status).to.equal('applied');
    }
  };
  const kept = async (): Promise<string[]> => {
    const db = await openDB(`${room.storage}-outbox`);
    const keys = (await db.getAllKeys('answers')) as unknown as [string, string][];
    db.close();
    return keys.map(([, question]) => question).filter((question) => question.startsWith('register.list'));
  };
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'an answer',
      (error: HtsdError) => error.code,
    );

  it('is what was last read of it, page by page, and says when that was', async () => {
    let time = '2026-11-20T02:00:00.000Z';
    const device = room.join({ actor: { ...officer, scope }, now: () => new Date(time) });
    await add(device, 'An', 'Bình', 'Chi', 'Dung', 'Yên');
    expect((await read(device)).keptAt).to.deep.equal([undefined, undefined, undefined]);
    time = '2026-11-20T03:00:00.000Z';
    device.offline();
    const [at, all] = ['2026-11-20T02:00:00.000Z', ['An', 'Bình', 'Chi', 'Dung', 'Yên']];
    expect(await read(device)).to.deep.equal({ names: all, keptAt: [at, at, at] });
    // What was never asked for as a whole is not made up.
    expect(await codeOf(device.backend.query('register.list', { cycle: '2025' }))).to.equal('offline');
    const text = { ...asked, text: 'an' };
    expect(await codeOf(device.backend.query('register.list', text))).to.equal('offline');

    device.online();
    await add(device, 'Bảo');
    expect((await read(device)).names).to.deep.equal(['An', 'Bảo', 'Bình', 'Chi', 'Dung', 'Yên']);
    // Pages that began elsewhere are gone.
    expect(await kept()).to.have.length(3);
    await device.backend.query('register.list', text);
    expect(await kept()).to.have.length(3);
  });

  it('is shown to nobody else, and to nobody after signing out', async () => {
    const device = room.join({ actor: { ...officer, scope } });
    await add(device, 'An');
    await read(device);
    const other = room.join({ actor: { ...colleague, scope } });
    await other.backend.session();
    other.offline();
    expect(await codeOf(read(other))).to.equal('offline');
    await device.backend.session();
    await device.backend.outbox.signOut({ pending: 'keep' });
    expect(await kept()).to.deep.equal([]);
  });
});
