/** Every state of the reviewer's desk: axe in light and dark, 320 px, paper, and how much of a long one is drawn. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { author, deskSet, DeskWorld, reviewer } from '../../test/support/desk-world.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  buttonIn as button,
  fieldIn as field,
  findIn as find,
  mountReview,
  openReview,
  reviewPhase as phase,
  wordsOf as words,
  type ReviewDeskElement as Desk,
} from '../../test/support/mount-review.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
  await restoreLooks();
});

const failing = (code: 'server' | 'offline') => {
  const faults = createFaults();
  faults.next({ kind: 'fail', error: new HtsdError(code) });
  return mountReview(world, { faults });
};
const dialog = (desk: Desk) => until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
const other = { ...reviewer, id: 'nguoi-khac', name: 'Người khác' };

/** Each ends with what is to be looked at. */
const states: Record<string, () => Promise<Desk>> = {
  loading: async () => {
    const faults = createFaults();
    faults.next({ kind: 'silence' });
    return mountReview(world, { faults });
  },
  forbidden: async () => {
    const desk = mountReview(world, { actor: author });
    await phase(desk, 'forbidden');
    return desk;
  },
  error: async () => {
    const desk = failing('server');
    await phase(desk, 'error');
    return desk;
  },
  offline: async () => {
    const desk = failing('offline');
    await phase(desk, 'offline');
    return desk;
  },
  'an empty list': async () => {
    const desk = mountReview(world);
    await phase(desk, 'list');
    return desk;
  },
  'a list, with one left unfinished': async () => {
    await world.submitted('mot', 'submitted', {
      name: 'Hộ gia đình có một cái tên dài đến mức phải xuống dòng',
    });
    await world.submitted('hai', 'in-review');
    const desk = await openReview(world, 'a-hai');
    desk.session?.comment('diem', 'Ghi rõ');
    desk.assessment = undefined;
    button(desk, 'Về danh sách').click();
    await until(() => desk.shadowRoot!.querySelector('[part=unfinished]'), 'the notice');
    return desk;
  },
  'one that waits': async () => {
    await world.submitted('mot');
    return openReview(world, 'a-mot');
  },
  'one of his own': async () => {
    await world.submitted('mot');
    return openReview(world, 'a-mot', { actor: { ...reviewer, id: author.id } });
  },
  'marks: differing, wrong, without a reason, in conflict; a remark; tried': async () => {
    await world.submitted('mot', 'in-review');
    const desk = await openReview(world, 'a-mot');
    desk.session?.mark('diem', { answer: { points: '99' } });
    desk.session?.mark('muc', { answer: { option: 'thieu' } });
    desk.session?.mark('co-khong', { answer: { yes: false }, reason: 'Không có' });
    desk.session?.comment('ty-le', 'Ghi rõ');
    await world.send(other, 'assessment.mark', 'a-mot', 4, {
      marks: { 'co-khong': { answer: { notApplicable: true }, reason: 'Không cần' } },
    });
    await desk.session?.flush();
    await until(() => words(desk).includes('Người khác vừa ghi'), 'the question');
    button(desk, 'Xác nhận').click();
    await until(() => desk.shadowRoot!.querySelector('#trouble'), 'the trouble');
    return desk;
  },
  'one that came back changed, with a mark that fell away': async () => {
    await world.submitted('mot', 'in-review');
    await world.send(reviewer, 'assessment.mark', 'a-mot', 4, {
      marks: { diem: { answer: { points: '5' }, reason: 'Ít' } },
    });
    const comments = [{ id: 'k', criterion: 'diem', text: 'Bổ sung' }];
    await world.send(reviewer, 'assessment.return', 'a-mot', 5, { reason: 'Bổ sung', comments });
    await world.send(author, 'assessment.answer', 'a-mot', 6, { answers: { diem: { points: '7' } } });
    await world.send(author, 'assessment.submit', 'a-mot', 7, {});
    await world.send(reviewer, 'assessment.review', 'a-mot', 8, {});
    const desk = await openReview(world, 'a-mot');
    expect(words(desk)).to.contain('không còn tính vì câu trả lời đã sửa');
    return desk;
  },
  'one that is verified, to be read': async () => {
    await world.submitted('mot', 'in-review');
    await world.send(reviewer, 'assessment.mark', 'a-mot', 4, {
      marks: { diem: { answer: { points: '5' }, reason: 'Ít' } },
    });
    await world.send(reviewer, 'assessment.verify', 'a-mot', 5, {});
    return openReview(world, 'a-mot');
  },
  'the question before verifying': async () => {
    await world.submitted('mot', 'in-review');
    const desk = await openReview(world, 'a-mot');
    desk.session?.comment('ty-le', 'Ghi rõ');
    button(desk, 'Xác nhận').click();
    await dialog(desk);
    return desk;
  },
  'the question before returning, without a reason': async () => {
    await world.submitted('mot', 'in-review');
    const desk = await openReview(world, 'a-mot');
    desk.session?.comment('ty-le', 'Ghi rõ');
    button(desk, 'Trả lại').click();
    await dialog(desk);
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => desk.shadowRoot!.querySelector('#bare'), 'the reason to be asked for');
    return desk;
  },
};

describe('every state', () => {
  for (const [name, make] of Object.entries(states))
    it(`${name}: satisfies axe in light and dark, and fits 320 px`, async () => {
      await expectLooks(await make());
    });
});

describe('on paper', () => {
  it('nothing is left out, and buttons are', async () => {
    await world.submitted('mot', 'in-review');
    const desk = await openReview(world, 'a-mot');
    await emulateMedia({ media: 'print' });
    const section = getComputedStyle(find(desk, '.section'));
    expect(section.contentVisibility).to.equal('visible');
    expect(getComputedStyle(find(desk, '.criterion')).breakInside).to.equal('avoid');
    const shown = [...desk.shadowRoot!.querySelectorAll('button')].filter(
      (each) => each.getClientRects().length > 0,
    );
    expect(shown.map(({ textContent }) => textContent?.trim())).to.deep.equal([]);
    expect(find(desk, '[part=scores]').getClientRects().length).to.equal(1);
  });
});

describe('many criteria', () => {
  /** The set of the desk, 12 times over. */
  const long: CriteriaSet = {
    ...deskSet,
    scoring: { ...(deskSet.scoring as Extract<CriteriaSet['scoring'], { mode: 'points' }>), max: 480 },
    sections: Array.from({ length: 12 }, (_, index) => ({
      ...deskSet.sections[0]!,
      id: `phan-${index}`,
      criteria: deskSet.sections[0]!.criteria.map((one) => ({
        ...one,
        id: `${one.id}-${index}`,
        title: { vi: `${one.title.vi} ${index}` },
      })),
    })),
  };

  it('are drawn in two goes, and a keystroke draws its own section alone', async () => {
    world = new DeskWorld(long);
    const given = { points: { points: '9' }, options: { option: 'du' }, yesno: { yes: true } };
    const answers = Object.fromEntries(
      long.sections.flatMap(({ criteria }) =>
        criteria.map(({ id, input }) => [
          id,
          input === 'percent' ? { numerator: '3', denominator: '4' } : given[input],
        ]),
      ),
    );
    await world.submitted('dai', 'in-review', { answers });
    const desk = mountReview(world, { attributes: { assessment: 'a-dai' } });
    const drawn = new Set<number>();
    new MutationObserver(() => drawn.add(desk.shadowRoot!.querySelectorAll('.criterion').length)).observe(
      desk.shadowRoot!,
      { subtree: true, childList: true },
    );
    await phase(desk, 'open');
    expect(desk.shadowRoot!.querySelectorAll('.criterion')).to.have.length(48);
    expect([...drawn].filter((count) => count > 0)).to.deep.equal([8, 48]);

    // Whatever is drawn asks for the words of its title.
    const asked = new Set<string>();
    const { text } = desk.l;
    Object.assign(desk.l, {
      text: (one: Parameters<typeof text>[0]) => {
        asked.add(text(one));
        return text(one);
      },
    });
    type(field(desk, 'diem-7', 'points'), '5');
    await desk.updateComplete;
    const titles = [...asked].filter((one) => one.startsWith('Chấm điểm'));
    expect(titles).to.deep.equal(['Chấm điểm 7']);
    expect(find(desk, '#own-score').textContent).to.contain('464');
  });
});
