import type { Choice, ComponentOptions } from './choice.types.js';
import { originOf } from './snippet.js';
import { readShortcode, readTags, type Tag } from './tags.js';

export interface Parsed {
  choice: Omit<Choice, 'library'> & { library: string | undefined };
  /** Names of attributes that the component does not know, or that may not stand in a snippet. */
  dropped: string[];
}

const scripts = /^(.*\/)?(htsd|htsd-frame)\.js([?#].*)?$/;
const framePage = /^(.*\/)frame\.html\?(.*)$/;
const picture =
  /^(.*)\/public\/([^/]+)\/(?:gauges\/([^/]+)\/([^/]+)\/gauge\.svg|recognitions\/([^/]+)\/badge\.svg|funds\/([^/]+)\/fund\.html)(\?.*)?$/;

type Found = Pick<Parsed['choice'], 'host' | 'component' | 'lang'> & {
  attributes: Iterable<readonly [string, string]>;
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
  return { host, component, lang, attributes: params, library, tokenSrc };
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

/** What a text holds, in the order of what says most. */
function find(text: string, tags: readonly Tag[]): Found | undefined {
  for (const tag of tags) if (tag.name === 'iframe') return fromFrame(tag);
  for (const { attributes } of tags) {
    const found = fromPicture(attributes.get('src') ?? attributes.get('href') ?? '');
    if (found) return found;
  }
  for (const tag of tags) {
    const found = fromElement(tag);
    if (found) return found;
  }
  const code = readShortcode(text);
  return code && { host: 'moodle-plugin', component: code.name, lang: 'vi', attributes: code.attributes };
}

/**
 * Reads what somebody pasted back into a choice. The text is looked at letter by letter and never becomes part of a page; of
 * what it says only components and attributes of the library get through. Undefined where it holds nothing of ours.
 */
export function parseSnippet(text: string, components: readonly ComponentOptions[]): Parsed | undefined {
  const tags = readTags(text.slice(0, 20_000));
  const found = find(text.slice(0, 20_000), tags);
  const known = components.find(({ name }) => name === found?.component);
  if (!found || !known) return undefined;
  const script = tags.find(
    ({ name, attributes }) => name === 'script' && scripts.test(attributes.get('src') ?? ''),
  );
  const said = (name: string): string => script?.attributes.get(name) ?? '';
  const names = new Set(known.options.map(({ name }) => name));
  const pairs = [...found.attributes];
  return {
    choice: {
      ...{ host: found.host, component: found.component, lang: found.lang },
      attributes: Object.fromEntries(pairs.filter(([name]) => names.has(name))),
      library: webAddress(found.library ?? scripts.exec(said('src'))?.[1]),
      server: webAddress(found.server ?? said('data-base-url')) ?? '',
      province: found.province ?? '',
      tokenSrc: found.tokenSrc ?? said('data-token-src'),
      pinned: said('integrity') !== '',
    },
    dropped: pairs.map(([name]) => name).filter((name) => !names.has(name)),
  };
}
