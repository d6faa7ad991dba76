/** The page's picker of places among the filters of the register. */
import { expect } from '@open-wc/testing';
import { author, DeskWorld } from '../../test/support/desk-world.js';
import { admin } from '../../src/backend/conformance/scene.js';
import { until } from '../../test/support/mount-form.js';
import { namesIn, openedRegister } from '../../test/support/mount-register.js';
import { pickerIn } from '../../test/support/picker-in.js';

const began = '2025-07-01';
const place = (code: string, level: 'province' | 'commune', name: string, parent?: string) => ({
  code,
  from: began,
  level,
  name: { vi: name },
  fullName: { vi: `${level === 'commune' ? 'Xã' : 'Tỉnh'} ${name}` },
  ...(parent && { parent }),
});

it('shows one commune of those that the back end knows, by keyboard, and all again', async () => {
  const world = new DeskWorld();
  try {
    await world.send(admin, 'locality.import', 'nation', 0, {
      localities: [place('24', 'province', 'Bắc Ninh')],
      events: [],
    });
    await world.send(admin, 'locality.import', '24', 0, {
      localities: [place('07210', 'commune', 'Sen Hồ', '24'), place('07228', 'commune', 'Việt Yên', '24')],
      events: [],
    });
    const family = (id: string, name: string, code: string) => ({
      ...{ id, name, model: 'family' as const, facts: {}, place: { name: code, code } },
    });
    await world.send(author, 'subject.import', 'lenh', 0, {
      subjects: [family('a', 'Nguyễn An', '07210'), family('b', 'Trần Bình', '07228')],
    });
    const register = await openedRegister(world, { attributes: { place: '07210' } });
    await until(() => pickerIn(register)?.ready, 'the places');
    const picker = pickerIn(register)!;
    await picker.updateComplete;
    const input = picker.shadowRoot!.querySelector('input')!;
    expect(input.value).to.equal('Xã Sen Hồ, tỉnh Bắc Ninh');
    expect(namesIn(register)).to.deep.equal(['Nguyễn An']);

    let heard = 0;
    register.addEventListener('htsd-choose', () => heard++);
    const type = (text: string): void => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    type('viet yen');
    await until(() => picker.options.length === 1, 'the commune');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await until(() => namesIn(register).join() === 'Trần Bình', 'the other commune');
    type('');
    await until(() => namesIn(register).length === 2, 'everybody');
    // It is a field of the register, not of the page.
    expect(heard).to.equal(0);
  } finally {
    document.body.replaceChildren();
    await world.end();
  }
});
