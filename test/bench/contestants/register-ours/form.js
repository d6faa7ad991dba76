import { subjectsOf } from '../register-rows.js';

/** The register exactly as on a portal, over the back end on this device. */
const lib = '/dist/lib/';
const [{ createLocalAdapter }, { presets }] = await Promise.all([
  import(`${lib}adapters/local.js`),
  import(`${lib}presets.js`),
]);
const actor = { id: 'bench', name: 'Người dùng', roles: ['officer', 'reviewer'], scope: ['*'] };
const open = () => createLocalAdapter({ actor, catalog: presets });
const place = document.querySelector('#ledger');

const root = () => place.querySelector('htsd-register')?.shadowRoot;
const command = (id, subjects) => ({
  ...{ id, kind: 'subject.import', record: id, expected: 0, payload: { subjects } },
});

globalThis.ledgerDriver = {
  /** 10,000 rows in one act, once given up and once done: how often progress is told, and the longest frame meanwhile. */
  async fill(content) {
    const subjects = subjectsOf(content);
    const backend = open();
    const count = async () =>
      (await backend.query('register.list', { cycle: '2026', limit: 1 })).items.length;
    await count();
    const giving = new AbortController();
    let asked;
    const halfway = (share) => {
      if (asked !== undefined || share < 0.3) return;
      asked = performance.now();
      giving.abort();
    };
    const halfDone = { signal: giving.signal, progress: halfway };
    await backend.execute([command('bo', subjects)], halfDone).catch(() => undefined);
    const givenUp = performance.now() - asked;
    const left = await count();
    let told = 0;
    ledgerBench.watch();
    const start = performance.now();
    const [receipt] = await backend.execute([command('nhap', subjects)], { progress: () => told++ });
    const took = performance.now() - start;
    const { frames } = ledgerBench.frames();
    if (receipt.status !== 'applied') throw new Error(`The import was refused: ${JSON.stringify(receipt)}`);
    await backend.dispose();
    return { took, told, givenUp, left, longest: Math.max(...frames) };
  },
  show() {
    const provider = document.createElement('htsd-provider');
    provider.backend = open();
    const element = document.createElement('htsd-register');
    element.setAttribute('cycle', '2026');
    provider.append(element);
    place.replaceChildren(provider);
  },
  act({ text, sort }) {
    if (sort) return root().querySelector(`.head .${sort} button`).click();
    const field = root().querySelector('[data-d=search]');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
  signature() {
    const first = root()?.querySelector('[aria-rowindex="2"] .name .first-line');
    const count = /\d[\d.]*/.exec(root()?.querySelector('#count')?.textContent ?? '')?.[0];
    return first && count ? `${Number(count.replaceAll('.', ''))}|${first.textContent}` : undefined;
  },
};
