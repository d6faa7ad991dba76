import type { Backend, Files } from '../port.js';
import { ensure, failsWith, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { officer } from './scene.js';

/** SHA-256 of "%PDF-1.7\n" and "htsd". */
const knownHash = '9f56851b2546cb361e5436fd2acf61e96e93764094e76c50267fd3112b4a18a7';
const pdf = (): Blob => new Blob(['%PDF-1.7\nhtsd'], { type: 'application/pdf' });

/** The back end's files, or undefined where it has none and says so. */
function filesOf(backend: Backend): Files | undefined {
  ensure(
    backend.capabilities.files === (backend.files !== undefined),
    'capabilities.files must say whether there are files',
  );
  return backend.files;
}

const keeps: CaseScript = {
  name: 'keeps files under their own hash, the same bytes once',
  async run(scene) {
    const files = filesOf(await scene.as(officer));
    if (!files) return;
    const info = await files.put(pdf());
    same([info.sha256, info.type, info.size], [knownHash, 'application/pdf', 13], 'what was stored');
    same(
      await files.put(new Blob([pdf()], { type: 'image/png' })),
      info,
      'the same bytes under another type',
    );
    const back = await files.get(info.sha256);
    same([back.type, await back.text()], ['application/pdf', '%PDF-1.7\nhtsd'], 'the file that comes back');
    await failsWith(files.get('0'.repeat(64)), ['not-found'], 'a file that is not there');
  },
};

const refuses: CaseScript = {
  name: 'refuses files that are too large or no evidence by their bytes',
  async run(scene) {
    const files = filesOf(await scene.as(officer));
    if (!files) return;
    const program = new Blob([new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03])], { type: 'image/jpeg' });
    await failsWith(files.put(program), ['invalid'], 'a program that calls itself a photo');
    await failsWith(
      files.put(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'])),
      ['invalid'],
      'an SVG image',
    );
    await failsWith(files.put(new Blob([])), ['invalid'], 'an empty file');
    const large = new Blob(['%PDF-1.7\n', new Uint8Array(10 * 1_048_576)]);
    await failsWith(files.put(large), ['too-large'], 'a file over 10 MB');
  },
};

const closed: CaseScript = {
  name: 'gives no files to visitors, nor to other tenants',
  async run(scene, harness) {
    const files = filesOf(await scene.as(officer));
    if (!files) return;
    const { sha256 } = await files.put(pdf());
    const visitor = filesOf(await scene.as(null));
    ensure(visitor, 'a visitor sees the same capabilities');
    await failsWith(visitor.get(sha256), ['unauthenticated', 'forbidden'], 'get by a visitor');
    await failsWith(visitor.put(pdf()), ['unauthenticated', 'forbidden'], 'put by a visitor');
    const other = await harness.open({ tenant: `${scene.tenant}-other`, actor: officer });
    try {
      await failsWith(
        Promise.resolve(other.files?.get(sha256)),
        ['not-found', 'forbidden'],
        "another tenant's file",
      );
    } finally {
      await other.dispose();
    }
  },
};

export const fileCases: CaseScript[] = [keeps, refuses, closed];
