import { expect } from '@open-wc/testing';
import { colleague, officer } from '../test-helpers/scene.js';
import {
  answer,
  appliedTo,
  failure,
  outboxScene,
  read,
  ready,
  seen,
  type OutboxScene,
} from './test-helpers/outbox-scene.js';

describe('the outbox on a device that several people share', () => {
  let room: OutboxScene;
  beforeEach(() => {
    room = outboxScene();
  });
  afterEach(() => room.end());

  it('does not show or send what belongs to another person', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await device.backend.outbox.signOut({ pending: 'keep' });
    await device.backend.dispose();

    const next = room.join({ actor: { ...colleague, scope: [] } });
    await next.backend.session();
    await next.backend.outbox.send();
    expect(next.backend.outbox.getState().waiting).to.equal(0);
    expect(await next.backend.outbox.items()).to.deep.equal([]);
    next.offline();
    const refused = await next.backend
      .query('assessment.get', { id: assessment })
      .catch(({ code }) => code as string);
    expect(refused).to.equal('offline');
    await next.backend.dispose();

    const back = room.join({ actor: officer });
    await back.backend.session();
    await seen(back.backend, ({ waiting }) => waiting === 0);
    expect((await read(back, assessment)).answers['c1']).to.deep.equal({ points: '5' });
  });

  it('shows nobody anything without network once the person has signed out, and loses what is to be lost', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await device.backend.outbox.signOut({ pending: 'wipe' });
    const refused = await device.backend
      .query('assessment.get', { id: assessment })
      .catch(({ code }) => code as string);
    expect(refused).to.equal('offline');
    device.online();
    await device.backend.session();
    expect(device.backend.outbox.getState().waiting).to.equal(0);
  });

  it('sends nothing in the name of who signed in elsewhere in the browser meanwhile', async () => {
    let here = officer.id;
    const names: unknown[] = [];
    const device = room.join({
      wrap: (adapter) => ({
        ...adapter,
        execute: async (commands, options) => {
          names.push(options?.inNameOf);
          if (options?.inNameOf !== here) throw failure('unauthenticated');
          return adapter.execute(commands, options);
        },
      }),
    });
    const { assessment } = await ready(device);
    // In another tab: this page has not heard of it.
    here = colleague.id;
    await device.backend.execute([answer(assessment, 1, 5)]);
    await seen(device.backend, ({ status, waiting }) => status === 'sign-in' && waiting === 1);
    expect(appliedTo(device.adapter, assessment)).to.have.length(1);
    here = officer.id;
    await device.backend.outbox.send();
    await seen(device.backend, ({ waiting }) => waiting === 0);
    expect((await read(device, assessment)).answers['c1']).to.deep.equal({ points: '5' });
    expect(new Set(names)).to.deep.equal(new Set([officer.id]));
  });
});
