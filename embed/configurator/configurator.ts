/** The page on which a webmaster puts a snippet together: chooses, sees, copies, and opens again what he has. */
import { render } from 'lit';
import { metaName, readSettings } from '../frame/settings.js';
import { frameComponents } from '../frame/request.js';
import type { BuildFacts, Choice, Hashes } from './choice.types.js';
import { parseSnippet } from './parse.js';
import { showPreview } from './preview.js';
import { makeSnippet } from './snippet.js';
import { firstPlace, suggestionsFor } from './suggestions.js';
import { formView, type ViewState } from './view.js';
import { wordsIn, type Say } from './words.js';

const lang = new URLSearchParams(location.search).get('lang')?.startsWith('en') ? 'en' : 'vi';
const settings = readSettings(
  document.querySelector(`meta[name="${metaName}"]`)?.getAttribute('content') ?? null,
);
const here = new URL('.', location.href).href;

const choose = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;

function dress(say: Say): void {
  document.documentElement.lang = lang;
  document.title = say('configurator.title');
  choose('h1').textContent = say('configurator.title');
  choose('#lead').textContent = say('configurator.lead');
  choose('#preview-title').textContent = say('configurator.preview');
  const other = choose<HTMLAnchorElement>('#language');
  other.textContent = say('configurator.language');
  other.lang = lang === 'en' ? 'vi' : 'en';
  other.href = lang === 'en' ? '?' : '?lang=en';
}

async function facts(): Promise<[BuildFacts, Hashes]> {
  const json = async (name: string): Promise<unknown> => {
    const answer = await fetch(new URL(name, here));
    if (!answer.ok) throw new TypeError(`${name}: status ${answer.status}`);
    return answer.json();
  };
  return (await Promise.all([json('embed-options.json'), json('hashes.json')])) as [BuildFacts, Hashes];
}

function run(say: Say, { version, components: all }: BuildFacts, hashes: Hashes): void {
  const components = all.filter(({ name }) => frameComponents.includes(name));
  const first = { indicator: 'gia-dinh', locality: firstPlace(settings.province) };
  let choice: Choice = {
    ...{ host: 'page', component: 'target-gauge', attributes: first },
    // Where a server hands out its versions apart, a snippet names one, and its hash stays true.
    ...{ library: settings.versions ? new URL(`${version}/`, here).href : here, pinned: settings.versions },
    server: settings.baseUrl === undefined ? '' : new URL(settings.baseUrl, location.href).href,
    ...{ province: settings.province ?? '', tokenSrc: '', lang },
  };
  let [portal, told] = ['', ''];

  /** What it is called where it is only heard of: the component, and what of it. */
  const title = (): string => {
    const { component, attributes } = choice;
    const about = ['indicator', 'locality'].flatMap((name) => {
      const value = attributes[name];
      const [, label = value] =
        suggestionsFor(name, component, choice.lang).find(([one]) => one === value) ?? [];
      return label ? [label] : [];
    });
    return [say(`configurator.component.${component}`), ...about].join(', ');
  };

  const draw = (): void => {
    const words = { title: title(), fallback: title(), open: `${title()} ↗` };
    const state: ViewState = {
      ...{ say, lang, components, choice, portal, told },
      asksServer: settings.baseUrl === undefined,
      snippet: makeSnippet(choice, words, hashes, portal),
      change(changes) {
        choice = { ...choice, ...changes };
        told = '';
        draw();
      },
      setPortal(address) {
        portal = address;
        draw();
      },
      copy: (event) => void copy(event.currentTarget as Element),
      reopen,
    };
    render(formView(state), choose('#form'));
    showPreview(choose('#preview'), choice, {
      title: words.title,
      otherwise: say('configurator.preview.image'),
    });
  };

  const tell = (words: string): void => {
    told = words;
    draw();
  };

  async function copy(button: Element): Promise<void> {
    const code = button.parentElement?.querySelector('code');
    if (!code) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      tell(say('configurator.copied'));
    } catch {
      // Not offered on plain http, or not allowed.
      getSelection()?.selectAllChildren(code);
      tell(say('configurator.not-copied'));
    }
  }

  function reopen(): void {
    const parsed = parseSnippet(choose<HTMLTextAreaElement>('#reopen').value, components);
    if (!parsed) return tell(say('configurator.reopen.none'));
    const { library, province, ...rest } = parsed.choice;
    choice = {
      ...rest,
      library: library ?? choice.library,
      province: province || choice.province,
    };
    const names = parsed.dropped.join(', ');
    tell(names ? say('configurator.reopen.dropped', { names }) : say('configurator.reopen.done'));
    choose('#step-code').scrollIntoView();
  }

  draw();
}

async function start(): Promise<void> {
  const say = await wordsIn(lang);
  dress(say);
  try {
    run(say, ...(await facts()));
  } catch (error) {
    console.error('[htsd]', error);
    choose('#form').textContent = say('configurator.failed');
  }
}

start().catch((error: unknown) => console.error('[htsd]', error));
