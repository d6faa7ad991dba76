/** Evidence from what a learning platform records of the person: he chooses, nothing that he wrote is replaced. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults, createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { withOutbox } from '../../src/client/outbox/with-outbox.js';
import type { Achievement } from '../../src/domain/achievement.schema.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { catalogOf } from '../../test/support/catalog.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

const achieved = (kind: 'course' | 'badge', n: number, on: string, more = {}): Achievement => ({
  ...{ kind, on, name: `${kind === 'course' ? 'Khóa học' : 'Huy hiệu'} ${n}` },
  url: `https://moodle.example.vn/${kind}/${n}`,
  ...more,
});
const cycle = '2026';
const all = [
  achieved('course', 1, '2026-03-12', { issuer: 'Trung tâm học tập cộng đồng xã Sen Hồ' }),
  achieved('course', 2, '2026-05-02'),
  achieved('course', 3, '2025-05-02'),
  achieved('badge', 1, '2026-06-30', { expires: '2027-06-30' }),
];

describe('htsd-assessment-form: evidence from courses and badges', () => {
  let mounted: Mounted;
  const faults = createFaults();
  const set = tenItems();
  Object.assign(set.sections[0]!.criteria[0]!, { suggest: { count: 'course', points: 3.5 } });
  const platform = (): Backend =>
    createMemoryAdapter({ catalog: catalogOf(set), achievements: () => all, faults });

  async function open(backend: Backend): Promise<void> {
    mounted = mountForm({ backend, attributes: { cycle } });
    await register(mounted);
    mounted.$('#c-c1 .fold').click();
    await until(() => mounted.root.querySelector('#c-c1 [data-file]'), 'the fold');
  }
  async function ask(criterion = 'c1'): Promise<void> {
    mounted.$(`#a-${criterion}`).click();
    await until(() => mounted.root.querySelector('dialog[open] [data-achievement]'), 'the list');
  }
  afterEach(async () => {
    await restoreLooks();
    await mounted.unmount();
  });

  const box = (name: string): HTMLInputElement =>
    [...mounted.root.querySelectorAll<HTMLLabelElement>('dialog label')]
      .find(({ textContent }) => textContent.includes(name))!
      .querySelector('input')!;
  const evidence = () => mounted.state().answers['c1']?.evidence ?? [];
  const points = () => mounted.state().answers['c1']?.points;
  /** How many times points are offered. */
  const offered = (): number => mounted.root.querySelectorAll('dialog [data-achievement=points]').length;
  async function take(): Promise<void> {
    mounted.$('dialog button[value=ok]').click();
    await until(() => !mounted.root.querySelector('dialog[open]'), 'the end of the dialog');
    await mounted.drawn();
  }

  it('offers nothing where the back end knows nothing of that kind', async () => {
    await open(createMemoryAdapter({ catalog: catalogOf(set) }));
    expect(mounted.root.querySelectorAll('#a-c1').length).to.equal(0);
  });

  it('lists what was achieved, by year, and adds what is chosen with what is recorded of it', async () => {
    await open(platform());
    await ask();
    const groups = [...mounted.root.querySelectorAll('dialog fieldset')].map((group) => [
      group.querySelector('legend')!.textContent,
      group.querySelectorAll('input').length,
    ]);
    expect(groups).to.deep.equal([
      ['Trong năm 2026', 3],
      ['Năm khác', 1],
    ]);
    expect(mounted.$<HTMLButtonElement>('dialog button[value=ok]').disabled).to.equal(true);
    box('Khóa học 1').click();
    box('Huy hiệu 1').click();
    await mounted.drawn();
    await expectLooks(mounted.form);
    await take();
    expect(evidence().map(({ name }) => name)).to.deep.equal(['Huy hiệu 1', 'Khóa học 1']);
    const { url, ...said } = all[0]!;
    const { kind, on, issuer } = said;
    expect(evidence()[1]).to.deep.include({ kind: 'link', url, achievement: { kind, on, issuer } });
    const lines = [...mounted.root.querySelectorAll('#c-c1 .evidence')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' '),
    );
    expect(lines[0]).to.contain('huy hiệu, được cấp ngày 30/06/2026 · có giá trị đến ngày 30/06/2027');
    expect(lines[1]).to.contain('khóa học, hoàn thành ngày 12/03/2026 · Trung tâm học tập cộng đồng');
    await ask();
    expect([box('Khóa học 1').disabled, box('Khóa học 1').checked, box('Khóa học 2').checked]).to.deep.equal([
      ...[true, true, false],
    ]);
  });

  it('suggests points where the criterion says how to count, and enters them if the person leaves it so', async () => {
    await open(platform());
    await ask();
    box('Khóa học 3').click();
    await mounted.drawn();
    expect(offered(), 'for another year').to.equal(0);
    box('Khóa học 1').click();
    await mounted.drawn();
    expect(mounted.$('dialog [role=status]').textContent).to.contain(': 1.').and.to.contain('3,5');
    await take();
    expect(points()).to.equal('3,5');
    expect(evidence().length).to.equal(2);
  });

  it('enters no points that the person does not want', async () => {
    await open(platform());
    await ask();
    box('Khóa học 1').click();
    await mounted.drawn();
    mounted.$('dialog [data-achievement=points]').click();
    await mounted.drawn();
    await take();
    expect([points(), evidence().length]).to.deep.equal([undefined, 1]);
  });

  it('never replaces what he wrote', async () => {
    await open(platform());
    type(mounted.$<HTMLInputElement>('#c-c1 [data-f=points]'), '9');
    await ask();
    box('Khóa học 1').click();
    await mounted.drawn();
    expect(offered()).to.equal(0);
    expect(mounted.$('dialog [role=status]').textContent).to.contain('giữ nguyên');
    await take();
    expect([points(), evidence().length]).to.deep.equal(['9', 1]);
  });

  it('says what went wrong, and asks again', async () => {
    await open(platform());
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'query' });
    mounted.$('#a-c1').click();
    await until(() => mounted.root.querySelector('dialog[open] [role=alert]'), 'the sentence');
    expect(mounted.$('dialog [role=alert]').textContent).to.contain('Chưa có kết nối mạng');
    mounted.$('dialog [data-action=achievement-retry]').click();
    await until(() => mounted.root.querySelector('dialog [data-achievement]'), 'the list');
  });

  it('goes through the queue before a back end over a network', async () => {
    const queued = withOutbox(platform(), { storage: `queue-${Date.now()}` });
    await open(queued);
    await ask();
    box('Huy hiệu 1').click();
    await mounted.drawn();
    await take();
    expect(evidence().map(({ name }) => name)).to.deep.equal(['Huy hiệu 1']);
  });
});
