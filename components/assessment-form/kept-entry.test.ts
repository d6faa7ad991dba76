/** What is typed in the register step outlives the page, for whoever typed it and nobody else. */
import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { createMemoryStore, type MemoryStore } from '../../src/backend/memory/memory-adapter.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { tamper } from '../../src/client/test-helpers/stored.js';
import { mountForm, register, type, until, type Mounted } from '../../test/support/mount-form.js';

const lan: Actor = { id: 'lan', name: 'Nguyễn Thị Lan', roles: ['member'] };
const minh: Actor = { id: 'minh', name: 'Trần Văn Minh', roles: ['member'] };

let store: MemoryStore;
let device: string;
let sets: CriteriaSet[];
let mounted: Mounted | undefined;
const repair: (() => void)[] = [];
async function open(actor: Actor, attributes: Record<string, string> = {}): Promise<Mounted> {
  await mounted?.unmount();
  mounted = mountForm({ sets, store, device, actor, attributes });
  await mounted.phase('register');
  await until(() => mounted!.root.querySelector('#g-name'), 'the register step');
  return mounted;
}
const value = (name: string): string => mounted!.$<HTMLInputElement>(`#g-${name}`).value;
const fill = (name: string, text: string): void => type(mounted!.$<HTMLInputElement>(`#g-${name}`), text);

/** It lies on this device. */
async function kept(text: string): Promise<void> {
  for (const end = performance.now() + 20_000; performance.now() < end;) {
    const db = await openDB(`${device}-drafts`);
    const all = JSON.stringify(await db.getAll('drafts'));
    db.close();
    if (all.includes(text)) return;
  }
  throw new Error(`"${text}" was not kept`);
}

describe('htsd-assessment-form: what is typed before it is registered', () => {
  beforeEach(() => {
    store = createMemoryStore();
    sets = [tenItems()];
    device = `entry-${Date.now()}-${Math.round(performance.now() * 1000)}`;
  });
  afterEach(async () => {
    for (const mend of repair.splice(0)) mend();
    await mounted?.unmount();
    mounted = undefined;
  });

  it('is there again after the page was left, half typed as it was, and not for the next person', async () => {
    await open(lan, { 'parent-organisation': 'Uỷ ban nhân dân xã' });
    fill('name', 'Trường THCS Sen H');
    fill('headName', 'Trần Quốc');
    await kept('Trần Quốc');
    await open(minh);
    expect([value('name'), value('headName')]).to.deep.equal(['', '']);
    // What the page says of itself is taken from it anew.
    await open(lan, { 'parent-organisation': 'Uỷ ban nhân dân xã Sen Hồ' });
    await until(() => value('name') === 'Trường THCS Sen H', 'what was typed');
    expect([value('headName'), value('parent')]).to.deep.equal(['Trần Quốc', 'Uỷ ban nhân dân xã Sen Hồ']);
  });

  it('is gone once it was registered, and what another person typed there is not', async () => {
    await open(minh);
    fill('name', 'Trường Mầm non');
    await kept('Trường Mầm non');
    const first = await open(lan);
    fill('headName', 'Trần Quốc Việt');
    await register(first);
    await mounted?.unmount();
    store = createMemoryStore();
    mounted = undefined;
    await open(minh);
    await until(() => value('name') === 'Trường Mầm non', 'what the other one typed');
    await open(lan);
    fill('parent', 'xã');
    await kept('xã');
    await open(lan);
    await until(() => value('parent') === 'xã', 'what was typed since');
    expect([value('name'), value('headName')]).to.deep.equal(['', '']);
  });

  it("is his own name where a citizen assesses himself, and nobody's where an officer enters for others", async () => {
    sets = [{ ...tenItems(), model: 'citizen', facts: [] }];
    const officer: Actor = { id: 'hoa', name: 'Lê Thị Hoa', roles: ['member', 'officer'] };
    await open(officer, { model: 'citizen' });
    fill('place', 'Xã Sen Hồ');
    await kept('Xã Sen Hồ');
    expect(value('name')).to.equal('');
    await open(lan, { model: 'citizen' });
    await until(() => value('name') === 'Nguyễn Thị Lan', 'her name');
    fill('name', 'Nguyễn Thị Ngọc Lan');
    await kept('Nguyễn Thị Ngọc Lan');
    await open(lan, { model: 'citizen' });
    await until(() => value('name') === 'Nguyễn Thị Ngọc Lan', 'what she made of it');
    await open(lan, { model: 'citizen', 'subject-name': 'Trần Thị Mai' });
    await until(
      () => value('name') === 'Nguyễn Thị Ngọc Lan',
      'what she made of it, over what the page says',
    );
  });

  it('says so where the device has no room for it, until it has', async () => {
    await open(lan);
    const told = (): Element | null => mounted!.root.querySelector('form.register > .notice.bad');
    const free = tamper(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    repair.push(free);
    fill('name', 'Trường THCS');
    await until(() => told()?.textContent?.includes('hết chỗ lưu'), 'that the device is full');
    expect([told()!.getAttribute('role'), value('name')]).to.deep.equal(['alert', 'Trường THCS']);
    free();
    fill('name', 'Trường THCS Sen Hồ');
    await kept('Trường THCS Sen Hồ');
    await until(() => !told(), 'that nothing is wrong any more');
  });

  it('keeps no consent', async () => {
    sets = [{ ...tenItems(), model: 'family', facts: [] }];
    await open(lan, { model: 'family' });
    const box = (): HTMLInputElement => mounted!.$('input[type=checkbox][data-consent=assessment]');
    fill('name', 'Gia đình bà Sen');
    box().click();
    await mounted!.drawn();
    expect(box().checked).to.equal(true);
    await kept('Gia đình bà Sen');
    await open(lan, { model: 'family' });
    await until(() => value('name') === 'Gia đình bà Sen', 'what was typed');
    expect(box().checked).to.equal(false);
  });
});
