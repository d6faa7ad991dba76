import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import type { HtsdError } from '../../backend/errors.js';
import { sha256 as hashOf } from '../../backend/sha256.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import { colleague } from '../test-helpers/scene.js';
import {
  answer,
  appliedTo,
  naming,
  outboxScene,
  read,
  ready,
  seen,
  type Device,
  type OutboxScene,
} from './test-helpers/outbox-scene.js';

describe('what is unsent as a file', () => {
  let room: OutboxScene;
  beforeEach(() => {
    room = outboxScene();
  });
  afterEach(() => room.end());

  it('goes to another device as a file, where nothing counts twice', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await device.backend.execute([answer(assessment, 2, 6, 'c2')]);
    const file = await device.backend.outbox.exportFile();
    const text = await file.text();

    const other = room.join({ storage: `${room.storage}-khac` });
    expect(await other.backend.outbox.importFile(file)).to.deep.equal({ added: 2, known: 0 });
    await seen(other.backend, ({ waiting }) => waiting === 0);
    expect(await other.backend.outbox.importFile(file)).to.deep.equal({ added: 2, known: 0 });
    device.online();
    await Promise.all([device.backend.outbox.send(), other.backend.outbox.send()]);
    await seen(other.backend, ({ waiting, stuck }) => waiting + stuck === 0);
    expect(appliedTo(device.adapter, assessment)).to.have.length(3);
    expect((await read(other, assessment)).answers).to.have.keys(['c1', 'c2']);

    const told = (work: Promise<unknown>) =>
      work.catch((error: HtsdError) => [error.code, error.params['reason']]);
    const stranger = room.join({ storage: `${room.storage}-la`, actor: colleague });
    expect(await told(stranger.backend.outbox.importFile(file))).to.deep.equal(['forbidden', 'other-person']);
    expect(await told(other.backend.outbox.importFile(new Blob([text.replace('"5"', '"6"')])))).to.deep.equal(
      ['invalid', 'damaged-file'],
    );
    expect(await told(other.backend.outbox.importFile(new Blob(['{}'])))).to.deep.equal([
      'invalid',
      'not-a-file',
    ]);
    expect(await told(other.backend.outbox.importFile(new Blob([text.slice(0, 100)])))).to.deep.equal([
      'invalid',
      'not-a-file',
    ]);
  });

  /** A device with a photo that was never sent and an answer that names it; its file, and the hash of the photo. */
  async function exported(size = 1_000): Promise<{ file: Blob; device: Device; sha256: string }> {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    const info = await device.backend.files!.put(new Blob(['%PDF-1.7\n', new Uint8Array(size)]));
    await device.backend.execute([naming(assessment, 1, info)]);
    const file = await device.backend.outbox.exportFile();
    return { file, device, sha256: info.sha256 };
  }
  const elsewhere = (): Device => {
    const other = room.join({ storage: `${room.storage}-khac` });
    other.offline();
    return other;
  };

  it('takes evidence along that only this device has, and brings it before what names it', async () => {
    const { file, device, sha256 } = await exported();
    await device.backend.dispose();
    const other = elsewhere();
    await other.backend.session().catch(() => undefined);
    other.online();
    expect(await other.backend.outbox.importFile(file)).to.deep.equal({ added: 1, known: 0 });
    await seen(other.backend, ({ waiting, stuck }) => waiting + stuck === 0);
    expect((await other.adapter.files!.get(sha256)).size).to.equal(1_009);
    await other.backend.outbox.send();
    // Nothing of it is left on this device.
    const db = await openDB(`${room.storage}-khac-outbox`);
    expect(await db.getAllKeys('files')).to.deep.equal([]);
    db.close();
  });

  it('is refused whole where a byte of its evidence is not what it was, is missing or too many', async () => {
    const { file } = await exported();
    const other = elsewhere();
    other.online();
    await other.backend.session();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const flipped = bytes.slice();
    flipped[flipped.length - 500]! ^= 1;
    const line = new TextDecoder().decode(bytes.slice(0, 40));
    expect(line).to.match(/^htsd-unsent 2 \d+\n/);
    const reasons: unknown[] = [];
    const newer = `${line.replace(' 2 ', ' 3 ')}${'x'.repeat(100)}`;
    for (const wrong of [flipped, bytes.slice(0, -1), bytes.slice(0, 200), new Blob([file, 'x']), newer])
      reasons.push(
        await other.backend.outbox
          .importFile(new Blob([wrong]))
          .catch(({ params }: HtsdError) => params['reason']),
      );
    expect(reasons).to.deep.equal([...Array<string>(4).fill('damaged-file'), 'newer-file']);
    expect(other.backend.outbox.getState().waiting).to.equal(0);
    const db = await openDB(`${room.storage}-khac-outbox`);
    expect(await db.getAllKeys('files')).to.deep.equal([]);
    db.close();
  });

  it('takes in no file that is larger than evidence may be, whatever it says of itself', async () => {
    const { file, sha256 } = await exported();
    const large = 10 * 1_048_576 + 1;
    const [line, length] = /^htsd-unsent 2 (\d+)\n/.exec(await file.text())!;
    const said = await file.slice(line.length, line.length + Number(length)).text();
    const { checksum: _old, ...unsent } = JSON.parse(said) as {
      checksum: string;
      files: { sha256: string; size: number }[];
    };
    unsent.files = [{ sha256, size: large }];
    const checksum = await hashOf(new TextEncoder().encode(canonicalJson(unsent)));
    const json = new TextEncoder().encode(JSON.stringify({ ...unsent, checksum }));
    const forged = new Blob([`htsd-unsent 2 ${json.length}\n`, json, new Uint8Array(large)]);
    const other = elsewhere();
    other.online();
    await other.backend.session();
    const refused = await other.backend.outbox.importFile(forged).catch(({ params }: HtsdError) => params);
    expect(refused).to.deep.equal({ reason: 'damaged-file' });
  });
});
