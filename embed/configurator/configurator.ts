/** The page on which a webmaster puts a snippet together: chooses, sees, copies, and opens again what he has. */
import { render } from 'lit';
import { metaName, readSettings } from '../frame/settings.js';
import { frameComponents } from '../frame/request.js';
import type { BuildFacts, Choice, Hashes } from './choice.types.js';
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
  let [portal, told, notOpened] = ['', '', ''];
  /** What stands in a snippet is read beside the component, in its language. */
  const spoken: Partial<Record<Choice['lang'], Say>> = { [lang]: say };
  const inItsLanguage = (): Say => {
    const { lang: its } = choice;
    if (!spoken[its]) {
      spoken[its] = say;
      void wordsIn(its).then(
        (words) => {
          spoken[its] = words;
          draw();
        },
        (error: unknown) => console.warn('[htsd]', error),
      );
    }
    return spoken[its];
  };

  /** What it is called where it is only heard of: the component, and what of it. */
  const title = (): string => {
    const { component, attributes } = choice;
    const about = ['indicator', 'locality'].flatMap((name) => {
      const value = attributes[name];
      const [, label = value] =
        suggestionsFor(name, component, choice.lang).find(([one]) => one === value) ?? [];
      return label ? [label] : [];
    });
    return [inItsLanguage()(`configurator.component.${component}`), ...about].join(', ');
  };

  const draw = (): void => {
    const words = { title: title(), fallback: title(), open: `${title()} ↗` };
    const state: ViewState = {
      ...{ say, lang, components, choice, portal, told, notOpened },
      asksServer: settings.baseUrl === undefined,
      snippet: makeSnippet(choice, words, hashes, portal),
      change(changes) {
        choice = { ...choice, ...changes };
        told = notOpened = '';
        draw();
      },
      setPortal(address) {
        portal = address;
        draw();
      },
      copy: (event) => void copy(event.currentTarget as Element),
      reopen: () => void reopen(),
    };
    render(formView(state), choose('#form'));
    showPreview(choose('#preview'), choice, {
      title: words.title,
      otherwise: say('configurator.preview.image'),
      elsewhere: say('configurator.preview.elsewhere'),
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

  /** Opens what was pasted. Answers what hindered it, to be said beside the button; '' where it is open. */
  async function open(): Promise<string> {
    const text = choose<HTMLTextAreaElement>('#reopen').value;
    const { parseSnippet } = await import('./parse.js');
    const parsed = parseSnippet(text, components);
    if (!parsed) return say('configurator.reopen.none');
    // What the text does not say stays as it was.
    const said = Object.entries(parsed.choice).filter(([, value]) => value !== undefined);
    const { province } = choice;
    choice = { ...choice, ...(Object.fromEntries(said) as Partial<Choice>) };
    choice = { ...choice, province: choice.province || province };
    const { dropped, count } = parsed;
    told =
      dropped.length > 0
        ? say('configurator.reopen.dropped', { names: dropped.join(', ') })
        : say('configurator.reopen.done');
    if (count > 1) told += ` ${say('configurator.reopen.first', { count })}`;
    return '';
  }

  async function reopen(): Promise<void> {
    notOpened = await open().catch((error: unknown) => {
      console.error('[htsd]', error);
      return say('configurator.failed');
    });
    if (notOpened) told = '';
    draw();
    if (!notOpened) choose('#step-code').scrollIntoView();
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
