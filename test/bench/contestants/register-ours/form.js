/** The register exactly as on a portal, over a back end that has its rows in memory already and answers them in pages. */
const provider = document.createElement('htsd-provider');
let content = [];

provider.backend = {
  name: 'bench',
  checked: true,
  capabilities: { files: false, push: false, publicRead: true, aggregate: false, durable: false },
  session: async () => ({
    actor: { id: 'bench', name: 'Người dùng', roles: ['officer', 'reviewer'], scope: ['*'] },
    tenant: 'bench',
  }),
  execute: async () => [],
  async query(name, { limit = 100, cursor = '0' }) {
    if (name !== 'register.list') return { items: [] };
    const [start, end] = [Number(cursor), Number(cursor) + limit];
    return { items: content.slice(start, end), ...(end < content.length && { next: String(end) }) };
  },
  dispose: async () => undefined,
};
document.querySelector('#ledger').append(provider);

const root = () => provider.querySelector('htsd-register')?.shadowRoot;

globalThis.ledgerDriver = {
  show(given) {
    content = given;
    const element = document.createElement('htsd-register');
    element.setAttribute('cycle', '2026');
    provider.replaceChildren(element);
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
