import { expect } from '@open-wc/testing';
import { command, newId } from '../conformance/scene.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { replacing, withLocalScene, type LocalScene } from './test-helpers/local-scene.js';

async function write(scene: LocalScene): Promise<Receipt> {
  const { backend, set } = scene;
  const subject = { model: set.model, name: 'Trường Sen Hồ', place: { name: 'Xã Sen Hồ' }, facts: {} };
  const subjects = [{ id: newId(), ...subject }];
  return scene.send(backend, command('subject.import', newId(), 0, { subjects }));
}

describe('what lies in this browser alone', () => {
  it('is asked to be kept once something was written, and no more than once', () =>
    withLocalScene(async (scene) => {
      let times = 0;
      const counting = () => () => Promise.resolve((times += 1) > 0);
      await replacing(navigator.storage, 'persist', counting, async () => {
        await scene.backend.query('subjects.list', {});
        expect(times).to.equal(0);
        await write(scene);
        await write(scene);
        expect(times).to.equal(1);
      });
    }));

  it('is written where the browser will not hear of it', () =>
    withLocalScene(async (scene) => {
      const refusing = () => () => Promise.reject(new Error('refused'));
      await replacing(navigator.storage, 'persist', refusing, async () => {
        expect((await write(scene)).status).to.equal('applied');
      });
    }));
});
