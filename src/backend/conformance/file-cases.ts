import type { Evidence } from '../../domain/answer.schema.js';
import { isHtsdError } from '../errors.js';
import type { Backend, Files } from '../port.js';
import { ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { newSalt, openFund, paymentDraft, receiptDraft, today } from './fund-scene.js';
import { newId, officer, signer } from './scene.js';

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

/** Small PDFs with a word in each. */
function papersIn(files: Files) {
  return {
    put: async (text: string): Promise<Evidence> => {
      const { sha256, size } = await files.put(new Blob([`%PDF-1.7\n${text}`]));
      const [id, addedAt] = [newId(), `${today}T00:00:00.000Z`];
      return { id, kind: 'file', name: `${text}.pdf`, type: 'application/pdf', size, sha256, addedAt };
    },
    /** What is in it, or why it cannot be had. */
    found: (file: Evidence): Promise<string> =>
      files.get(file.kind === 'file' ? file.sha256 : '').then(
        (blob) => blob.text(),
        (error: unknown) => (isHtsdError(error) ? error.code : String(error)),
      ),
  };
}

const withFiles = (...evidence: Evidence[]) => ({ details: { salt: newSalt(), evidence } });

const erased: CaseScript = {
  name: 'lets a file go with the part of an entry that was erased, unless a record still names it',
  also: 'funds',
  async run(scene) {
    const { fund, backend, record, must, send } = await openFund(scene);
    const files = filesOf(backend);
    if (!files) return;
    const { put, found } = papersIn(files);
    const [own, shared, waiting, answered] = [
      await put('own'),
      await put('shared'),
      await put('waiting'),
      await put('answered'),
    ];
    const party = { salt: newSalt(), name: 'Bà Cao Thị Rạng', kind: 'person' as const, anonymous: false };
    await record(receiptDraft({ party, ...withFiles(own, shared, waiting, answered) }));
    await record(receiptDraft(withFiles(shared)));
    const act = newId();
    await must('fund.record', act, 0, {
      fund,
      ...paymentDraft({ amount: 5_000_001, ...withFiles(waiting) }),
    });
    const officerHere = await scene.as(officer);
    const { id, version } = await scene.openAssessment(officerHere);
    // Who names a file has brought it, or may read it: by its hash alone nobody comes to it.
    await filesOf(officerHere)?.put(new Blob(['%PDF-1.7\nanswered']));
    const answers = { c1: { evidence: [answered] } };
    await must('assessment.answer', id, version, { answers }, officerHere);

    await must('fund.erase', `${fund}.1`, 1, { what: ['party'] });
    same(await found(own), '%PDF-1.7\nown', 'the file, while the private words stand');
    await must('fund.erase', `${fund}.1`, 2, { what: ['details'] });
    same(await found(own), 'not-found', 'a file that the erased entry alone named');
    for (const kept of [shared, waiting, answered])
      same(await found(kept), `%PDF-1.7\n${kept.name.slice(0, -4)}`, 'a file that something else names');
    await must('fund.erase', `${fund}.2`, 1, { what: ['details'] });
    same(await found(shared), 'not-found', 'a file whose last entry was erased');
    receiptOf(await send('fund.erase', `${fund}.2`, 2, { what: ['details'] }), 'rejected', 'once more');
    await put('own');
    same(await found(own), '%PDF-1.7\nown', 'the same bytes, stored anew');
  },
};

const refused: CaseScript = {
  name: 'lets the files of a payment go that was refused, unless a record still names them',
  also: 'funds',
  async run(scene) {
    const { fund, backend, record, must } = await openFund(scene);
    const files = filesOf(backend);
    if (!files) return;
    const { put, found } = papersIn(files);
    const [own, shared, listed, approved] = [
      await put('own'),
      await put('shared'),
      await put('listed'),
      await put('approved'),
    ];
    await record(receiptDraft({ amount: 9_000_000, ...withFiles(shared) }));
    const [act, table, good] = [newId(), newId(), newId()];
    const above = (...evidence: Evidence[]) => paymentDraft({ amount: 5_000_001, ...withFiles(...evidence) });
    await must('fund.record', act, 0, { fund, ...above(own, shared) });
    await must('fund.import', table, 0, { fund, rows: [receiptDraft(), above(listed)] });
    await must('fund.record', good, 0, { fund, ...above(approved) });
    same(await found(own), '%PDF-1.7\nown', 'a file, while its payment waits');

    const no = { salt: newSalt(), reason: 'Chưa có hoá đơn' };
    const other = await scene.as(signer);
    await must('fund.refuse', act, 1, no, other);
    same(await found(own), 'not-found', 'a file that the refused payment alone named');
    same(await found(shared), '%PDF-1.7\nshared', 'a file that an entry names too');
    await must('fund.refuse', table, 1, no, other);
    same(await found(listed), 'not-found', 'a file of a line of the refused table');
    await must('fund.approve', good, 1, {}, other);
    same(await found(approved), '%PDF-1.7\napproved', 'a file of what was approved');
  },
};

export const fileCases: CaseScript[] = [keeps, refuses, closed, erased, refused];
