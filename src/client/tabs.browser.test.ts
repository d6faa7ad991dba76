import { expect } from '@open-wc/testing';
import type { AssessmentSession } from './view.types.js';
import { openTab, type OtherTab } from './test-helpers/other-tab.js';
import { ready, scene, until, type Joined, type Scene } from './test-helpers/scene.js';
import { forbidden, stored, tamper } from './test-helpers/stored.js';

const isEditor = ({ role }: { role: string }): boolean => role === 'editor';
const isFollower = ({ role }: { role: string }): boolean => role === 'follower';

/** Where pages have no Web Locks, tabs agree by talking: the same must hold. */
for (const locks of [true, false]) {
  describe(`tabs ${locks ? 'with Web Locks' : 'without Web Locks'}`, () => {
    let room: Scene;
    let repair: (() => void)[] = [];
    let tabs: OtherTab[] = [];
    beforeEach(() => {
      room = scene();
      if (!locks) repair.push(tamper(Navigator.prototype, 'locks', undefined as never));
    });
    afterEach(async () => {
      await room.end();
      for (const tab of tabs) tab.close();
      for (const mend of repair) mend();
      repair = [];
      tabs = [];
    });

    async function another(): Promise<{ tab: OtherTab; session: AssessmentSession }> {
      const joined = room.join();
      const tab = await openTab(joined.adapter, room.storage);
      tabs.push(tab);
      if (!locks) tamper(tab.window.Navigator.prototype, 'locks', undefined as never);
      return { tab, session: await ready(inTab(joined, tab)) };
    }
    const inTab = (joined: Joined, { client, openAssessment }: OtherTab): Joined => ({
      ...joined,
      client,
      open: () => openAssessment(client, { model: 'unit' }),
    });

    it('edit where the browser lets none of them speak', async () => {
      repair.push(tamper(globalThis, 'BroadcastChannel', forbidden));
      const editor = await ready(room.join());
      editor.answer('c1', { points: '1' });
      await until(editor, ({ role, answers }) => role === 'editor' && answers['c1']?.points === '1');
    });

    it('let one edit; the other shows every keystroke and cannot type', async () => {
      const editor = await ready(room.join());
      editor.answer('c1', { points: '1' });
      const { session: follower } = await another();
      expect(follower.getState().role).to.equal('follower');
      await until(follower, ({ answers }) => answers['c1']?.points === '1');
      editor.answer('c1', { points: '12,' });
      const { result } = await until(follower, ({ answers }) => answers['c1']?.points === '12,');
      expect(result?.criteria['c1']?.status).to.equal('invalid');
      follower.answer('c1', { points: '9' });
      expect(follower.getState().answers['c1']).to.deep.equal({ points: '12,' });
      editor.setFact('truong-hoc', true);
      await until(follower, ({ facts }) => facts['truong-hoc'] === true);
    });

    it('hand over when asked to, with the word that was just typed', async () => {
      const first = await ready(room.join());
      const { session: second } = await another();
      first.answer('c1', { note: 'đang gõ' });
      await second.takeOver();
      expect(second.getState().role).to.equal('editor');
      expect(second.getState().answers['c1']).to.deep.equal({ note: 'đang gõ' });
      await until(first, isFollower);
      second.answer('c1', { note: 'đang gõ tiếp' });
      await until(first, ({ answers }) => answers['c1']?.note === 'đang gõ tiếp');
      await first.takeOver();
      await until(second, isFollower);
      expect(first.getState().answers['c1']).to.deep.equal({ note: 'đang gõ tiếp' });
      await first.flush();
      expect(await stored(room.storage)).to.have.length(1);
    });

    it('go on by themselves when the editor closes', async () => {
      const { tab, session: editor } = await another();
      expect(editor.getState().role).to.equal('editor');
      const follower = await ready(room.join());
      await until(follower, isFollower);
      editor.answer('c1', { note: 'chữ cuối' });
      tab.close();
      const { answers } = await until(follower, isEditor);
      expect(answers['c1']).to.deep.equal({ note: 'chữ cuối' });
      follower.answer('c2', { points: '2' });
      expect(follower.getState().answers['c2']).to.deep.equal({ points: '2' });
    });

    it('go on without an editor that was killed before it could save, as far as it was heard', async () => {
      const { tab, session: editor } = await another();
      const follower = await ready(room.join());
      await until(follower, isFollower);
      // Nothing reaches the disk any more, and nobody says goodbye.
      tamper(tab.window.IDBObjectStore.prototype, 'put', () => {
        throw new DOMException('killed', 'UnknownError');
      });
      editor.answer('c1', { note: 'chưa kịp lưu' });
      await until(follower, ({ answers }) => answers['c1']?.note === 'chưa kịp lưu');
      tamper(tab.window.BroadcastChannel.prototype, 'postMessage', () => undefined);
      tab.close();
      const { answers } = await until(follower, isEditor);
      expect(answers['c1']).to.deep.equal({ note: 'chưa kịp lưu' });
    });

    it('override an editor that does not answer, and take in what it still had', async () => {
      const { tab, session: frozen } = await another();
      const second = await ready(room.join());
      await until(second, isFollower);
      // Frozen: what it says comes late, and nothing reaches the disk.
      const channel = tab.window.BroadcastChannel.prototype;
      const said: (() => void)[] = [];
      const speak = tamper(channel, 'postMessage', function (this: BroadcastChannel, message: unknown) {
        said.push(() => this.postMessage(message));
      });
      const write = tamper(tab.window.IDBObjectStore.prototype, 'put', () => {
        throw new DOMException('frozen', 'UnknownError');
      });
      frozen.answer('c1', { note: 'chưa ai biết' });
      const start = performance.now();
      const taken = second.takeOver();
      // It wakes up when it has been overridden.
      const woken = until(second, isEditor).then(() => {
        speak();
        write();
        for (const say of said) say();
      });
      await Promise.all([taken, woken]);
      expect(performance.now() - start).to.be.greaterThan(1_900);
      second.answer('c2', { points: '2' });
      await until(frozen, isFollower);
      const { answers, conflicts } = await until(second, (view) => view.answers['c1']);
      expect(answers).to.deep.equal({ c1: { note: 'chưa ai biết' }, c2: { points: '2' } });
      expect(conflicts).to.deep.equal([]);
    });

    it('submit in one and show it in the other', async () => {
      const editor = await ready(room.join());
      const { session: follower } = await another();
      for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) editor.answer(id, { points: '5' });
      await editor.submit();
      const { assessment } = await until(follower, ({ phase }) => phase === 'readonly');
      expect(assessment?.submissions).to.have.length(1);
    });
  });
}
