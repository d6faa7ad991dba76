import { criteriaKey } from '../../domain/criteria-key.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import type { Backend } from '../port.js';
import type { CaseScript } from './conformance.js';
import { ensure, receiptOf, same } from './assertions.js';
import { sampleSet } from './sample-set.js';
import { admin, allYes, command, cycle, newId, officer, reviewer, stranger, type Scene } from './scene.js';

/** Two devices that are both ready to write, so that neither is late because it has to start first. */
async function twoDevices(scene: Scene): Promise<[Backend, Backend]> {
  const both: [Backend, Backend] = [await scene.as(officer), await scene.as(officer)];
  for (const backend of both) await scene.register(backend);
  return both;
}

const happyPath: CaseScript = {
  name: 'registers, opens, answers, submits and withdraws',
  async run(scene) {
    const backend = await scene.as(officer);
    const draft = await scene.openAssessment(backend);
    same(
      [draft.state, draft.version, draft.owner, draft.cycle],
      ['draft', 1, officer.id, cycle],
      'a new assessment',
    );

    const answer = command('assessment.answer', draft.id, 1, { answers: allYes(scene.set) });
    const answered = receiptOf(await scene.send(backend, answer), 'applied', 'assessment.answer');
    same(answered.records, [{ type: 'assessment', id: draft.id, version: 2 }], 'records of the receipt');

    receiptOf(
      await scene.send(backend, command('assessment.submit', draft.id, 2, {})),
      'applied',
      'assessment.submit',
    );
    const submitted = await scene.getAssessment(backend, draft.id);
    const [submission] = submitted.submissions;
    same([submitted.state, submitted.version], ['submitted', 3], 'after submitting');
    ensure(
      submission && /^\d{4}-\w{5}-\w{5}-\w$/.test(submission.receipt),
      'a submission must carry a receipt number',
    );
    same([submission.score.total, submission.score.passed], [4, true], 'the stored score');

    const back = command('assessment.withdraw', draft.id, 3, { reason: 'Bổ sung minh chứng' });
    receiptOf(await scene.send(backend, back), 'applied', 'assessment.withdraw');
    const withdrawn = await scene.getAssessment(backend, draft.id);
    same([withdrawn.state, withdrawn.version], ['draft', 4], 'after withdrawing');
    ensure(withdrawn.submissions[0]?.withdrawnAt, 'a withdrawn submission must say when it was withdrawn');
    same(withdrawn.answers, submitted.answers, 'answers after withdrawing');
  },
};

const anotherSet: CaseScript = {
  name: 'changes the set of a draft that was never submitted, and keeps every answer',
  async run(scene) {
    const other = { ...sampleSet('conformance-other', 2), title: { vi: 'Bộ tiêu chí khác' } };
    receiptOf(
      await scene.send(
        await scene.as(admin),
        command('criteria.publish', criteriaKey(other), 0, { set: other }),
      ),
      'applied',
      'criteria.publish',
    );
    const backend = await scene.as(officer);
    const { id, subjectId, criteria } = await scene.openAssessment(backend);
    const answers = allYes(scene.set);
    await scene.send(backend, command('assessment.answer', id, 1, { answers }));
    const { items } = await backend.query('subject.get', { id: subjectId });
    const { model, name, place, facts } = items[0]!;
    const registerFor = (expected: number, set: typeof criteria): Promise<Receipt> =>
      scene.send(
        backend,
        command('subject.register', subjectId, expected, { model, name, place, facts, cycle, criteria: set }),
      );

    const changed = receiptOf(
      await registerFor(1, { id: other.id, version: other.version }),
      'applied',
      'another set',
    );
    same(changed.records.map(({ type }) => type).sort(), ['assessment', 'subject'], 'records of the receipt');
    const there = await scene.getAssessment(backend, id);
    same([there.criteria.id, there.state, there.version], [other.id, 'draft', 3], 'by the other set');
    same(Object.keys(there.answers).sort(), ['c1', 'c2'], 'answers to questions that both sets ask');
    same(
      there.setAside?.map((one) => Object.keys(one.answers).sort()),
      [['c3', 'c4']],
      'answers kept apart',
    );

    receiptOf(await registerFor(2, criteria), 'applied', 'the first set again');
    same((await scene.getAssessment(backend, id)).answers, answers, 'answers with the first set again');
    receiptOf(await scene.send(backend, command('assessment.submit', id, 4, {})), 'applied', 'submitting');
    receiptOf(
      await registerFor(3, { id: other.id, version: other.version }),
      'rejected',
      'another set after submitting',
    );
  },
};

const duplicate: CaseScript = {
  name: 'applies a command once, however often it is sent',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const one = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
    const first = receiptOf(await scene.send(backend, one), 'applied', 'the first time');
    const again = receiptOf(await scene.send(backend, structuredClone(one)), 'duplicate', 'the second time');
    same(again.records, first.records, 'records of the duplicate');
    const both = await backend.execute([one, one]);
    same(
      both.map(({ status }) => status),
      ['duplicate', 'duplicate'],
      'twice in one batch',
    );
    same((await scene.getAssessment(backend, id)).version, 2, 'the version after four sendings');
  },
};

const twiceAtOnce: CaseScript = {
  name: 'applies a command once even where it is sent twice at the same time',
  async run(scene) {
    const [here, there] = await twoDevices(scene);
    const { id } = await scene.openAssessment(here);
    const one = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
    const receipts = await Promise.all([scene.send(here, one), scene.send(there, one)]);
    same(receipts.map(({ status }) => status).sort(), ['applied', 'duplicate'], 'the two receipts');
    same((await scene.getAssessment(here, id)).version, 2, 'the version');
  },
};

const idReused: CaseScript = {
  name: 'rejects another command under a known id',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const one = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
    receiptOf(await scene.send(backend, one), 'applied', 'the first');
    const other = { ...one, payload: { answers: { c1: { yes: false } } } };
    const receipt = receiptOf(await scene.send(backend, other), 'rejected', 'another body');
    same(receipt.code, 'id-reused', 'the code for another body');
    const theirs = receiptOf(await scene.send(await scene.as(stranger), one), 'rejected', 'another person');
    ensure(
      theirs.code === 'id-reused' || theirs.code === 'forbidden',
      `another person must not get the receipt`,
    );
  },
};

const conflict: CaseScript = {
  name: 'answers a conflict with the current record',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const first = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
    const late = command('assessment.answer', id, 1, { answers: { c1: { yes: false } } });
    receiptOf(await scene.send(backend, first), 'applied', 'the first');
    const receipt = receiptOf(await scene.send(backend, late), 'conflict', 'the second, on the same version');
    ensure(receipt.current.type === 'assessment', 'a conflict must carry the record');
    same(receipt.current.value, await scene.getAssessment(backend, id), 'the current record');
  },
};

const race: CaseScript = {
  name: 'lets one of two people who write at the same time win',
  async run(scene) {
    const [here, there] = await twoDevices(scene);
    const { id } = await scene.openAssessment(here);
    const receipts = await Promise.all(
      [here, there].map((backend, index) =>
        scene.send(backend, command('assessment.answer', id, 1, { answers: { c1: { note: `${index}` } } })),
      ),
    );
    same(receipts.map(({ status }) => status).sort(), ['applied', 'conflict'], 'the two receipts');
    same((await scene.getAssessment(here, id)).version, 2, 'the version');
  },
};

const raceToOpen: CaseScript = {
  name: 'opens one assessment per subject and year, even where two are asked for at the same time',
  async run(scene) {
    const [here, there] = await twoDevices(scene);
    const subject = await scene.register(here);
    const open = () => command('assessment.open', newId(), 0, { subject, cycle });
    const receipts = await Promise.all([scene.send(here, open()), scene.send(there, open())]);
    same(receipts.map(({ status }) => status).sort(), ['applied', 'rejected'], 'the two receipts');
    const found = await here.query('assessments.list', { subject });
    same(found.items.length, 1, 'assessments of the subject');
  },
};

const forbidden: CaseScript = {
  name: 'keeps people to what they may do',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const other = await scene.as(stranger);
    const answer = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
    same(
      receiptOf(await scene.send(other, answer), 'rejected', 'a stranger').code,
      'forbidden',
      'the code for a stranger',
    );
    // Who asks is the adapter's word: nothing that comes with a call may put somebody else in his place.
    const disguised: object = { actor: officer, now: () => new Date(0) };
    const [again] = await other.execute([{ ...answer, id: newId() }], disguised);
    same(again?.status, 'rejected', 'a stranger who calls himself the owner');
    const verify = command('assessment.verify', id, 1, {});
    same(
      receiptOf(await scene.send(backend, verify), 'rejected', 'the owner').code,
      'forbidden',
      'the code without the role',
    );
    const judge = await scene.as({ ...reviewer, id: officer.id });
    const own = receiptOf(
      await scene.send(judge, command('assessment.review', id, 1, {})),
      'rejected',
      'his own',
    );
    same(own.code, 'own-assessment', 'the code for his own');
    same((await scene.getAssessment(backend, id)).version, 1, 'the version');
  },
};

const invalid: CaseScript = {
  name: 'rejects what cannot be, and says where',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const unknown = command('assessment.answer', id, 1, { answers: { 'no-such': { yes: true } } });
    const first = receiptOf(await scene.send(backend, unknown), 'rejected', 'an unknown criterion');
    same([first.code, first.path], ['criterion-unknown', ['no-such']], 'code and path');
    const early = receiptOf(
      await scene.send(backend, command('assessment.submit', id, 1, {})),
      'rejected',
      'too early',
    );
    same([early.code, early.path], ['incomplete', ['c1', 'c2', 'c3', 'c4']], 'code and path');
    const state = receiptOf(
      await scene.send(backend, command('assessment.withdraw', id, 1, {})),
      'rejected',
      'a draft',
    );
    same(state.code, 'wrong-state', 'the code for a state');
    const nobody = receiptOf(
      await scene.send(backend, command('assessment.submit', newId(), 1, {})),
      'rejected',
      'none',
    );
    same(nobody.code, 'not-found', 'the code for a record that is not there');
    const malformed = { ...command('assessment.submit', id, 1, {}), expected: 'one' as unknown as number };
    same(
      receiptOf(await scene.send(backend, malformed), 'rejected', 'malformed').code,
      'invalid',
      'the code for a malformed command',
    );
  },
};

const batch: CaseScript = {
  name: 'answers a batch in order, and goes on after a rejected command',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const commands = [
      command('assessment.answer', id, 1, { answers: { c1: { yes: true } } }),
      command('assessment.answer', id, 2, { answers: { nothing: { yes: true } } }),
      command('assessment.answer', id, 2, { answers: { c2: { yes: true }, c1: null } }),
      command('assessment.answer', id, 1, { answers: { c3: { yes: true } } }),
    ];
    const receipts = await backend.execute(commands);
    same(
      receipts.map((receipt) => receipt.id),
      commands.map((one) => one.id),
      'the order of receipts',
    );
    same(
      receipts.map(({ status }) => status),
      ['applied', 'rejected', 'applied', 'conflict'],
      'the receipts',
    );
    same((await scene.getAssessment(backend, id)).answers, { c2: { yes: true } }, 'the answers');
    same(await backend.execute([]), [], 'an empty batch');
  },
};

const big: CaseScript = {
  name: 'carries 500 criteria with notes of 4,000 characters',
  criteria: 500,
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const note = 'Đơn vị học tập '.repeat(300).slice(0, 4000).normalize('NFC');
    const answers = allYes(scene.set, note);
    receiptOf(
      await scene.send(backend, command('assessment.answer', id, 1, { answers })),
      'applied',
      'a big answer',
    );
    const stored = await scene.getAssessment(backend, id);
    same(Object.keys(stored.answers).length, 500, 'answers');
    ensure(
      Object.values(stored.answers).every((one) => one.yes && one.note === note),
      'every note must come back as it was',
    );
    receiptOf(
      await scene.send(backend, command('assessment.submit', id, 2, {})),
      'applied',
      'assessment.submit',
    );
  },
};

export const commandCases: CaseScript[] = [
  happyPath,
  anotherSet,
  duplicate,
  twiceAtOnce,
  idReused,
  conflict,
  race,
  raceToOpen,
  forbidden,
  invalid,
  batch,
  big,
];
