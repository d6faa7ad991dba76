/** The element around the views: states, retry, languages. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import { until } from '../../test/support/mount-form.js';
import { failing, mount, phase, useCleanPage, words } from '../../test/support/mount-fund.js';

useCleanPage();

describe('htsd-fund-tracker', () => {
  it('says that it is loading', async () => {
    const tracker = mount({ session: () => new Promise(() => undefined) });
    await tracker.updateComplete;
    expect(words(tracker)).to.equal('Đang tải sổ quỹ…');
    expect(tracker.shadowRoot!.querySelector('[part=fund]')?.getAttribute('aria-busy')).to.equal('true');
    await expect(tracker).to.be.accessible();
  });

  for (const [code, wanted, says] of [
    ['server', 'error', 'Chưa tải được sổ quỹ'],
    ['timeout', 'error', 'Chưa tải được sổ quỹ'],
    ['offline', 'offline', 'Chưa có kết nối mạng'],
    ['forbidden', 'forbidden', 'Không có quyền xem phần này'],
    ['unauthenticated', 'forbidden', 'Không có quyền xem phần này'],
    ['not-found', 'not-found', 'Không tìm thấy quỹ này'],
    ['invalid', 'not-found', 'Không tìm thấy quỹ này'],
  ] as const) {
    it(`tells a failure of code ${code} as ${wanted}`, async () => {
      const tracker = mount(failing(code));
      await phase(tracker, wanted);
      await tracker.updateComplete;
      expect(words(tracker)).to.contain(says);
      expect(tracker.shadowRoot!.querySelector('[role=alert]')).not.to.equal(null);
      await expect(tracker).to.be.accessible();
    });
  }

  it('tells a damaged record as that, where the place is not known too', async () => {
    const params = { reason: 'damaged', type: 'fund', id: 'quy-1' };
    const tracker = mount({ session: () => Promise.reject(new HtsdError('invalid', { params })) });
    await phase(tracker, 'damaged');
    await tracker.updateComplete;
    expect(words(tracker)).to.contain('Dữ liệu của sổ không còn nguyên vẹn nên chưa hiện được.');
  });

  it('says that no fund was chosen', async () => {
    const tracker = mount({}, {});
    await phase(tracker, 'empty');
    await tracker.updateComplete;
    expect(words(tracker)).to.contain('Chưa có quỹ nào để hiển thị');
    await expect(tracker).to.be.accessible();
  });

  it('says where no funds are kept, without asking for one', async () => {
    const asked: string[] = [];
    const { capabilities } = createMemoryAdapter({ actor: null });
    const tracker = mount({
      capabilities: { ...capabilities, funds: false },
      query: (name) => {
        asked.push(name);
        return Promise.reject(new HtsdError('unsupported'));
      },
    });
    await phase(tracker, 'unsupported');
    expect(words(tracker)).to.contain('Ở đây không lưu sổ quỹ');
    expect(tracker.shadowRoot!.querySelector('button')).to.equal(null);
    expect(asked).to.deep.equal([]);
    await expect(tracker).to.be.accessible();
  });

  it('tries again at the press of a button, and by itself once the network is back', async () => {
    let asked = 0;
    const tracker = mount({
      session: () => {
        asked += 1;
        return Promise.reject(new HtsdError(asked === 1 ? 'server' : 'offline'));
      },
    });
    await phase(tracker, 'error');
    await tracker.updateComplete;
    tracker.shadowRoot!.querySelector('button')!.click();
    await phase(tracker, 'offline');
    dispatchEvent(new Event('online'));
    await until(() => asked === 3, 'third question');
  });

  it('does not open the desks to a visitor', async () => {
    for (const view of ['treasurer', 'inspection']) {
      const tracker = mount({}, { fund: 'quy-1', view });
      await phase(tracker, 'forbidden');
    }
  });
});
