/**
 * The page inside an iframe: shows the component that its address asks for, talks to the portal around it where the operator
 * allows that, and is a plain page where it is not framed, or nobody talks to it.
 */
import { createHttpAdapter } from '../../src/backend/http/server-adapter.js';
import { tokenSource } from '../../src/backend/http/token-source.js';
import type { Backend } from '../../src/backend/port.js';
import { frameEn } from '../../src/i18n/en/frame.js';
import { fill, type Params } from '../../src/i18n/translate.js';
import { frameVi } from '../../src/i18n/vi/frame.js';
import { showNotice } from '../notice.js';
import { bringElement } from './bring-element.js';
import { listen, type HostLine } from './host-line.js';
import { readOrigin } from './read-origin.js';
import { reportHeight } from './report-height.js';
import { knownAttributes, readRequest, type FrameRequest } from './request.js';
import { metaName, readSettings } from './settings.js';

/** Milliseconds that the portal has to say hello, where it is to say who is signed in. */
const helloPatience = 10_000;
/** Milliseconds between tries once the network is said to be back: three times as long each time. */
const firstPause = 1_000;
const lastPause = 30_000;

const meta = document.querySelector(`meta[name="${metaName}"]`);
const settings = readSettings(meta?.getAttribute('content') ?? null);
const request = readRequest(location.search);
const lang = 'fault' in request ? 'vi' : request.lang;
const root = document.documentElement;
const main = document.querySelector('main') ?? document.body;

const say = (key: keyof typeof frameVi, params: Params = {}): string =>
  fill((lang === 'en' ? frameEn : frameVi)[key], params, lang);

function paragraph(text: string): HTMLParagraphElement {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

function ownPageLink(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = say('frame.open');
  return link;
}

/** The origin of the page around this one; '' where it is our own, null where the browser does not say. */
function around(): string | null {
  try {
    if (parent.location.origin === location.origin) return '';
  } catch {
    // Another site's page, which is what is asked here.
  }
  // Not in every browser.
  const nearest = (location.ancestorOrigins as DOMStringList | undefined)?.[0];
  if (nearest) return nearest;
  return readOrigin(document.referrer) ?? null;
}

let opened: (line: HostLine) => void = () => undefined;
const line = new Promise<HostLine>((done) => (opened = done));

/** Tokens come over the channel, as they would from an address of the portal. */
const tokenAddress = 'portal:token';
function backendOf(baseUrl: string, { signIn }: FrameRequest): Backend {
  const late = new Promise<never>((_, fail) => {
    if (signIn)
      setTimeout(() => fail(new TypeError('The portal does not say who is signed in.')), helloPatience);
  });
  late.catch(() => undefined);
  const source = tokenSource(tokenAddress, {
    fetch: async (input, init) =>
      input === tokenAddress ? (await Promise.race([line, late])).token() : fetch(input, init),
  });
  const { province } = settings;
  return createHttpAdapter({
    baseUrl: new URL(baseUrl, document.baseURI).href,
    ...(signIn && { token: source.token, fetch: source.fetch }),
    ...(province && { province }),
  });
}

async function show(asked: FrameRequest): Promise<void> {
  const waiting = paragraph(say('frame.waiting'));
  main.replaceChildren(waiting);
  const { baseUrl, verifyHref } = settings;
  const works = [bringElement(asked.component, import.meta.url)];
  if (baseUrl !== undefined)
    works.push(
      bringElement('provider', import.meta.url).then(() => {
        const provider = document.createElement('htsd-provider');
        Object.assign(provider, { backend: backendOf(baseUrl, asked) });
        if (verifyHref) provider.setAttribute('verify-href', verifyHref);
        waiting.replaceWith(provider);
        provider.append(waiting);
      }),
    );
  try {
    await Promise.all(works);
  } catch (error) {
    return fail(error);
  }
  const tag = `htsd-${asked.component}`;
  const element = document.createElement(tag);
  const known = knownAttributes(customElements.get(tag)!);
  for (const [name, value] of asked.attributes) if (known.has(name)) element.setAttribute(name, value);
  waiting.replaceWith(element);
}

/**
 * Nothing was typed yet, so the page is simply opened anew: a browser of before autumn 2026 refuses for good a file that it
 * could not fetch once. By itself once the network carries something again, else by a button.
 */
function fail(error: unknown): void {
  console.warn('[htsd] The component could not be loaded yet.', error);
  main.replaceChildren();
  showNotice(main);
  const openAnew = (pause: number): void =>
    void fetch(location.href, { cache: 'no-store' }).then(
      () => location.reload(),
      () => pause <= lastPause && setTimeout(openAnew, pause, pause * 3),
    );
  addEventListener('online', () => openAnew(firstPause));
}

/** Browsers keep what a framed page stores apart, by the site around it. */
function sayApart(): void {
  const note = document.createElement('aside');
  note.className = 'apart';
  const server = settings.baseUrl === undefined ? '' : ` ${say('frame.apart.server')}`;
  const text = paragraph(`${say('frame.apart')}${server} `);
  text.append(ownPageLink());
  note.append(text);
  main.append(note);
}

root.lang = lang;
if (!('fault' in request)) root.dataset['theme'] = request.theme;

const framed = parent !== self;
const outside = framed ? around() : '';
const { origins } = settings;
const isBarred = outside !== '' && outside !== null && origins !== undefined && !origins.includes(outside);
if (isBarred) {
  main.replaceChildren(paragraph(say('frame.barred', { origin: outside })), ownPageLink());
} else if ('fault' in request) {
  main.replaceChildren(paragraph(say(`frame.${request.fault}`, { name: request.name })));
} else {
  void show(request);
  if (framed && outside !== '' && request.writes) sayApart();
}

if (framed) {
  listen({
    target: window,
    host: parent,
    origins: [location.origin, ...(origins ?? [])],
    opened(host) {
      opened(host);
      root.dataset['talks'] = '';
      reportHeight(main, (height) => host.tell({ type: 'height', height }));
      // Kept with the page around it, it is there again when somebody comes back, and nobody says hello anew.
      addEventListener('pagehide', ({ persisted }) => persisted || host.tell({ type: 'bye' }));
    },
  });
}
