import type { Choice, ComponentOptions } from './choice.types.js';
import { heightOf, originOf } from './snippet.js';
import { readShortcode } from './shortcode.js';
import { readTags, unescape, type Tag } from './tags.js';

/** What a snippet can leave to the page around it, or to a part of it that was not pasted. */
type Around = 'library' | 'server' | 'tokenSrc' | 'pinned';

export interface Parsed {
  /** What the text does not say is undefined, not empty: nobody means to take his server away. */
  choice: Omit<Choice, Around> & { [Name in Around]: Choice[Name] | undefined };
  /** Names of attributes that the component does not know, or that no new snippet will bear. */
  dropped: string[];
  /** How many components the text holds; the first one is opened. */
  count: number;
}

const scripts = /^(.*\/)?(htsd|htsd-frame)\.js([?#].*)?$/;
const framePage = /^(.*\/)frame\.html\?(.*)$/;
const picture =
  /^(.*)\/public\/([^/]+)\/(?:gauges\/([^/]+)\/([^/]+)\/gauge\.svg|recognitions\/([^/]+)\/badge\.svg|funds\/([^/]+)\/fund\.html)(\?.*)?$/;

type Found = Pick<Parsed['choice'], 'host' | 'component' | 'lang'> & {
  attributes: Iterable<readonly [string, string]>;
  dropped?: string[];
} & Partial<Pick<Parsed['choice'], 'library' | 'server' | 'province' | 'tokenSrc'>>;

const english = (lang: string | null | undefined): 'vi' | 'en' => (lang?.startsWith('en') ? 'en' : 'vi');
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

function fromFrame({ attributes }: Tag): Found | undefined {
  const [, library, query] = framePage.exec(attributes.get('src') ?? '') ?? [];
  if (!library || query === undefined) return undefined;
  const params = new URLSearchParams(query);
  const component = params.get('component') ?? '';
  const lang = english(params.get('lang'));
  const tokenSrc = attributes.get('data-token-src') ?? '';
  for (const name of ['component', 'lang', 'sign-in']) params.delete(name);
  const host = attributes.has('data-htsd-frame') ? 'office' : 'portal';
  const height = attributes.get('height') ?? heightOf(component);
  const dropped = ['data-max-height', 'height'].filter((name) =>
    name === 'height' ? height !== heightOf(component) : attributes.has(name),
  );
  return { host, component, lang, attributes: params, library, tokenSrc, dropped };
}

function fromPicture(address: string): Found | undefined {
  const [, server, province = '', locality, indicator, recognition, fund, query] =
    picture.exec(address) ?? [];
  if (!server) return undefined;
  const params = new URLSearchParams(query);
  const pairs: [string, string | undefined][] = [
    ['indicator', indicator],
    ['locality', locality],
    ['year', params.get('year') ?? undefined],
    ['recognition', recognition],
    ['fund', fund],
  ];
  return {
    ...{ host: 'image' as const, server, province: decode(province), lang: english(params.get('lang')) },
    component: indicator ? 'target-gauge' : recognition ? 'model-badge' : 'fund-tracker',
    attributes: pairs.flatMap(([name, value]) => (value ? [[name, decode(value)] as const] : [])),
  };
}

function fromElement({ name, attributes }: Tag): Found | undefined {
  const lang = english(attributes.get('lang'));
  const place = attributes.get('data-htsd');
  if (place !== undefined && place !== 'provider') {
    const pairs = [...attributes].filter(([key]) => key.startsWith('data-') && key !== 'data-htsd');
    return {
      ...{ host: 'moodle' as const, component: place.trim().replace(/^htsd-/, ''), lang },
      attributes: pairs.map(([key, value]) => [key.slice('data-'.length), value] as const),
    };
  }
  if (!name.startsWith('htsd-') || name === 'htsd-provider') return undefined;
  const pairs = [...attributes].filter(([key]) => key !== 'lang');
  return { host: 'page', component: name.slice('htsd-'.length), lang, attributes: pairs };
}

const webAddress = (address = ''): string | undefined => (originOf(address) ? address : undefined);

const fromAddress = (src: string): Found | undefined =>
  fromFrame({ name: 'iframe', attributes: new Map([['src', src]]) }) ?? fromPicture(src);

/** What a text holds, in the order of what says most. */
function find(text: string, tags: readonly Tag[]): Found[] {
  const all = (read: (tag: Tag) => Found | undefined): Found[] => tags.flatMap((tag) => read(tag) ?? []);
  const ways = [
    () => all((tag) => (tag.name === 'iframe' ? fromFrame(tag) : undefined)),
    () => all(({ attributes }) => fromPicture(attributes.get('src') ?? attributes.get('href') ?? '')),
    () => all(fromElement),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  const code = readShortcode(text);
  if (code) return [{ host: 'moodle-plugin', component: code.name, lang: 'vi', attributes: code.attributes }];
  // The address alone, as a portal asks for it that makes the frame itself.
  return [fromAddress(unescape(text.trim())) ?? []].flat();
}

/** Attributes of our script that a snippet writes itself. */
const ofScript = new Set(['type', 'src', 'data-base-url', 'data-token-src', 'integrity', 'crossorigin']);

/**
 * Reads what somebody pasted back into a choice. The text is looked at letter by letter and never becomes part of a page; of
 * what it says only components and attributes of the library get through. Undefined where it holds nothing of ours.
 */
export function parseSnippet(pasted: string, components: readonly ComponentOptions[]): Parsed | undefined {
  const text = pasted.slice(0, 20_000);
  const tags = readTags(text);
  const optionsOf = (one: Found | undefined): ComponentOptions | undefined =>
    components.find(({ name }) => name === one?.component);
  const all = find(text, tags);
  const found = all.find(optionsOf);
  const known = optionsOf(found);
  if (!found || !known) {
    // Copied from where code is shown as code, or out of a database.
    const plain = /&lt;/i.test(text) ? unescape(text) : '';
    return plain ? parseSnippet(plain, components) : undefined;
  }
  const script = tags.find(
    ({ name, attributes }) => name === 'script' && scripts.test(attributes.get('src') ?? ''),
  );
  const provider = tags.find(
    ({ name, attributes }) => name === 'htsd-provider' && attributes.has('base-url'),
  );
  const said = (name: string): string | undefined =>
    provider?.attributes.get(name) ?? (script && (script.attributes.get(`data-${name}`) ?? ''));
  const names = new Set(known.options.map(({ name }) => name));
  const pairs = [...found.attributes];
  const server = found.server ?? (found.library ? undefined : said('base-url'));
  return {
    choice: {
      ...{ host: found.host, component: found.component, lang: found.lang },
      attributes: Object.fromEntries(pairs.filter(([name]) => names.has(name))),
      library: webAddress(found.library ?? scripts.exec(script?.attributes.get('src') ?? '')?.[1]),
      server: server && (webAddress(server) ?? ''),
      province: found.province ?? '',
      tokenSrc: found.tokenSrc ?? said('token-src'),
      pinned: script && script.attributes.has('integrity'),
    },
    dropped: [
      ...pairs.map(([name]) => name).filter((name) => !names.has(name)),
      ...(found.dropped ?? []),
      ...[...(script?.attributes.keys() ?? [])].filter((name) => !ofScript.has(name)),
    ],
    count: all.length,
  };
}
