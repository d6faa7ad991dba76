/** Every state of the signer's desk, axe in light and dark and 320 px; its papers; and how it looks on paper itself. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import { author, deskSet, DeskWorld, signer } from '../../test/support/desk-world.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  mountRecognition,
  type RecognitionDeskElement as Desk,
  type RecognitionMount,
} from '../../test/support/mount-recognition.js';
import { paperOf, printBy } from '../../test/support/printed-paper.js';
import { readDrawnCode } from '../../test/support/read-drawn-code.js';
import { buttonIn as button, findIn as find, wordsOf as words } from '../../test/support/mount-review.js';

let world: DeskWorld;
beforeEach(() => {
  world = new DeskWorld();
});
afterEach(async () => {
  document.body.replaceChildren();
  await world.end();
  await restoreLooks();
});

const mount = (options?: RecognitionMount, wanted?: Desk['phase']): Promise<Desk> =>
  mountRecognition(world, options, wanted);
const failing = (code: 'server' | 'offline', wanted: Desk['phase']) => {
  const faults = createFaults();
  faults.next({ kind: 'fail', error: new HtsdError(code) });
  return mount({ faults }, wanted);
};
const number = (desk: Desk, value: string): void =>
  type(find<HTMLInputElement>(desk, '[data-d=number]'), value);
const dialog = (desk: Desk) => until(() => find<HTMLDialogElement>(desk, 'dialog').open, 'the dialog');
const nobody: Registry = { format: 1, status: 'sample', updated: '2026-11-01', bodies: [] };
/** Titles of the given assessments by one decision of a day. */
const granted = (ids: readonly string[], date: string, id = `qd-${date}`) =>
  world.send(signer, 'recognition.grant', id, 0, {
    decision: {
      number: '05/QĐ-UBND',
      date,
      signer: 'Phạm Minh Đức',
      issuer: { id: 'x', name: 'UBND xã Mẫu' },
    },
    grants: ids.map((assessment) => ({ assessment, expected: 5, outcome: 'tot' })),
  });
async function titles(): Promise<Desk> {
  for (const id of ['mot', 'hai']) await world.submitted(id, 'verified');
  await world.submitted('ba', 'verified', { cycle: '2020' });
  await granted(['a-mot', 'a-hai'], new Date().toISOString().slice(0, 10));
  await granted(['a-ba'], '2020-01-02');
  await world.send(signer, 'recognition.revoke', 'a-hai', 1, { reason: 'Khai sai' });
  const desk = await mount({ attributes: { view: 'titles' } });
  await until(() => words(desk).includes('Gia đình mot'), 'the titles');
  return desk;
}

/** Each ends with what is to be looked at. */
const states: Record<string, () => Promise<Desk>> = {
  loading: () => {
    const faults = createFaults();
    faults.next({ kind: 'silence' });
    return mount({ faults }, 'loading');
  },
  forbidden: () => mount({ actor: author }, 'forbidden'),
  error: () => failing('server', 'error'),
  offline: () => failing('offline', 'offline'),
  'nothing that waits': () => mount(),
  'no titles': async () => {
    const desk = await mount({ attributes: { view: 'titles' } });
    await until(() => words(desk).includes('Chưa có danh hiệu nào'), 'the empty list');
    return desk;
  },
  'those that wait, with every warning, and a decision that was tried': async () => {
    world = new DeskWorld({ ...deskSet, members: { atLeast: 100, blocking: true } });
    await world.submitted('mot', 'in-review', {
      name: 'Hộ gia đình có một cái tên dài đến mức phải xuống dòng',
      members: { total: 3, recognised: 1 },
    });
    const judge = { ...signer, id: 'td', roles: ['reviewer' as const] };
    await world.send(judge, 'assessment.mark', 'a-mot', 4, {
      marks: { diem: { answer: { points: '3' }, reason: 'Ít' } },
    });
    await world.send(judge, 'assessment.verify', 'a-mot', 5, {});
    const desk = await mount({ properties: { registry: nobody } });
    await until(() => words(desk).includes('1/3 thành viên'), 'the members');
    find<HTMLInputElement>(desk, '#all').click();
    await until(() => desk.shadowRoot!.querySelector('#incompetent'), 'the registry');
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#trouble'), 'what is missing');
    return desk;
  },
  'a decision that was made': async () => {
    await world.submitted('mot', 'verified');
    const desk = await mount();
    find<HTMLInputElement>(desk, '#all').click();
    number(desk, '05/QĐ');
    await desk.updateComplete;
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => desk.shadowRoot!.querySelector('#granted'), 'the decision');
    return desk;
  },
  'something that was changed elsewhere': async () => {
    await world.submitted('mot', 'verified');
    const desk = await mount();
    find<HTMLInputElement>(desk, '#all').click();
    number(desk, '06/QĐ');
    await desk.updateComplete;
    await world.send(signer, 'recognition.refuse', 'a-mot', 5, { reason: 'Khiếu nại' });
    button(desk, 'Công nhận 1 danh hiệu').click();
    await until(() => words(desk).includes('vừa được thay đổi ở nơi khác'), 'the conflict');
    return desk;
  },
  'the question before refusing, without a reason': async () => {
    await world.submitted('mot', 'verified');
    const desk = await mount();
    button(desk, 'Không công nhận Gia đình mot').click();
    await dialog(desk);
    find<HTMLButtonElement>(desk, 'dialog .primary').click();
    await until(() => desk.shadowRoot!.querySelector('#bare'), 'the reason to be asked for');
    return desk;
  },
  'titles: valid, expired, revoked': titles,
};

describe('every state', () => {
  for (const [name, make] of Object.entries(states))
    it(`${name}: satisfies axe in light and dark, and fits 320 px`, async () => {
      await expectLooks(await make());
    });
});

describe('papers', () => {
  const said = (paper: Document): string => paper.body.textContent?.replace(/\s+/g, ' ') ?? '';

  it('of a title: the certificate of its holder, and none of one that was revoked', async () => {
    const desk = await titles();
    const paper = said(await paperOf(() => button(desk, 'In giấy công nhận của Gia đình mot').click()));
    expect(paper).to.match(/giấy công nhận/i);
    expect(paper).to.contain('Gia đình mot').and.to.contain('Loại Tốt').and.to.contain('Phạm Minh Đức');
    expect(paper).not.to.contain('Gia đình ba');
    expect(() => button(desk, 'In giấy công nhận của Gia đình hai')).to.throw();
  });

  it('of a title: where it can be checked, as an address and as a code that is read, if a page is named', async () => {
    const desk = await titles();
    const printed = () => paperOf(() => button(desk, 'In giấy công nhận của Gia đình mot').click());
    const without = await printed();
    expect(said(without)).not.to.contain('Kiểm tra tại');
    expect(without.querySelector('.code')).to.equal(null);
    desk.closest('htsd-provider')!.setAttribute('verify-href', '/kiem-tra.html');
    const paper = await printed();
    const address = `${location.origin}/kiem-tra.html#a-mot`;
    expect(said(paper)).to.contain(`Kiểm tra tại: ${address}`);
    const code = paper.querySelector<SVGSVGElement>('svg.code')!;
    expect(code.getAttribute('aria-label')).to.equal('Mã QR dẫn tới trang kiểm tra danh hiệu này');
    const units = Number(code.getAttribute('viewBox')?.split(' ')[2]);
    expect(await readDrawnCode(code.querySelector('path')!.getAttribute('d')!, units)).to.deep.equal({
      text: address,
    });
  });

  it('of a decision: all its titles in the order of its list, revoked ones marked, no others', async () => {
    const desk = await titles();
    const paper = await paperOf(() => {
      const all = [...desk.shadowRoot!.querySelectorAll<HTMLButtonElement>('[data-title="a-mot"] button')];
      all.find(({ textContent }) => textContent?.trim() === 'In quyết định')?.click();
    });
    expect(said(paper)).to.contain('05/QĐ-UBND').and.not.to.contain('Gia đình ba');
    const rows = [...paper.querySelectorAll('tr')].map(({ textContent }) => textContent ?? '');
    const [one, two] = rows.filter((row) => row.includes('Gia đình'));
    expect(one).to.contain('Gia đình mot');
    expect(two)
      .to.contain('Gia đình hai')
      .and.to.match(/thu hồi/i);
  });

  it('that the browser does not print are told, with the way out', async () => {
    const desk = await titles();
    // As in a frame that may open no dialog.
    const end = printBy(() => undefined);
    button(desk, 'In giấy công nhận của Gia đình mot').click();
    await until(() => desk.shadowRoot!.querySelector('#problem'), 'the problem');
    end();
    expect(find(desk, '#problem').textContent).to.contain('không cho in. Có thể lưu DOCX');
    expect(desk.shadowRoot!.activeElement?.id).to.equal('problem');
    await expect(desk).to.be.accessible();
  });

  it('of the desk itself show the list without its buttons and filters, and leave nothing out', async () => {
    for (const id of ['mot']) await world.submitted(id, 'verified');
    await world.copies('mot', 30);
    const desk = await mount();
    find<HTMLInputElement>(desk, '#all').click();
    (await until(() => desk.shadowRoot!.querySelector<HTMLElement>('#take-all'), 'the rest')).click();
    await desk.updateComplete;
    await emulateMedia({ media: 'print' });
    const shown = (selector: string) =>
      [...desk.shadowRoot!.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0);
    expect(shown('button')).to.deep.equal([]);
    expect(shown('[part=filters], [part=decision]')).to.deep.equal([]);
    expect(shown('.row .name')).to.have.length(31);
    const skipped = new Set(shown('.row').map((row) => getComputedStyle(row).contentVisibility));
    expect([...skipped]).to.deep.equal(['visible']);
  });
});
