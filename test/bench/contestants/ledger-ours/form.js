/** The public view of a fund, exactly as on a portal, over a back end that has its pages in memory already. */
const provider = document.createElement('htsd-provider');
let content;

provider.backend = {
  name: 'bench',
  checked: true,
  capabilities: { files: false, push: false, publicRead: true, aggregate: false, durable: false },
  session: async () => ({ actor: null, tenant: 'bench' }),
  execute: async () => [],
  async query(name, { from = 1, limit = 8, cursor }) {
    if (name === 'public.fund.get') return { items: [content.fund] };
    if (name !== 'public.fund.ledger') return { items: [] };
    const start = cursor === undefined ? Math.floor((from - 1) / 512) : Number(cursor);
    const end = start + limit;
    const items = content.pages.slice(start, end);
    return end < content.pages.length ? { items, next: String(end) } : { items };
  },
  dispose: async () => undefined,
};
document.querySelector('#ledger').append(provider);

const root = () => provider.querySelector('htsd-fund-tracker')?.shadowRoot;
const scroller = () => root()?.querySelector('.scroller');

function choose(selector, value) {
  const field = root().querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
}

globalThis.ledgerDriver = {
  show(given) {
    content = given;
    const element = document.createElement('htsd-fund-tracker');
    element.setAttribute('fund', content.fund.id);
    provider.replaceChildren(element);
  },
  act({ kind, what, value }) {
    const place = { side: 1, category: 2, month: 3 }[what];
    if (kind === 'filter') choose(`.filters .field:nth-of-type(${place}) select`, value);
    else if (kind === 'search') choose('#search', value);
    else root().querySelector(`.head .${value} button`).click();
  },
  signature() {
    const first = scroller()?.querySelector('[aria-rowindex="2"] .no');
    const count = /\d[\d.]*/.exec(root()?.querySelector('.found [role=status]')?.textContent ?? '')?.[0];
    return first && count ? `${Number(count.replaceAll('.', ''))}|${first.textContent}` : undefined;
  },
  seen: () => [...scroller().querySelectorAll('.row .no')].map((element) => Number(element.textContent)),
  scroller,
  /** What is in memory of it is its own copy from now on. */
  release: () => (content = undefined),
};
