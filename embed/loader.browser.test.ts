import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Loader } from './loader.js';
import { doors, type Door } from './registry.js';

let count = 0;
let loader: Loader | undefined;
let warnings: unknown[][] = [];
const warn = console.warn;

/** A component of its own for each test: a tag can be registered only once in a page. */
function component(options: Partial<Door> = {}) {
  const tag = `htsd-trial-${++count}`;
  const state = { fetched: 0, born: 0, online: true };
  const load = async (): Promise<void> => {
    state.fetched++;
    await Promise.resolve();
    if (!state.online) throw new TypeError('Failed to fetch dynamically imported module');
    customElements.define(
      tag,
      class extends HTMLElement {
        constructor() {
          super();
          state.born++;
        }
      },
    );
  };
  return { tag, name: tag.slice('htsd-'.length), state, door: { load, attributes: [], ...options } };
}

function start(...components: ReturnType<typeof component>[]): Loader {
  loader = new Loader({ doors: new Map(components.map(({ tag, door }) => [tag, door])) });
  loader.discover(document);
  return loader;
}

const alive = (element: Element | null): boolean => element?.matches(':defined') ?? false;
/** Mutation observers and the fetches they start have had their turn. */
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

beforeEach(() => {
  warnings = [];
  console.warn = (...args: unknown[]) => warnings.push(args);
});

afterEach(() => {
  loader?.stop();
  console.warn = warn;
});

describe('Loader', () => {
  it('brings what is in the page already, and fetches nothing else', async () => {
    const used = component();
    const unused = component();
    const place = await fixture(html`<div></div>`);
    place.append(document.createElement(used.tag), document.createElement(used.tag));
    start(used, unused);
    await waitUntil(() => alive(place.firstElementChild));
    expect(used.state.fetched).to.equal(1);
    expect(unused.state.fetched).to.equal(0);
  });

  it('brings what is added later, deep inside what is added too', async () => {
    const late = component();
    start(late);
    const place = await fixture(html`<div></div>`);
    const card = document.createElement('section');
    card.append(document.createElement('div'));
    card.firstElementChild?.append(document.createElement(late.tag));
    place.append(card);
    await waitUntil(() => alive(place.querySelector(late.tag)));
  });

  it('looks into a shadow root only when it is given, and then at what is added there', async () => {
    const inner = component();
    const running = start(inner);
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement(inner.tag));
    await turn();
    expect(inner.state.fetched).to.equal(0);
    running.discover(root);
    await waitUntil(() => alive(root.firstElementChild));

    const place = document.createElement('div');
    place.dataset['htsd'] = inner.name;
    root.append(place);
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
  });

  it('fills a placeholder, with the attributes it may set and no others', async () => {
    const trial = component({ attributes: ['model', 'subject-name'] });
    const place = await fixture<HTMLElement>(
      html`<div
        data-model="unit"
        data-subject-name="Trường Sen Hồ"
        data-onclick="alert(1)"
        data-style="color:red"
        data-id="x"
      >
        Đang tải
      </div>`,
    );
    place.dataset['htsd'] = trial.name;
    start(trial);
    expect(place.textContent).to.contain('Đang tải', 'stays readable until the component is there');
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
    const element = place.firstElementChild;
    expect(place.childNodes.length).to.equal(1);
    expect(element?.localName).to.equal(trial.tag);
    expect(element?.getAttributeNames().sort()).to.deep.equal(['model', 'subject-name']);
    expect(element?.getAttribute('subject-name')).to.equal('Trường Sen Hồ');
  });

  it('fills a placeholder once, also when it is found twice', async () => {
    const trial = component();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.dataset['htsd'] = trial.name;
    const running = start(trial);
    running.discover(document);
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
    const element = place.firstElementChild;
    running.discover(document);
    place.dataset['htsd'] = trial.name;
    await turn();
    expect(place.firstElementChild).to.equal(element);
    expect(trial.state.born).to.equal(1);
  });

  it('fills a placeholder again that the host has drawn anew, and not one that it has emptied', async () => {
    const trial = component();
    const place = await fixture<HTMLElement>(html`<div>Đang tải</div>`);
    place.dataset['htsd'] = trial.name;
    start(trial);
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
    // As Turbo and other libraries do that change a page into the one that the server sends.
    delete place.dataset['htsdLoaded'];
    place.replaceChildren('Đang tải');
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
    expect(place.firstElementChild?.localName).to.equal(trial.tag);
    expect(trial.state.born).to.equal(2);
    place.replaceChildren('Đã nộp');
    await turn();
    expect(place.textContent).to.equal('Đã nộp');
  });

  it('leaves a copy of a filled placeholder as it is, and fills what comes out of a template', async () => {
    const trial = component();
    const template = document.createElement('template');
    const inside = document.createElement('div');
    inside.dataset['htsd'] = trial.name;
    template.content.append(inside);
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.append(template);
    start(trial);
    await turn();
    expect(trial.state.fetched).to.equal(0);
    host.append(template.content.cloneNode(true));
    const place = host.lastElementChild as HTMLElement;
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
    // A page that is kept for going back is a copy.
    const copy = place.cloneNode(true) as HTMLElement;
    host.replaceChildren(copy);
    await turn();
    expect(copy.children.length).to.equal(1);
    expect(alive(copy.firstElementChild)).to.equal(true);
  });

  it('lets a host move a filled placeholder: the same component goes on in it', async () => {
    const trial = component();
    const [from, to] = [await fixture<HTMLElement>(html`<div></div>`), await fixture(html`<div></div>`)];
    const place = document.createElement('div');
    place.dataset['htsd'] = trial.name;
    from.append(place);
    start(trial);
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
    const element = place.firstElementChild;
    to.append(place);
    await turn();
    expect(place.firstElementChild).to.equal(element);
    expect(trial.state.born).to.equal(1);
  });

  it('fills a placeholder that a script of the page marks later', async () => {
    const trial = component();
    start(trial);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.dataset['htsd'] = trial.name;
    await waitUntil(() => alive(place.firstElementChild));
  });

  it('moves the content of a placeholder into a component that stands around it', async () => {
    const trial = component({ wraps: true });
    const place = await fixture<HTMLElement>(html`<div><p>Nội dung</p></div>`);
    const content = place.firstElementChild;
    place.dataset['htsd'] = trial.name;
    start(trial);
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
    expect(place.firstElementChild?.localName).to.equal(trial.tag);
    expect(content?.parentElement).to.equal(place.firstElementChild);
  });

  it('says once that a component is unknown, whatever its name', async () => {
    const place = await fixture(html`<div></div>`);
    for (const name of ['no-such-thing', 'no-such-thing', 'constructor']) {
      const each = document.createElement('div');
      each.dataset['htsd'] = name;
      place.append(each);
    }
    start();
    await turn();
    expect(warnings.length).to.equal(2);
    expect(String(warnings[0]?.[0])).to.contain('<htsd-no-such-thing>');
  });

  it('tells the person when a component cannot be fetched, and tries again with the network', async () => {
    const trial = component();
    trial.state.online = false;
    const place = await fixture<HTMLElement>(html`<div lang="vi"></div>`);
    const element = document.createElement(trial.tag);
    place.append(element);
    start(trial);
    await waitUntil(() => element.textContent !== '');
    expect(element.querySelector('[role=status]')?.textContent).to.contain('Chưa tải được');
    expect(warnings.length).to.equal(1);

    dispatchEvent(new Event('online'));
    await waitUntil(() => trial.state.fetched === 2);
    await turn();
    expect(element.querySelectorAll('[role=status]').length).to.equal(1, 'says it once');

    trial.state.online = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => alive(element));
    await turn();
    expect(element.textContent).to.equal('');
  });

  it('tries again by itself where the network is said to be back and is not yet', async () => {
    const trial = component();
    trial.state.online = false;
    const place = await fixture<HTMLElement>(html`<div lang="vi"></div>`);
    const element = document.createElement(trial.tag);
    place.append(element);
    start(trial);
    await waitUntil(() => element.textContent !== '');
    dispatchEvent(new Event('online'));
    await waitUntil(() => trial.state.fetched === 2);
    trial.state.online = true;
    await waitUntil(() => alive(element), 'alive without another event', { timeout: 8_000 });
  });

  it('leaves the words of the author where a component cannot be fetched', async () => {
    const trial = component();
    trial.state.online = false;
    const place = await fixture<HTMLElement>(html`<div>Xin liên hệ văn phòng.</div>`);
    place.dataset['htsd'] = trial.name;
    start(trial);
    await waitUntil(() => warnings.length === 1);
    expect(place.textContent).to.equal('Xin liên hệ văn phòng.');
    trial.state.online = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => place.dataset['htsdLoaded'] === '');
  });

  it('ends its watch when told', async () => {
    const trial = component();
    start(trial).stop();
    const place = await fixture(html`<div></div>`);
    place.append(document.createElement(trial.tag));
    await turn();
    expect(trial.state.fetched).to.equal(0);
  });
});

describe('doors', () => {
  it('let no attribute through that runs code, styles or names an element', () => {
    for (const [tag, { attributes }] of doors) {
      expect(tag).to.match(/^htsd-[a-z]+(-[a-z]+)*$/);
      for (const name of attributes) expect(name).to.not.match(/^(on.*|style|class|id|slot|src|href|is)$/);
    }
  });

  it('let no author of a text choose whom the page trusts', () => {
    const { attributes = [] } = doors.get('htsd-badge-check') ?? {};
    expect(attributes).to.include('from-address');
    expect(attributes.filter((name) => /registry|age/.test(name))).to.deep.equal([]);
    expect(doors.get('htsd-recognition')?.attributes).not.to.include('registry-src');
  });
});
