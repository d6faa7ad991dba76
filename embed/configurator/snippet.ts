import { mayBeAsked } from '../frame/request.js';
import type { Choice, Hashes, HostKind } from './choice.types.js';
import { escape } from './tags.js';

/** What is to be pasted where: `key` names the place in the dictionary. */
export interface Part {
  key: 'code' | 'once' | 'text';
  code: string;
}

export interface Snippet {
  parts: Part[];
  /** Lines of a Content-Security-Policy that the portal needs where it has one. */
  policy: string[];
  /** What the operator of our server has to allow, as a setting of his; '' where nothing. */
  setting: string;
}

/** Words that stand in a snippet. */
export interface SnippetWords {
  /** Name of what is shown, for people who see or hear only its frame. */
  title: string;
  /** Read while the component is on its way, or where it does not come. */
  fallback: string;
  /** Of a link to a page of its own. */
  open: string;
}

type Pairs = readonly (readonly [string, string])[];

const write = (pairs: Pairs): string =>
  pairs.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`)).join('');

/** Scheme, host and port of an address; '' where it is none. */
export function originOf(address: string): string {
  try {
    const { origin, protocol } = new URL(address);
    return /^https?:$/.test(protocol) ? origin : '';
  } catch {
    return '';
  }
}

/**
 * Attributes for the filter of the Moodle plugin, which reads quotes of every shape as the one that ends a value: a value with
 * any of them stands between single ones.
 */
const writePlain = (pairs: Pairs): string =>
  pairs
    .map(([name, value]) =>
      /["«»\u201c-\u201f\u2033\uff02]/.test(value)
        ? ` ${name}='${escape(value.replaceAll("'", '’'))}'`
        : write([[name, value]]),
    )
    .join('')
    .replace(/[{}]/g, '');

/** The tag of one of our scripts; by its hash, it is taken from the folder of its version where there is one. */
function scriptTag(choice: Choice, file: string, more: Pairs, hashes: Hashes): string {
  const hash = choice.pinned ? hashes[file] : undefined;
  const integrity: Pairs = hash
    ? [
        ['integrity', hash],
        ['crossorigin', 'anonymous'],
      ]
    : [];
  return `<script${write([['type', 'module'], ['src', choice.library + file], ...more, ...integrity])}></script>`;
}

const isFrame = (host: HostKind): boolean => host === 'office' || host === 'portal';

/** Whether an attribute gets through where a snippet is pasted: an address may not say all, and the filter for Moodle names no addresses. */
export const mayStand = (host: HostKind, name: string): boolean =>
  host === 'moodle-plugin' ? !name.endsWith('-href') : !isFrame(host) || mayBeAsked(name);

/** Attributes that say what is shown, as far as they get through. */
export const attributesOf = ({ host, attributes }: Choice): Pairs =>
  Object.entries(attributes).filter(([name]) => mayStand(host, name));

/** The address of the frame's page for a choice. */
export function frameAddress(choice: Choice): string {
  const params = new URLSearchParams({ component: choice.component });
  for (const [name, value] of Object.entries(choice.attributes))
    if (mayBeAsked(name)) params.set(name, value);
  if (choice.lang === 'en') params.set('lang', 'en');
  if (choice.tokenSrc && choice.host === 'office') params.set('sign-in', 'portal');
  return `${choice.library}frame.html?${params.toString().replace(/=(?=&|$)/g, '')}`;
}

/** Address of what our server draws for portals without scripts; undefined for a component that it draws nothing of. */
export function snapshotAddress({
  component,
  attributes,
  server,
  province,
  lang,
}: Choice): { href: string; image: boolean } | undefined {
  const part = (name: string): string => encodeURIComponent(attributes[name] ?? '');
  const paths: Readonly<Record<string, string | undefined>> = {
    'target-gauge':
      attributes['indicator'] &&
      attributes['locality'] &&
      `gauges/${part('locality')}/${part('indicator')}/gauge.svg`,
    'model-badge': attributes['recognition'] && `recognitions/${part('recognition')}/badge.svg`,
    'fund-tracker': attributes['fund'] && `funds/${part('fund')}/fund.html`,
  };
  const path = paths[component];
  if (!path || !server || !province) return undefined;
  const params = new URLSearchParams();
  if (component === 'target-gauge' && attributes['year']) params.set('year', attributes['year']);
  if (lang === 'en') params.set('lang', 'en');
  const query = params.size > 0 ? `?${params}` : '';
  const base = server.replace(/\/*$/, '');
  return {
    href: `${base}/public/${encodeURIComponent(province)}/${path}${query}`,
    image: path.endsWith('.svg'),
  };
}

const langPair = ({ lang }: Choice): Pairs => (lang === 'en' ? [['lang', 'en']] : []);

function loaderTag(choice: Choice, hashes: Hashes): string {
  const { server, tokenSrc } = choice;
  const more: Pairs = server
    ? [['data-base-url', server], ...(tokenSrc ? [['data-token-src', tokenSrc] as const] : [])]
    : [];
  return scriptTag(choice, 'htsd.js', more, hashes);
}

/** Height that a frame has before, or without, our script: most of what it shows fits. */
const heights: Readonly<Record<string, number>> = {
  'target-gauge': 260,
  'model-badge': 320,
  'sync-status': 80,
  'badge-check': 420,
};

/** The height that a snippet gives the frame of a component. */
export const heightOf = (component: string): string => String(heights[component] ?? 700);

function frameTag(choice: Choice, words: SnippetWords): string {
  const talks: Pairs =
    choice.host === 'office'
      ? [['data-htsd-frame', ''], ...(choice.tokenSrc ? [['data-token-src', choice.tokenSrc] as const] : [])]
      : [];
  const pairs: Pairs = [
    ...talks,
    ['src', frameAddress(choice)],
    ['title', words.title],
    ['width', '100%'],
    ['height', heightOf(choice.component)],
    // Browsers draw a sunken border; a style would be stripped by many editors and forbidden by many policies.
    ['frameborder', '0'],
    ['loading', 'lazy'],
  ];
  return `<iframe${write(pairs)}></iframe>`;
}

const makers: Readonly<
  Record<Choice['host'], (choice: Choice, words: SnippetWords, hashes: Hashes) => Part[]>
> = {
  page: (choice, { fallback }, hashes) => {
    const tag = `htsd-${choice.component}`;
    const element = `<${tag}${write([...langPair(choice), ...attributesOf(choice)])}>${escape(fallback)}</${tag}>`;
    return [{ key: 'code', code: `${loaderTag(choice, hashes)}\n${element}` }];
  },
  moodle: (choice, { fallback }, hashes) => {
    const pairs = attributesOf(choice).map(([name, value]) => [`data-${name}`, value] as const);
    const place = write([...langPair(choice), ['data-htsd', choice.component], ...pairs]);
    return [
      { key: 'once', code: loaderTag(choice, hashes) },
      { key: 'text', code: `<div${place}>${escape(fallback)}</div>` },
    ];
  },
  'moodle-plugin': (choice) => [
    { key: 'text', code: `{htsd ${choice.component}${writePlain(attributesOf(choice))}}` },
  ],
  office: (choice, words, hashes) => [
    { key: 'code', code: `${frameTag(choice, words)}\n${scriptTag(choice, 'htsd-frame.js', [], hashes)}` },
  ],
  portal: (choice, words) => [
    {
      key: 'code',
      code: `${frameTag(choice, words)}\n<p><a${write([['href', frameAddress(choice)]])}>${escape(words.open)}</a></p>`,
    },
  ],
  image: (choice, { title, open }) => {
    const found = snapshotAddress(choice);
    if (!found) return [];
    if (!found.image)
      return [{ key: 'code', code: `<p><a${write([['href', found.href]])}>${escape(title)}</a></p>` }];
    const image = `<img${write([
      ['src', found.href],
      ['alt', title],
      ['width', '480'],
    ])}>`;
    const link = choice.component === 'target-gauge' ? frameAddress(choice) : undefined;
    return [
      {
        key: 'code',
        code: link
          ? `<a${write([
              ['href', link],
              ['title', open],
            ])}>${image}</a>`
          : image,
      },
    ];
  },
};

/**
 * What is to be pasted for a choice, and what the portal and the server have to allow for it.
 * @param portal address of the portal; '' where it is not known
 */
export function makeSnippet(choice: Choice, words: SnippetWords, hashes: Hashes, portal = ''): Snippet {
  const { host, library, server } = choice;
  const [from, back, own] = [originOf(library), originOf(server), originOf(portal)];
  const line = (directive: string, ...origins: string[]): string[] => {
    const foreign = [...new Set(origins)].filter((origin) => origin && origin !== own);
    return foreign.length > 0 ? [`${directive} 'self' ${foreign.join(' ')};`] : [];
  };
  const whose = own || 'https://portal.example.vn';
  const frames = {
    policy: line('frame-src', from),
    setting: back === own ? '' : `HTSD_FRAME_ORIGINS=${whose}`,
  };
  const tags = {
    policy: [...line('script-src', from), ...line('connect-src', back)],
    setting: server && back !== own ? `HTSD_ORIGINS=${whose}` : '',
  };
  const needs: Readonly<Record<Choice['host'], Omit<Snippet, 'parts'>>> = {
    page: tags,
    moodle: tags,
    'moodle-plugin': { policy: [], setting: '' },
    office: { ...frames, policy: [...frames.policy, ...line('script-src', from)] },
    portal: frames,
    image: { policy: snapshotAddress(choice)?.image ? line('img-src', back) : [], setting: '' },
  };
  return { parts: makers[host](choice, words, hashes), ...needs[host] };
}
