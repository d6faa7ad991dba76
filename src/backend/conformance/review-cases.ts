import { ensure, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { inReview } from './judging.js';
import { command, officer, reviewer } from './scene.js';

const marks: CaseScript = {
  name: "keeps a reviewer's marks with their reasons, and verifies what counts",
  async run(scene) {
    const { id, desk } = await inReview(scene);
    const no = { answer: { yes: false }, reason: 'Chưa có kế hoạch được duyệt' };
    const given = { c1: no, c2: no, c3: { answer: { yes: true }, reason: 'Như tự chấm' } };
    receiptOf(
      await scene.send(desk, command('assessment.mark', id, 4, { marks: given })),
      'applied',
      'assessment.mark',
    );
    receiptOf(
      await scene.send(desk, command('assessment.mark', id, 5, { marks: { c2: null } })),
      'applied',
      'a mark taken back',
    );
    const marked = await scene.getAssessment(desk, id);
    same(Object.keys(marked.review?.marks ?? {}), ['c1'], 'the marks');
    const mark = marked.review?.marks?.['c1'];
    same([mark?.answer, mark?.reason, mark?.by], [no.answer, no.reason, reviewer.id], 'the mark');
    same(marked.answers['c1'], { yes: true }, "the author's own answer");

    const bare = command('assessment.mark', id, 6, { marks: { c1: { ...no, reason: '' } } });
    same(
      receiptOf(await scene.send(desk, bare), 'rejected', 'a mark without a reason').code,
      'invalid',
      'the code of a mark without a reason',
    );
    const own = command('assessment.mark', id, 6, { marks: { c1: null } });
    const judge = await scene.as({ ...reviewer, id: officer.id });
    same(
      receiptOf(await scene.send(judge, own), 'rejected', 'a mark on his own').code,
      'own-assessment',
      'the code of a mark on his own',
    );
    receiptOf(
      await scene.send(desk, command('assessment.verify', id, 6, {})),
      'applied',
      'assessment.verify',
    );
    const verified = await scene.getAssessment(desk, id);
    same([verified.state, verified.review?.score?.total], ['verified', 3], 'the verified score');
    same(verified.submissions[0]?.score.total, 4, 'the self score');
  },
};

const returned: CaseScript = {
  name: 'keeps what had been answered when it gives an assessment back, and the marks that still fit',
  async run(scene) {
    const { id, desk } = await inReview(scene);
    const no = { answer: { yes: false }, reason: 'Chưa có minh chứng' };
    const author = await scene.as(officer);
    const comments = [{ id: 'k1', criterion: 'c1', text: 'Đề nghị bổ sung' }];
    const back = [
      command('assessment.mark', id, 4, { marks: { c1: no, c2: no } }),
      command('assessment.return', id, 5, { reason: 'Bổ sung', comments }),
    ];
    for (const receipt of await desk.execute(back)) receiptOf(receipt, 'applied', 'the reviewer');
    const again = [
      command('assessment.answer', id, 6, { answers: { c1: { yes: true, note: 'Đã bổ sung' } } }),
      command('assessment.submit', id, 7, {}),
    ];
    for (const receipt of await author.execute(again)) receiptOf(receipt, 'applied', 'the author again');
    receiptOf(
      await scene.send(desk, command('assessment.review', id, 8, {})),
      'applied',
      'the second review',
    );
    const found = await scene.getAssessment(author, id);
    same(found.returned?.answers['c1'], { yes: true }, 'what had been answered');
    same(found.returned?.reason, 'Bổ sung', 'the reason');
    same(
      found.comments.map(({ id: name, criterion, text }) => ({ id: name, criterion, text })),
      comments,
      'the comments',
    );
    same(Object.keys(found.review?.marks ?? {}), ['c2'], 'marks that stay');
    same(found.review?.dropped, ['c1'], 'marks that fell away');
  },
};

const list: CaseScript = {
  name: 'gives a reviewer the assessments that lie in his scope',
  async run(scene) {
    const first = await inReview(scene);
    const second = await inReview(scene);
    const desk = await scene.as({ ...reviewer, scope: [first.subjectId] });
    const { items } = await desk.query('assessments.list', { state: 'in-review' });
    same(
      items.map(({ id }) => id),
      [first.id],
      'the list of a reviewer in charge of one subject',
    );
    const mark = command('assessment.mark', second.id, 4, { marks: { c1: null } });
    same(
      receiptOf(await scene.send(desk, mark), 'rejected', 'a mark outside his scope').code,
      'forbidden',
      'the code outside his scope',
    );
    ensure((await scene.getAssessment(first.desk, second.id)).version === 4, 'nothing must be written');
  },
};

const session: CaseScript = {
  name: 'says of a reviewer that he is one, so that his desk opens, and of somebody with two offices both',
  async run(scene) {
    for (const person of [reviewer, { ...reviewer, roles: [...officer.roles, ...reviewer.roles] }]) {
      const { actor } = await (await scene.as(person)).session();
      same([...(actor?.roles ?? [])].sort(), [...person.roles].sort(), 'the roles of the session');
    }
  },
};

export const reviewCases: CaseScript[] = [marks, returned, list, session];
